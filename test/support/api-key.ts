import type { ApiScope } from '@lotsa/protocol';
import type { TestRelay } from './relay.ts';

/** Asks a relay's API with a key that its administrator has made. */
export async function apiOf(relay: TestRelay, scopes: readonly ApiScope[], expiresAt: number | null = null) {
  const admin = await relay.staff('administrator-1');
  const made = await admin.ask('api-key:make', { name: 'Diariet', scopes: [...scopes], expiresAt });
  const ask = (path: string, method = 'GET', body?: unknown, token = made.token): Promise<Response> =>
    fetch(`${relay.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { admin, ...made, ask };
}
