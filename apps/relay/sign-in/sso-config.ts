import { Role } from '@lotsa/protocol';
import * as v from 'valibot';
import type { SsoConfig } from './sso.ts';

const GROUPS = /^[^,=]+=[a-z]+(,[^,=]+=[a-z]+)*$/;
const text = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'must have at most 200 characters.')));

/** Unencrypted only on this machine itself, where nobody listens. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));

/** The address of an OpenID provider. */
export const isProvider = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (given) => URL.canParse(given) && isSafe(new URL(given)),
      'must be the address of an OpenID provider and begin with https://.',
    ),
  ),
);

/** The variables of the municipality's own sign-in. Each message is what follows the variable's name. */
export const SSO_ENVIRONMENT = {
  OIDC_ISSUER: isProvider,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: text,
  OIDC_SCOPE: text,
  OIDC_GROUPS_CLAIM: text,
  OIDC_DEPARTMENTS_CLAIM: text,
  OIDC_ROLES: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (given) => GROUPS.test(given) && given.split(',').every((pair) => v.is(Role, pair.split('=')[1])),
        `must be group=role pairs with commas between, such as Kontaktcenter=agent,IT=administrator; roles are ${Role.options.join(', ')}.`,
      ),
    ),
  ),
} as const;

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;
type Given = { [Name in keyof typeof SSO_ENVIRONMENT]?: string | undefined };

/** Its settings; null when none is given, and one line when only some of what it needs is. */
export function readSso(given: Given): SsoConfig | string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES } = given;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLES) {
    const names = Object.keys(SSO_ENVIRONMENT) as (keyof Given)[];
    const first = names.find((name) => given[name] !== undefined);
    const missing = NEEDED.find((name) => !given[name]);
    return first ? `${first} needs ${missing} too; set it, or remove ${first}.` : null;
  }
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: given.OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
    scope: given.OIDC_SCOPE ?? 'openid profile email',
    groupsClaim: given.OIDC_GROUPS_CLAIM ?? 'groups',
    departmentsClaim: given.OIDC_DEPARTMENTS_CLAIM ?? null,
    roles: OIDC_ROLES.split(',').map((pair) => {
      const [group = '', role] = pair.split('=');
      return { group: group.trim(), role: v.parse(Role, role) };
    }),
  };
}
