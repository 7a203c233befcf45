import type { Adapter, Storage } from '../port.ts';
import { encryptedStorage } from './encrypted-storage.ts';
import { LAYOUT } from './fields.ts';
import { rotateKeys } from './rotate.ts';
import { type EncryptionKey, Sealer } from './sealer.ts';

/** Keys that do not fit what is stored. `message` is one line. */
class KeyError extends Error {
  override readonly name = 'KeyError';
}

const CHECK = 'encryption:';
const WORD = 'lotsa';

/** A storage that was opened with keys. */
export interface Encrypted {
  storage: Storage;
  /** Writes everything with the first key, where that has not been done; then older keys may go. @returns how many documents. */
  readonly rotate: () => Promise<number>;
}

/**
 * Puts the encryption over a storage. What is stored tells which keys it was written with, so that a wrong or missing key is
 * found now and not at the first text.
 * @throws KeyError for a key that is not the one of the store, or one that is missing.
 */
export async function openEncrypted(inner: Adapter, keys: readonly EncryptionKey[]): Promise<Encrypted> {
  const known = await checksOf(inner);
  for (const { id, holder } of known) {
    const name = id.slice(CHECK.length);
    const key = keys.find((it) => it.id === name);
    if (holder === '') continue;
    if (!key)
      throw new KeyError(
        `ENCRYPTION_KEYS must name the key ${name}: texts are stored that it has encrypted.`,
      );
    if (!opens(key, holder)) {
      throw new KeyError(
        `ENCRYPTION_KEYS has another key under the name ${name} than the one that texts are encrypted with.`,
      );
    }
  }
  const [first, ...others] = keys;
  if (!first) return { storage: inner, rotate: async () => 0 };
  const sealer = new Sealer([first, ...others]);
  const check = { id: CHECK + first.id, holder: new Sealer([first]).seal(WORD, CHECK), until: 0 };
  // A key that was given up, and writes again.
  const before = known.find(({ id }) => id === check.id);
  if (!before || before.holder === '') await inner.put('leases', check);
  return {
    storage: encryptedStorage(inner, sealer),
    async rotate() {
      const now = await checksOf(inner);
      const old = now.filter(({ id, holder }) => id !== check.id && holder !== '');
      // `until` says by which layout everything was written with it; 0: not everything was.
      if (old.length === 0 && now.some(({ id, until }) => id === check.id && until >= LAYOUT)) return 0;
      const done = await rotateKeys(inner, sealer);
      for (const { id } of old) await inner.update('leases', id, { holder: '', until: 0 });
      await inner.update('leases', check.id, { until: LAYOUT });
      return done;
    },
  };
}

async function checksOf(inner: Storage) {
  const { docs } = await inner.find('leases', { index: 'all', limit: 1_000 });
  return docs.filter(({ id }) => id.startsWith(CHECK));
}

function opens(key: EncryptionKey, holder: string): boolean {
  try {
    return new Sealer([key]).open(holder, CHECK) === WORD;
  } catch {
    return false;
  }
}
