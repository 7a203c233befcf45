import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { tokenId } from '../tokens.ts';

const PERIOD_S = 30;
/** A code of the step before or after is taken too: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;
const CODES = 10;

/** A new secret for an app: 160 bits, in base32 (RFC 4226, 4). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, user = 'Lotsa', issuer = 'Lotsa'): TOTP =>
  new TOTP({
    issuer,
    label: user,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

/** The QR code that an app scans, as SVG. */
export const qrOf = (secret: string, user: string, issuer: string): string =>
  renderSVG(totpOf(secret, user, issuer).toString(), { border: 2 });

/** The step of time whose code this is, or null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}

/** Codes for when the app or the passkey is lost: 50 bits each, in letters and digits that are not mistaken for others. */
export function newRecoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x';
  return Array.from({ length: CODES }, () => {
    const code = Array.from(randomBytes(10), (byte) => letters[byte % 32]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What a recovery code is stored as. It is random, so that no slow hash is needed. */
export const recoveryId = (code: string): string => tokenId(code.toLowerCase().replaceAll(/[\s-]/g, ''));
