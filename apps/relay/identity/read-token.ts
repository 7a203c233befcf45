import { fail, type Identity, IdentityClaims, type IdentityRefusal } from '@lotsa/protocol';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';

/** A token is good for at most this long: it is for now, and not to be kept (rule I2). */
const LIFETIME_S = 10 * 60;
/** Clocks of two servers differ by this much. */
const TOLERANCE_S = 30;

/** What a site's token said, with what makes it good once. */
export interface ReadToken {
  identity: Identity;
  /** Its id (`jti`; RFC 7519, 4.1.7). */
  tokenId: string;
  /** When it has ended for certain, in milliseconds. */
  endsAt: number;
}

const refused = (reason: IdentityRefusal, field?: string) =>
  fail('identity_refused', { reason, ...(field === undefined ? {} : { field }) });

/**
 * Reads a token by which a site vouches for its visitor: a JWT signed by HS256 with one of the site's keys, for this site
 * (`aud`), ending within ten minutes (`exp`), with an id of its own (`jti`).
 * @throws LotsaError `identity_refused`.
 */
export async function readToken(
  token: string,
  siteId: string,
  keys: readonly Uint8Array[],
  now: number,
): Promise<ReadToken> {
  if (keys.length === 0) throw refused('off');
  const payload = await verified(token, siteId, keys, now);
  const { exp = 0, jti } = payload;
  if (exp * 1_000 > now + (LIFETIME_S + TOLERANCE_S) * 1_000) throw refused('lifetime', 'exp');
  if (typeof jti !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(jti)) throw refused('claims', 'jti');
  const claims = v.safeParse(IdentityClaims, payload);
  if (!claims.success) throw refused('claims', v.getDotPath(claims.issues[0]) ?? '');
  const { sub: subject, assurance, ...known } = claims.output;
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return {
    identity: { ...given, subject, assurance, by: 'site', provider: '', at: now },
    tokenId: jti,
    endsAt: (exp + TOLERANCE_S) * 1_000,
  };
}

async function verified(
  token: string,
  audience: string,
  keys: readonly Uint8Array[],
  now: number,
): Promise<JWTPayload> {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience,
        requiredClaims: ['exp', 'jti', 'sub'],
        clockTolerance: TOLERANCE_S,
        currentDate: new Date(now),
      });
      return payload;
    } catch (error) {
      // Signed with the other key, perhaps.
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      throw refusalOf(error);
    }
  }
  throw refused('signature');
}

/** What jose found, in our words. */
function refusalOf(error: unknown) {
  if (error instanceof errors.JWTExpired) return refused('expired', 'exp');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return refused('audience', 'aud');
    if (error.claim === 'nbf' && error.reason === 'check_failed') return refused('expired', 'nbf');
    return refused('claims', error.claim);
  }
  return refused('signature');
}
