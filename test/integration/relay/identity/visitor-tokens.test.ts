import { createHash } from 'node:crypto';
import { PROTOCOL_VERSION as protocol } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, visit, visitorSocket } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('a visitor’s token', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
    const site = await relay.storage.get('sites', 'ekhamra');
    await relay.storage.insert('sites', [{ ...site!, id: 'library' }]);
    await relay.restart();
  });
  afterAll(() => relay.close());

  const tokenOf = (cookie: string): string => cookie.split('=')[1] ?? '';
  const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
  const sessionOf = (token: string) => relay.storage.get('sessions', hash(token));
  const refusal = (cookie: string, auth: object): Promise<string> =>
    visitorSocket(relay.url, cookie, auth).then(
      () => 'let in',
      (error: Error) => error.message,
    );

  it('cannot be guessed: 256 random bits, each visitor its own', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => tokenOf((await visit(relay.url)).cookie)),
    );
    expect(new Set(tokens).size).toBe(20);
    for (const token of tokens) {
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    }
    const together = Buffer.concat(tokens.map((token) => Buffer.from(token, 'base64url')));
    const ones = together.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    // 5,120 fair coins: outside of this once in 10^9.
    expect(Math.abs(ones - 2_560)).toBeLessThan(220);
  });

  it('is hashed at rest: what is stored opens nothing', async () => {
    const token = tokenOf((await visit(relay.url)).cookie);
    const session = await sessionOf(token);
    expect(session).toMatchObject({ kind: 'visitor', siteId: 'ekhamra' });
    expect(JSON.stringify(session)).not.toContain(token);
    expect(await refusal('', { protocol, siteId: 'ekhamra', token: session?.id })).toBe('unauthenticated');
  });

  it('is bound to its site, as a cookie and as a token', async () => {
    const { cookie } = await visit(relay.url);
    const token = tokenOf(cookie);
    expect(cookie).toMatch(/lotsa-visitor-ekhamra=/);
    const elsewhere = cookie.replace('visitor-ekhamra', 'visitor-library');
    expect(await refusal(elsewhere, { protocol, siteId: 'library' })).toBe('unauthenticated');
    expect(await refusal('', { protocol, siteId: 'library', token })).toBe('unauthenticated');
    expect(await refusal('', { protocol, siteId: 'ekhamra', token })).toBe('let in');
    const answer = await post(relay.url, '/api/sites/library/visit', { token, withoutCookie: true });
    expect(((await answer.json()) as { token: string }).token).not.toBe(token);
  });

  it('ends a day after the last visit, and each visit renews it', async () => {
    const { cookie } = await visit(relay.url);
    const auth = { protocol, siteId: 'ekhamra' };
    relay.clock.ahead += DAY_MS - 60_000;
    await visit(relay.url, cookie);
    relay.clock.ahead += DAY_MS - 60_000;
    expect(await refusal(cookie, auth)).toBe('let in');
    relay.clock.ahead += 120_000;
    expect(await refusal(cookie, auth)).toBe('unauthenticated');
    const anew = await visit(relay.url, cookie);
    expect(tokenOf(anew.cookie)).not.toBe(tokenOf(cookie));
    await relay.sweep();
    expect(await sessionOf(tokenOf(cookie))).toBeUndefined();
    relay.clock.ahead = 0;
  });
});
