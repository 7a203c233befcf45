import { createHash } from 'node:crypto';
import { isActive } from '@lotsa/core';
import type { Role, StaffMember } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import * as oidc from 'openid-client';
import type { Config } from '../config.ts';
import { deactivate, endSessions } from '../settings/deactivate.ts';
import { newUser } from '../settings/new-user.ts';
import type { Relay } from '../sockets/relay.ts';

/** Settings of the municipality's own sign-in. */
export type SsoConfig = NonNullable<Config['sso']>;

/** Where the municipality's sign-in leads back to; to be entered there. */
export const callbackOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  `${publicUrl}/api/session/sso/callback`;

/** A sign-in by OpenID Connect: authorization code with PKCE, state and nonce (OpenID Connect Core, 3.1; RFC 9700). */
export interface Sso {
  /** Where to send a browser, and what its answer is tied to. `again` has the user prove anew who it is. */
  begin(
    callback: string,
    again: boolean,
  ): Promise<{ url: string; state: string; nonce: string; verifier: string }>;
  /** What the provider says of whoever came back. @throws when the answer does not hold. */
  finish(
    current: URL,
    tied: { state: string; nonce: string; verifier: string },
    again: boolean,
  ): Promise<Claims>;
  /** Where signing out there is done; null when the provider has no such place. */
  endUrl(back: string): Promise<string | null>;
}

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

/** Makes it. The provider is asked what it can do when it is first needed, and again after it did not answer. */
export function createSso({
  issuer,
  clientId,
  clientSecret,
  scope,
}: Pick<SsoConfig, 'issuer' | 'clientId' | 'clientSecret' | 'scope'>): Sso {
  let found: Promise<oidc.Configuration> | undefined;
  const provider = (): Promise<oidc.Configuration> => {
    found ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: 10,
        // oxlint-disable-next-line typescript/no-deprecated -- a provider on the same machine or in tests has no certificate
        ...(issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };
  return {
    async begin(callback, again) {
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: callback,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(again && { prompt: 'login', max_age: '0' }),
      });
      return { url: url.href, state, nonce, verifier };
    },
    async finish(current, { state, nonce, verifier }, again) {
      const tokens = await oidc.authorizationCodeGrant(await provider(), current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        ...(again && { maxAge: 60 }),
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token');
      const { userinfo_endpoint: more } = (await provider()).serverMetadata();
      const info = more ? await oidc.fetchUserInfo(await provider(), tokens.access_token, claims.sub) : {};
      return { ...info, ...claims };
    },
    async endUrl(back) {
      const config = await provider();
      if (!config.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href;
    },
  };
}

const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === 'string');
const textOf = (claim: unknown): string => textsOf(claim)[0]?.trim() ?? '';

/** The role of the first group of the settings that somebody is in; null when it is in none. */
export function roleOf(
  { groupsClaim, roles }: Pick<SsoConfig, 'groupsClaim' | 'roles'>,
  claims: Claims,
): Role | null {
  const groups = new Set(textsOf(claims[groupsClaim]));
  return roles.find(({ group }) => groups.has(group))?.role ?? null;
}

/**
 * The id of a user of the provider: made of what it never changes there (OpenID Connect Core, 5.7), so that nobody takes over
 * an account by taking its name.
 */
export const ssoUserId = ({ iss, sub }: Claims): string =>
  `sso-${createHash('sha256')
    .update(JSON.stringify([iss, sub]))
    .digest('hex')
    .slice(0, 24)}`;

/**
 * The user that the provider vouches for, made at its first sign-in and kept as the provider has it; null when it may not come
 * in: in no group that has a role, or shut off here. Whoever was in and is in no group any more is out at once.
 */
export async function provision(relay: Relay, config: SsoConfig, claims: Claims): Promise<UserDoc | null> {
  const { storage } = relay.context;
  const id = ssoUserId(claims);
  const known = await storage.get('users', id);
  const role = roleOf(config, claims);
  if (known && !isActive(known)) return null;
  if (!role) {
    if (known) await deactivate(relay, known);
    return null;
  }
  const departments = (await relay.directory()).departments;
  const named = config.departmentsClaim ? textsOf(claims[config.departmentsClaim]) : [];
  const departmentIds = named.filter((department) => departments.has(department));
  const member: StaffMember = {
    languages: ['sv'],
    skills: [],
    capacity: 3,
    active: true,
    ...(known && { languages: known.languages, skills: known.skills, capacity: known.capacity }),
    id,
    name: (textOf(claims['name']) || textOf(claims['preferred_username']) || id).slice(0, 120),
    email: textOf(claims['email']).slice(0, 200),
    role,
    departmentIds: config.departmentsClaim ? departmentIds : (known?.departmentIds ?? []),
  };
  const same =
    known &&
    JSON.stringify([known.name, known.email, known.role, known.departmentIds]) ===
      JSON.stringify([member.name, member.email, member.role, member.departmentIds]);
  if (same) return known;
  await relay.audit(member, 'userProvisioned', `users:${id}`, {
    change: { before: known ? { role: known.role } : null, after: { role } },
  });
  // What it was is signed in somewhere else, perhaps: as less, or as more.
  if (known && known.role !== role) await endSessions(relay, id);
  const doc = known ? { ...known, ...member } : newUser(member);
  if (known) await storage.update('users', id, member);
  else await storage.insert('users', [doc]);
  await relay.settingsChanged();
  return doc;
}
