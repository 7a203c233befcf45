import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import type { StaffRef } from './message.ts';
import { Time, writtenText } from './primitives.ts';

/** What a key may be used for. What is secret no key reads (rule P6). */
export const ApiScope = v.picklist([
  'directory:read',
  'conversations:read',
  'cases:read',
  'cases:write',
  'statistics:read',
  'guides:read',
  'guides:write',
]);
export type ApiScope = v.InferOutput<typeof ApiScope>;

/** A key as administrators see it: never the key itself, which is shown once. */
export interface ApiKey {
  /** Names it in the audit log and in the logs of cases: `key-…`. */
  id: string;
  name: string;
  scopes: ApiScope[];
  /** How it begins, so that it can be told from others where it is used. */
  hint: string;
  createdAt: number;
  by: StaffRef;
  expiresAt: number | null;
  /** To within an hour; null for never. */
  lastUsedAt: number | null;
  revokedAt: number | null;
}

const keyId = v.pipe(v.string(), v.regex(/^key-[A-Za-z0-9_-]{8,40}$/, 'id'));

/** What an administrator's console may ask about keys of the API. */
export const apiKeyRequests = {
  'api-keys:list': v.object({}),
  'api-key:make': v.object({
    name: writtenText(LIMITS.name),
    scopes: v.pipe(
      v.array(ApiScope),
      v.minLength(1, 'empty'),
      v.transform((scopes) => [...new Set(scopes)]),
    ),
    /** Null: until it is revoked. */
    expiresAt: v.nullable(Time),
  }),
  'api-key:revoke': v.object({ id: keyId }),
} as const;

/** What they are answered with. */
export interface ApiKeyAnswers {
  'api-keys:list': { keys: ApiKey[] };
  /** `token` is told once, here. */
  'api-key:make': { key: ApiKey; token: string };
  'api-key:revoke': null;
}
