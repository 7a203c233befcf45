import { tokenId } from '../../../../apps/relay/tokens.ts';
import { describe, expect, it } from 'vitest';
import { cookieOf, PASSWORD, runRelay } from '../running-relay.ts';

const HOURS = 60 * 60 * 1000;

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use, and tells who it is', async () => {
    const { post, ask } = await runRelay();
    const response = await post('/api/session', { user: 'agent-02', password: PASSWORD });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      id: 'agent-02',
      name: 'Samhällsvägledare 2',
      role: 'agent',
      departmentIds: [],
      languages: ['sv', 'en', 'ar'],
      skills: ['SOF', 'UBF'],
      availability: 'available',
      availabilityReason: null,
      capacity: 3,
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-lotsa-staff=[\w-]{43}; /);
    expect(cookie).toContain('; HttpOnly');
    expect(cookie).toContain('; Secure');
    expect(cookie).toContain('; SameSite=Strict');
    expect(cookie).toContain('; Path=/');
    expect(cookie).not.toContain('Domain');

    const me = await ask('/api/session', { headers: { cookie: cookieOf(response) } });
    expect(await me.json()).toMatchObject({ id: 'agent-02' });
  });

  it('stores only the hash of the token', async () => {
    const { post, context } = await runRelay();
    const response = await post('/api/session', { user: 'agent-01', password: PASSWORD });
    const tokens = cookieOf(response)
      .split('; ')
      .map((pair) => pair.split('=')[1]!);
    const { docs } = await context.storage.find('sessions', { index: 'byExpiry', limit: 10 });
    expect(docs.map(({ kind }) => kind)).toEqual(['staff', 'device']);
    expect(docs[0]?.id).toBe(tokenId(tokens[0]!));
    for (const token of tokens) expect(JSON.stringify(docs)).not.toContain(token);
  });

  it('names cookies without a prefix where browsers would refuse it', async () => {
    const { post } = await runRelay({ PUBLIC_URL: 'http://lotsa.internal' });
    const response = await post('/api/session', { user: 'agent-01', password: PASSWORD });
    expect(response.headers.getSetCookie()[0]).toMatch(/^lotsa-staff=(?!.*Secure)/);
  });

  it('answers an unknown name as it answers a wrong password', async () => {
    const { post } = await runRelay();
    const answers = await Promise.all(
      ['agent-01', 'nobody'].map(async (user) => {
        const response = await post('/api/session', { user, password: 'fel lösenord' });
        return [response.status, (await response.json()) as unknown] as const;
      }),
    );
    expect(answers[0]).toEqual([401, { error: { code: 'wrong_credentials', data: {} } }]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it('names the field that does not fit', async () => {
    const { post } = await runRelay();
    const response = await post('/api/session', { user: 'agent-01' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'password' } },
    });
  });

  it('stops guessing at one name, right or wrong, and not at another', async () => {
    const { post } = await runRelay();
    for (let guess = 0; guess < 10; guess += 1) {
      const response = await post('/api/session', { user: 'agent-01', password: `gissning ${guess}` });
      expect(response.status).toBe(401);
    }
    const refused = await post('/api/session', { user: 'agent-01', password: PASSWORD });
    expect(refused.status).toBe(429);
    const { error } = (await refused.json()) as { error: { code: string; data: { retryAfterMs: number } } };
    expect(error.code).toBe('rate_limited');
    expect(error.data.retryAfterMs).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBe(Math.ceil(error.data.retryAfterMs / 1000));
    expect((await post('/api/session', { user: 'agent-03', password: PASSWORD })).status).toBe(200);
  });

  it('[P3] stores no address', async () => {
    const { post, context } = await runRelay();
    await post('/api/session', { user: 'agent-01', password: PASSWORD });
    const { docs } = await context.storage.find('sessions', { index: 'byExpiry', limit: 10 });
    expect(JSON.stringify(docs)).not.toContain('127.0.0.1');
  });
});

/** Who the relay takes the holder of a cookie for. */
async function whoIs(ask: Awaited<ReturnType<typeof runRelay>>['ask'], cookie: string): Promise<unknown> {
  const response = await ask('/api/session', { headers: { cookie } });
  expect(response.status).toBe(200);
  return response.json();
}

describe('a session', () => {
  it("is nobody's before anybody signs in, which is no error", async () => {
    const { ask } = await runRelay();
    const response = await ask('/api/session');
    expect([response.status, await response.json()]).toEqual([200, null]);
  });

  it('is over after 12 hours', async () => {
    const { post, ask, context } = await runRelay();
    const cookie = cookieOf(await post('/api/session', { user: 'agent-01', password: PASSWORD }));
    context.at += 12 * HOURS - 1;
    expect(await whoIs(ask, cookie)).toMatchObject({ id: 'agent-01' });
    context.at += 1;
    expect(await whoIs(ask, cookie)).toBeNull();
  });

  it('is over at once after signing out, and only that one', async () => {
    const { post, ask } = await runRelay();
    const signIn = async (): Promise<string> =>
      cookieOf(await post('/api/session', { user: 'agent-01', password: PASSWORD }));
    const [here, elsewhere] = [await signIn(), await signIn()];
    const out = await ask('/api/session', { method: 'DELETE', headers: { cookie: here } });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-lotsa-staff=; .*Expires=Thu, 01 Jan 1970/);
    expect(await whoIs(ask, here)).toBeNull();
    expect(await whoIs(ask, elsewhere)).toMatchObject({ id: 'agent-01' });
  });

  it('is not one of a visitor', async () => {
    const { post, ask } = await runRelay();
    const visit = await post('/api/sites/ekhamra/visit', {});
    const token = cookieOf(visit).split('=')[1]!;
    const cookie = `__Host-lotsa-staff=${token}`;
    expect(await whoIs(ask, cookie)).toBeNull();
    await ask('/api/session', { method: 'DELETE', headers: { cookie } });
    const again = await post('/api/sites/ekhamra/visit', {}, { cookie: cookieOf(visit) });
    expect(cookieOf(again)).toBe(cookieOf(visit));
  });
});
