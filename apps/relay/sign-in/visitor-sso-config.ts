import { Assurance } from '@lotsa/protocol';
import * as v from 'valibot';
import { isProvider } from './sso-config.ts';

/** The e-identification of visitors, by an OpenID provider. */
export interface VisitorSsoConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it is called: "BankID". */
  name: string;
  scope: string;
  /** The claim that holds the personal number; null when none is asked for. */
  numberClaim: string | null;
  /** How sure it is, by its contract. */
  assurance: Assurance;
}

const text = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'must have at most 200 characters.')));

/** The variables of the visitors' e-identification. Each message is what follows the variable's name. */
export const VISITOR_SSO_ENVIRONMENT = {
  VISITOR_OIDC_ISSUER: isProvider,
  VISITOR_OIDC_CLIENT_ID: text,
  VISITOR_OIDC_CLIENT_SECRET: text,
  VISITOR_OIDC_NAME: text,
  VISITOR_OIDC_SCOPE: text,
  VISITOR_OIDC_NUMBER_CLAIM: text,
  VISITOR_OIDC_ASSURANCE: v.optional(
    v.picklist(Assurance.options, `must be one of ${Assurance.options.join(', ')}.`),
  ),
} as const;

type Given = { [Name in keyof typeof VISITOR_SSO_ENVIRONMENT]?: string | undefined };
const NEEDED = ['VISITOR_OIDC_ISSUER', 'VISITOR_OIDC_CLIENT_ID', 'VISITOR_OIDC_CLIENT_SECRET'] as const;

/** Its settings; null when none is given, and one line when only some of what it needs is. */
export function readVisitorSso(
  given: Omit<Given, 'VISITOR_OIDC_ASSURANCE'> & { VISITOR_OIDC_ASSURANCE?: Assurance | undefined },
): VisitorSsoConfig | string | null {
  const [issuer, clientId, clientSecret] = NEEDED.map((name) => given[name]);
  if (!issuer || !clientId || !clientSecret) {
    const names = Object.keys(VISITOR_SSO_ENVIRONMENT) as (keyof Given)[];
    const first = names.find((name) => given[name] !== undefined);
    const missing = NEEDED.find((name) => !given[name]);
    return first ? `${first} needs ${missing} too; set it, or remove ${first}.` : null;
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: given.VISITOR_OIDC_NAME ?? new URL(issuer).hostname,
    scope: given.VISITOR_OIDC_SCOPE ?? 'openid profile',
    numberClaim: given.VISITOR_OIDC_NUMBER_CLAIM ?? null,
    assurance: given.VISITOR_OIDC_ASSURANCE ?? 'substantial',
  };
}
