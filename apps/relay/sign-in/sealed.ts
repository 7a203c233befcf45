import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const SEALED = 'sealed:';
const PLAIN = 'plain:';

/**
 * Encrypts a secret that has to be read again (AES-256-GCM, its key made of `SECRET_KEY` by HKDF). Without a key it is
 * stored as it is: whoever reads the database reads it.
 * @param about what it is of: a secret that is moved to another user is not opened.
 */
export function seal(key: string | null, about: string, secret: string): string {
  if (key === null) return PLAIN + secret;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived(key), iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return SEALED + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The secret again; null when it was sealed by another key, or is of somebody else. */
export function unseal(key: string | null, about: string, stored: string): string | null {
  if (stored.startsWith(PLAIN)) return stored.slice(PLAIN.length);
  if (key === null || !stored.startsWith(SEALED)) return null;
  const bytes = Buffer.from(stored.slice(SEALED.length), 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived(key), bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const derived = (key: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'lotsa second factors', 32));
