import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SEALED } from '@lotsa/core';

/** A key of 32 bytes, and the name it goes by. */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts texts with AES-256-GCM (NIST SP 800-38D): the first key writes, all of them read. Each text is bound to where it
 * belongs (`place`, as additional data), so that one cannot be moved into another conversation. It looks like
 * `\u0001key:base64(iv, tag, bytes)`.
 */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: EncryptionKey;
  readonly #index: Buffer[];

  constructor(keys: readonly [EncryptionKey, ...EncryptionKey[]]) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    [this.#first] = keys;
    this.#index = keys.map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'lotsa words', 32)));
  }

  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#first.key, iv).setAAD(Buffer.from(place));
    const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const whole = Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64');
    return `${SEALED}${this.#first.id}:${whole}`;
  }

  /** The text again; one that is not sealed is given back as it is.
   * @throws Error when its key is not there, or it was changed or moved. */
  open(sealed: string, place: string): string {
    if (!sealed.startsWith(SEALED)) return sealed;
    const colon = sealed.indexOf(':');
    const key = this.#keys.get(sealed.slice(SEALED.length, colon));
    if (!key) throw new Error('a text is encrypted with a key that ENCRYPTION_KEYS does not name');
    const whole = Buffer.from(sealed.slice(colon + 1), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, whole.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(whole.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const bytes = whole.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
  }

  /** Whether it is written with the key that writes now. */
  isFresh(text: string): boolean {
    return text.startsWith(`${SEALED}${this.#first.id}:`);
  }

  /** What stands for a word in the search's index, by each key: equal words have equal ones, and nothing else is seen. */
  blind(word: string): string[] {
    return this.#index.map((key) => createHmac('sha256', key).update(word).digest('hex').slice(0, 32));
  }
}
