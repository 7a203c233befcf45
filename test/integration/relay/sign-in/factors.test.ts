import type { AuditEntry, RecoveryCodes, StepUpState, TotpOffer, AccountSecurity } from '@lotsa/protocol';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { staffSocket } from '../../../support/clients.ts';
import { PASSWORD, runRelay } from '../running-relay.ts';

const MINUTE = 60_000;

/** A browser: keeps its cookies. */
function browserOf({ ask }: Pick<Awaited<ReturnType<typeof runRelay>>, 'ask'>) {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await ask(path, {
      method,
      headers: {
        cookie: cookie(),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  };
  return {
    jar,
    cookie,
    get: (path: string) => send('GET', path),
    post: (path: string, body?: object) => send('POST', path, body),
    out: () => send('DELETE', '/api/session'),
    signIn: (user: string, password = PASSWORD) => send('POST', '/api/session', { user, password }),
  };
}
type Browser = ReturnType<typeof browserOf>;

const json = async <Value>(response: Response | Promise<Response>): Promise<Value> =>
  (await (await response).json()) as Value;
const codeOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await json<{ error: { code: string } }>(response)).error.code;
const code = (secret: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

async function enrol(browser: Browser, at: number): Promise<{ secret: string; codes: string[] }> {
  const { secret, qr } = await json<TotpOffer>(browser.post('/api/account/totp'));
  expect(qr).toMatch(/^<svg /);
  const { codes } = await json<RecoveryCodes>(
    browser.post('/api/account/totp/confirm', { code: code(secret, at) }),
  );
  return { secret, codes };
}

async function auditOf({ context }: Awaited<ReturnType<typeof runRelay>>, userId: string) {
  const { docs } = await context.storage.find('audit', {
    index: 'bySubject',
    equals: { subjectId: `users:${userId}` },
    limit: 100,
  });
  return docs.map(({ action }: AuditEntry) => action);
}

describe('one-time codes', { timeout: 30_000 }, () => {
  it('are asked for after the password, and none is taken twice', async () => {
    const relay = await runRelay();
    const { context } = relay;
    const browser = browserOf(relay);
    await browser.signIn('agent-01');
    const { secret, codes } = await enrol(browser, context.at);
    expect(codes).toHaveLength(10);
    await browser.out();

    expect(await json(browser.signIn('agent-01'))).toEqual({
      error: { code: 'second_factor', data: { methods: ['totp', 'recovery'] } },
    });
    expect(await json(browser.get('/api/session'))).toBeNull();
    // The code that it was set up with has been used.
    expect(await codeOf(browser.post('/api/session/code', { code: code(secret, context.at) }))).toBe(
      'wrong_credentials',
    );
    context.at += MINUTE;
    const next = code(secret, context.at);
    const other = browserOf(relay);
    await other.signIn('agent-01');
    const both = await Promise.all(
      [browser, other].map((each) => each.post('/api/session/code', { code: next })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);

    // A recovery code, once.
    const lost = browserOf(relay);
    for (const expected of [200, 401]) {
      await lost.signIn('agent-01');
      const answer = await lost.post('/api/session/code', { code: codes[0]?.toUpperCase() });
      expect(answer.status).toBe(expected);
    }

    const entries = await auditOf(relay, 'agent-01');
    for (const action of [
      'signedIn',
      'totpEnrolled',
      'recoveryCodesMade',
      'signInFailed',
      'recoveryCodeUsed',
      'signedOut',
    ])
      expect(entries).toContain(action);
    const { totp, ...factors } = (await context.storage.get('factors', 'agent-01'))!;
    expect(totp).toBe(secret);
    const stored = await Promise.all([
      context.storage.find('audit', { index: 'bySeq', limit: 100 }),
      context.storage.find('sessions', { index: 'byExpiry', limit: 100 }),
    ]);
    for (const told of [secret, ...codes, PASSWORD])
      expect(JSON.stringify([factors, stored])).not.toContain(told);
  });

  it('cannot be guessed: a sign-in that waits takes ten', async () => {
    const relay = await runRelay();
    const browser = browserOf(relay);
    await browser.signIn('agent-01');
    await enrol(browser, relay.context.at);
    await browser.out();
    const thief = browserOf(relay);
    await thief.signIn('agent-01');
    const answers: string[] = [];
    for (let n = 0; n < 11; n += 1)
      answers.push(await codeOf(thief.post('/api/session/code', { code: `${100_000 + n}` })));
    expect(answers).toEqual([...Array<string>(10).fill('wrong_credentials'), 'rate_limited']);
    // Nothing was lost for whoever sits at a browser that it knows.
    expect(await codeOf(browser.signIn('agent-01'))).toBe('second_factor');
  });

  it('have to be set up on the way in where the role asks for it', async () => {
    const relay = await runRelay();
    const admin = browserOf(relay);
    await admin.signIn('administrator-1');
    expect((await admin.post('/api/sign-in-settings', { twoFactorRoles: ['manager'] })).status).toBe(204);
    const manager = browserOf(relay);
    expect(await codeOf(manager.signIn('manager-1'))).toBe('enrol_factor');
    expect(await json(manager.get('/api/session'))).toBeNull();
    expect((await manager.get('/api/account/security')).status).toBe(401);
    const { codes } = await enrol(manager, relay.context.at);
    expect(codes).toHaveLength(10);
    expect(await json(manager.get('/api/session'))).toMatchObject({ id: 'manager-1' });
    // Others come in as before, and nobody else decides.
    const agent = browserOf(relay);
    expect((await agent.signIn('agent-01')).status).toBe(200);
    expect((await agent.post('/api/sign-in-settings', { twoFactorRoles: [] })).status).toBe(403);

    // Whoever lost it all is helped by an administrator, and is out everywhere.
    expect((await admin.post('/api/users/reset-factors', { userId: 'manager-1' })).status).toBe(204);
    expect(await json(manager.get('/api/session'))).toBeNull();
    expect(await codeOf(manager.signIn('manager-1'))).toBe('enrol_factor');
    expect(await auditOf(relay, 'manager-1')).toContain('factorsReset');
  });
});

describe('a proof', () => {
  it('is asked for again after five minutes, before anything leaves the house, is erased or opens a way in', async () => {
    const relay = await runRelay();
    const admin = browserOf(relay);
    await admin.signIn('administrator-1');
    expect((await admin.get('/api/settings/file')).status).toBe(200);
    relay.context.at += 5 * MINUTE + 1;
    const statistics = '/api/statistics?siteId=ekhamra&from=2026-01-01&to=2026-01-31';
    for (const path of ['/api/settings/file', '/api/audit?format=csv', statistics])
      expect(await json(admin.get(path))).toEqual({
        error: { code: 'step_up', data: { methods: ['password'] } },
      });
    for (const path of ['totp', 'passkeys/options', 'totp/remove', 'recovery-codes', 'password'])
      expect(await codeOf(admin.post(`/api/account/${path}`, {}))).toBe('step_up');
    expect(await codeOf(admin.post('/api/sign-in-settings', { twoFactorRoles: [] }))).toBe('step_up');
    const wire = await staffSocket(relay.url, admin.cookie());
    onTestFinished(() => wire.close());
    const refused = { ok: false, error: { code: 'step_up' } };
    expect(await wire.answer('retention:run', {})).toMatchObject(refused);
    expect(await wire.answer('user:invite', { userId: 'agent-01' })).toMatchObject(refused);
    expect((await admin.post('/api/account/step-up/password', { password: 'fel lösenord' })).status).toBe(
      401,
    );
    expect((await admin.post('/api/account/step-up/password', { password: PASSWORD })).status).toBe(204);
    expect(await json<StepUpState>(admin.get('/api/account/step-up'))).toEqual({
      fresh: true,
      methods: ['password'],
    });
    expect((await admin.get('/api/audit?format=csv')).status).toBe(200);
    expect((await admin.get(statistics)).status).toBe(200);
    expect((await wire.answer('retention:run', {})).ok).toBe(true);
    expect(await auditOf(relay, 'administrator-1')).toEqual(
      expect.arrayContaining(['steppedUp', 'signInFailed']),
    );
  });
});

describe('sign-ins', () => {
  it('are listed by their user, and ended by it and by an administrator, nobody else', async () => {
    const relay = await runRelay();
    const [here, there, other, admin] = [
      browserOf(relay),
      browserOf(relay),
      browserOf(relay),
      browserOf(relay),
    ];
    await here.signIn('agent-01');
    await there.signIn('agent-01');
    await other.signIn('agent-02');
    await admin.signIn('administrator-1');
    const { sessions } = await json<AccountSecurity>(here.get('/api/account/security'));
    expect(sessions.map(({ current, device }) => [current, device])).toEqual([
      [true, 'Firefox, Linux'],
      [false, 'Firefox, Linux'],
    ]);
    const id = sessions[1]?.id ?? '';
    expect((await other.post('/api/account/sessions/end', { id })).status).toBe(404);
    expect((await other.post('/api/users/sign-out', { userId: 'agent-01' })).status).toBe(403);
    expect((await here.post('/api/account/sessions/end', { id })).status).toBe(204);
    expect(await json(there.get('/api/session'))).toBeNull();
    expect(await json(here.get('/api/session'))).toMatchObject({ id: 'agent-01' });
    expect((await admin.post('/api/users/sign-out', { userId: 'agent-01' })).status).toBe(204);
    expect(await json(here.get('/api/session'))).toBeNull();
    expect((await auditOf(relay, 'agent-01')).filter((action) => action === 'sessionsEnded')).toHaveLength(2);
  });

  it('a new password ends all others, and has to hold', async () => {
    const relay = await runRelay();
    const [here, there] = [browserOf(relay), browserOf(relay)];
    await here.signIn('agent-01');
    await there.signIn('agent-01');
    expect(await json(here.post('/api/account/password', { password: 'Sommar2026!!' }))).toEqual({
      error: { code: 'invalid_payload', data: { field: 'password', rule: 'password_common' } },
    });
    expect((await here.post('/api/account/password', { password: 'gröna stolar flyger högt' })).status).toBe(
      204,
    );
    expect(await json(there.get('/api/session'))).toBeNull();
    expect(await json(here.get('/api/session'))).toMatchObject({ id: 'agent-01' });
    expect((await there.signIn('agent-01', 'gröna stolar flyger högt')).status).toBe(200);
  });

  it('nobody locks a user out of a browser that it knows', async () => {
    const relay = await runRelay();
    const [known, stranger] = [browserOf(relay), browserOf(relay)];
    await known.signIn('agent-01');
    await known.out();
    for (let n = 0; n < 11; n += 1) await stranger.signIn('agent-01', `gissning ${n}`);
    expect((await stranger.signIn('agent-01')).status).toBe(429);
    expect((await known.signIn('agent-01')).status).toBe(200);
  });
});
