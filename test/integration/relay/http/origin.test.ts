import { expect, it } from 'vitest';
import { PASSWORD, runRelay } from '../running-relay.ts';

const body = JSON.stringify({ user: 'agent-01', password: PASSWORD });

async function signIn(url: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return response.status === 200 ? 'accepted' : [response.status, await response.json()];
}

const FOREIGN = [403, { error: { code: 'foreign_origin', data: {} } }];

it('takes a change from a page of its own only', async () => {
  const { url } = await runRelay({ PUBLIC_URL: 'https://chat.example.se' });
  expect(await signIn(url, { origin: url })).toBe('accepted');
  expect(await signIn(url, { origin: 'https://chat.example.se' })).toBe('accepted');
  expect(await signIn(url, { origin: 'https://elsewhere.example' })).toEqual(FOREIGN);
  expect(await signIn(url, { origin: 'null' })).toEqual(FOREIGN);
  expect(await signIn(url, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' })).toEqual(
    FOREIGN,
  );
});

it('takes a change without an origin when the browser vouches for it', async () => {
  const { url } = await runRelay();
  expect(await signIn(url, { 'sec-fetch-site': 'same-origin' })).toBe('accepted');
  expect(await signIn(url, { 'sec-fetch-site': 'same-site' })).toEqual(FOREIGN);
  expect(await signIn(url, { 'sec-fetch-site': 'none' })).toEqual(FOREIGN);
  expect(await signIn(url, {})).toEqual(FOREIGN);
});

it('guards signing out, setting up and visits alike', async () => {
  const { ask } = await runRelay();
  const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
  const tried = await Promise.all([
    ask('/api/session', { method: 'DELETE', headers }),
    ask('/api/setup', { method: 'POST', body: '{}', headers }),
    ask('/api/sites/ekhamra/visit', { method: 'POST', body: '{}', headers }),
  ]);
  expect(tried.map(({ status }) => status)).toEqual([403, 403, 403]);
});
