import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type ApiKey, type ApiScope, fail, type StaffRef } from '@lotsa/protocol';
import type { ApiKeyDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { newToken, tokenId } from '../tokens.ts';

/** Keys by which other systems use the API. */
export interface ApiKeys {
  list(): Promise<ApiKey[]>;
  /** @returns the key with its token, which is nowhere afterwards. */
  make(
    by: StaffRef,
    wanted: { name: string; scopes: ApiScope[]; expiresAt: number | null },
  ): Promise<{ key: ApiKey; token: string }>;
  revoke(by: StaffRef, id: string): Promise<void>;
  /** The key of a token; undefined when there is none, it was revoked, or its time is out. */
  of(token: string | undefined): Promise<ApiKey | undefined>;
}

/** Revoked ones stay: the audit log and cases name them. */
const MOST_KEYS = 200;
const USED_MS = 60 * 60_000;
const TOKEN = /^lotsa_([0-9a-f]{16})_[\w-]{43}$/;
/** Compared against where there is no key, so that this takes no other time than a wrong one. */
const NO_KEY = tokenId('');

/** Makes it. */
export function createApiKeys({ storage, now }: Pick<Context, 'storage' | 'now'>, audit: Audit): ApiKeys {
  const all = async (): Promise<ApiKeyDoc[]> =>
    (await storage.find('apiKeys', { index: 'all', limit: MOST_KEYS })).docs;

  return {
    list: async () => (await all()).map(shown).toSorted((a, b) => b.createdAt - a.createdAt),

    async make(by, { name, scopes, expiresAt }) {
      if (expiresAt !== null && expiresAt <= now())
        throw fail('invalid_payload', { field: 'expiresAt', rule: 'past' });
      if ((await all()).length >= MOST_KEYS)
        throw fail('invalid_payload', { field: 'name', rule: 'too_many' });
      const own = randomBytes(8).toString('hex');
      const token = `lotsa_${own}_${newToken()}`;
      const doc: ApiKeyDoc = {
        id: `key-${own}`,
        name,
        scopes,
        hint: token.slice(0, 14),
        createdAt: now(),
        by: { id: by.id, name: by.name },
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
        hash: tokenId(token),
      };
      await audit(by, 'apiKeyMade', doc.id, { change: { before: null, after: { name, scopes, expiresAt } } });
      await storage.insert('apiKeys', [doc]);
      return { key: shown(doc), token };
    },

    async revoke(by, id) {
      const doc = await storage.get('apiKeys', id);
      if (!doc) throw fail('not_found', {});
      if (doc.revokedAt !== null) return;
      await audit(by, 'apiKeyRevoked', id);
      await storage.update('apiKeys', id, { revokedAt: now() }, { revokedAt: null });
    },

    async of(token = '') {
      const own = TOKEN.exec(token)?.[1];
      const doc = own === undefined ? undefined : await storage.get('apiKeys', `key-${own}`);
      const same = timingSafeEqual(Buffer.from(doc?.hash ?? NO_KEY), Buffer.from(tokenId(token)));
      if (!doc || !same || doc.revokedAt !== null || (doc.expiresAt ?? Infinity) <= now()) return undefined;
      const { lastUsedAt } = doc;
      if (now() - (lastUsedAt ?? 0) > USED_MS)
        await storage.update('apiKeys', doc.id, { lastUsedAt: now() }, { lastUsedAt });
      return shown(doc);
    },
  };
}

function shown({ hash: _hash, ...key }: ApiKeyDoc): ApiKey {
  return key;
}
