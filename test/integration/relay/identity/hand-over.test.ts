import { randomUUID } from 'node:crypto';
import type { ErrorAnswer, HandedOver, IdentitySecretMade, IdentitySecretState } from '@lotsa/protocol';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, signIn, visit, visitorSocket } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

const PASSWORD = 'correct horse battery';

describe('who a visitor is by the site’s word', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  let administrator: string;
  let secret: string;
  beforeAll(async () => {
    relay = await TestRelay.start();
    const like = await relay.storage.get('users', 'registrar-1');
    await relay.storage.insert('users', [{ ...like!, id: 'administrator-1', role: 'administrator' }]);
    administrator = await signIn(relay.url, 'administrator-1', PASSWORD);
    secret = (await newSecret()).secret;
    const agent = await relay.staff('agent-01');
    await agent.ask('availability:set', { availability: 'available' });
  });
  afterAll(() => relay.close());

  const address = '/api/identity-secrets/ekhamra';
  async function secretSeen(): Promise<{ madeAt: number | null }> {
    const state = await fetch(relay.url + address, { headers: { Cookie: administrator } });
    const { madeAt } = (await state.json()) as IdentitySecretState;
    return { madeAt };
  }
  async function newSecret(): Promise<IdentitySecretMade> {
    const made = await post(relay.url, address, await secretSeen(), administrator);
    expect(made.status).toBe(201);
    return (await made.json()) as IdentitySecretMade;
  }

  interface Token {
    claims?: Record<string, unknown>;
    key?: string;
    alg?: string;
    lifetime?: number;
    audience?: string | null;
    jti?: string | null;
  }
  function token({
    claims = {},
    key = secret,
    alg = 'HS256',
    lifetime = 300,
    audience = 'ekhamra',
    jti,
  }: Token = {}) {
    const now = Math.floor((Date.now() + relay.clock.ahead) / 1_000);
    const jwt = new SignJWT({ sub: 'kund-4711', name: 'Kim Ek', email: 'kim@example.se', ...claims })
      .setProtectedHeader({ alg })
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime);
    if (audience !== null) jwt.setAudience(audience);
    if (jti !== null) jwt.setJti(jti ?? randomUUID());
    return jwt.sign(new TextEncoder().encode(key));
  }

  const handOver = (cookie: string, signed: string): Promise<Response> =>
    post(relay.url, '/api/sites/ekhamra/identity', { token: signed }, cookie);
  async function refusal(cookie: string, signed: string) {
    const response = await handOver(cookie, signed);
    expect(response.status).toBe(403);
    const { error } = (await response.json()) as { error: ErrorAnswer };
    if (error.code !== 'identity_refused') throw new Error(error.code);
    return error.data;
  }

  async function asked(cookie: string): Promise<string> {
    const wire = await visitorSocket(relay.url, cookie);
    const conversationId = randomUUID();
    await wire.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Hur ansöker jag om bygglov?',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: null,
    });
    wire.close();
    return conversationId;
  }
  const identityOf = async (id: string) => (await relay.storage.load(id))?.identity;

  it('[I1] [I3] goes with what the visitor asks, is told its panel, and ends when the visitor wants it', async () => {
    const { cookie } = await visit(relay.url);
    const wire = await visitorSocket(relay.url, cookie);
    const answer = await handOver(cookie, await token({ claims: { assurance: 'substantial' } }));
    expect(await answer.json()).toEqual({
      identity: { by: 'site', provider: '', name: 'Kim Ek' },
      another: false,
    });
    await wire.fact('identity:changed', ({ identity }) => identity?.name === 'Kim Ek');
    expect((await visit(relay.url, cookie)).answer.identity).toMatchObject({ name: 'Kim Ek' });
    const id = await asked(cookie);
    expect(await identityOf(id)).toMatchObject({
      by: 'site',
      subject: 'kund-4711',
      name: 'Kim Ek',
      email: 'kim@example.se',
      assurance: 'substantial',
    });
    const ended = await fetch(`${relay.url}/api/sites/ekhamra/identity`, {
      method: 'DELETE',
      headers: { Origin: relay.url, Cookie: cookie },
    });
    expect(ended.status).toBe(204);
    await wire.fact('identity:changed', ({ identity }) => identity === null);
    expect(await identityOf(id)).toBeUndefined();
    expect((await visit(relay.url, cookie)).answer.identity).toBeNull();
    wire.close();
  });

  it('[I1] is said in the conversation that is open already, to staff alone', async () => {
    const { cookie } = await visit(relay.url);
    const id = await asked(cookie);
    await handOver(cookie, await token());
    expect(await identityOf(id)).toMatchObject({ name: 'Kim Ek' });
    const wire = await visitorSocket(relay.url, cookie);
    const { messages } = await wire.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(messages.map(({ kind }) => kind)).toEqual(['text']);
    wire.close();
  });

  it('[I1] opens nothing of another visitor with the same identity, and another person is another visitor', async () => {
    const [one, other] = [await visit(relay.url), await visit(relay.url)];
    await handOver(one.cookie, await token());
    const id = await asked(one.cookie);
    await handOver(other.cookie, await token());
    expect((await visit(relay.url, other.cookie)).answer.current).toBeNull();
    const wire = await visitorSocket(relay.url, other.cookie);
    const read = await wire.answer('conversation:resume', { conversationId: id, after: 0 });
    expect(read).toMatchObject({ ok: false, error: { code: 'not_found' } });
    wire.close();

    // Somebody else signs in on the web site, in the browser of the first.
    const changed = await handOver(one.cookie, await token({ claims: { sub: 'kund-2', name: 'Bo Al' } }));
    expect((await changed.json()) as HandedOver).toMatchObject({
      another: true,
      identity: { name: 'Bo Al' },
    });
    const cookie = changed.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const begun = (await visit(relay.url, cookie)).answer;
    expect([begun.current, begun.identity?.name]).toEqual([null, 'Bo Al']);
    expect(await identityOf(id)).toMatchObject({ name: 'Kim Ek' });
  });

  it('[I2] a token that does not hold is refused with a reason, and the chat goes on without', async () => {
    const { cookie } = await visit(relay.url);
    const [header, payload] = (await token()).split('.');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const wrong: [string, string, string?][] = [
      [await token({ key: 'x'.repeat(43) }), 'signature'],
      [await token({ alg: 'HS512' }), 'signature'],
      [`${unsigned}.${payload}.`, 'signature'],
      [`${header}.${payload}.AAAA`, 'signature'],
      ['not a token', 'signature'],
      [await token({ lifetime: -60 }), 'expired', 'exp'],
      [await token({ lifetime: 700 }), 'lifetime', 'exp'],
      [await token({ audience: 'library' }), 'audience', 'aud'],
      [await token({ audience: null }), 'audience', 'aud'],
      [await token({ jti: null }), 'claims', 'jti'],
      [await token({ jti: 'short' }), 'claims', 'jti'],
      [await token({ claims: { sub: '' } }), 'claims', 'sub'],
      [await token({ claims: { email: 'nobody' } }), 'claims', 'email'],
      [await token({ claims: { assurance: 'total' } }), 'claims', 'assurance'],
      [await token({ claims: { name: { $ne: 1 } } }), 'claims', 'name'],
    ];
    for (const [signed, reason, field] of wrong) {
      expect(await refusal(cookie, signed)).toEqual({ reason, ...(field && { field }) });
    }
    expect((await visit(relay.url, cookie)).answer.identity).toBeNull();
    expect(await identityOf(await asked(cookie))).toBeUndefined();
  });

  it('[I2] a token is used by one visitor, and not again when it was ended', async () => {
    const [one, other] = [await visit(relay.url), await visit(relay.url)];
    const signed = await token();
    expect((await handOver(one.cookie, signed)).status).toBe(200);
    expect((await handOver(one.cookie, signed)).status).toBe(200);
    expect(await refusal(other.cookie, signed)).toEqual({ reason: 'used' });
    await fetch(`${relay.url}/api/sites/ekhamra/identity`, {
      method: 'DELETE',
      headers: { Origin: relay.url, Cookie: one.cookie },
    });
    expect(await refusal(one.cookie, signed)).toEqual({ reason: 'used' });
    expect((await post(relay.url, '/api/sites/ekhamra/identity', { token: signed })).status).toBe(401);
  });

  it('[I2] what it said counts for two hours', async () => {
    const { cookie } = await visit(relay.url);
    await handOver(cookie, await token());
    relay.clock.ahead += 2 * 60 * 60_000 + 1;
    expect((await visit(relay.url, cookie)).answer.identity).toBeNull();
    relay.clock.ahead = 0;
  });

  it('[P2] a personal number in it is masked', async () => {
    const { cookie } = await visit(relay.url);
    await handOver(cookie, await token({ claims: { sub: '19811228-9874', name: 'Kim 811228-9874' } }));
    const stored = JSON.stringify(await relay.storage.load(await asked(cookie)));
    expect(stored).not.toContain('9874');
  });

  it('[I2] [P7] the secret is told once, rotated with an overlap of a day, removed, and written down without its value', async () => {
    const before = secret;
    const made = await newSecret();
    expect(made.secret).toMatch(/^[\w-]{43}$/);
    secret = made.secret;
    const state = await fetch(`${relay.url}/api/identity-secrets/ekhamra`, {
      headers: { Cookie: administrator },
    });
    expect(await state.json()).toEqual({
      madeAt: expect.any(Number) as number,
      previousUntil: expect.any(Number) as number,
    });
    const { cookie } = await visit(relay.url);
    expect((await handOver(cookie, await token({ key: before }))).status).toBe(200);
    expect((await handOver(cookie, await token())).status).toBe(200);
    relay.clock.ahead += 24 * 60 * 60_000 + 1;
    const later = await visit(relay.url);
    expect(await refusal(later.cookie, await token({ key: before }))).toEqual({ reason: 'signature' });
    relay.clock.ahead = 0;
    await post(relay.url, `${address}/remove`, await secretSeen(), administrator);
    expect(await refusal(cookie, await token())).toEqual({ reason: 'off' });
    const { docs } = await relay.storage.find('audit', { index: 'bySeq', order: 'desc', limit: 20 });
    expect(docs.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['identitySecretMade', 'identitySecretRemoved']),
    );
    expect(JSON.stringify(docs)).not.toContain(secret);
  });

  it.each([
    ['where there is none', false],
    ['where there is one', true],
  ])('of two administrators at the same moment one wins and the other is told, %s', async (_, one) => {
    await post(relay.url, `${address}/remove`, await secretSeen(), administrator);
    if (one) await newSecret();
    const seen = await secretSeen();
    const answers = await Promise.all([1, 2, 3].map(() => post(relay.url, address, seen, administrator)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.json()).toEqual({ error: { code: 'changed_meanwhile', data: { name: null } } });
    const made = (await answers.find(({ status }) => status === 201)?.json()) as IdentitySecretMade;
    const { cookie } = await visit(relay.url);
    expect((await handOver(cookie, await token({ key: made.secret }))).status).toBe(200);
    // What is removed, too, is what was seen.
    expect((await post(relay.url, `${address}/remove`, seen, administrator)).status).toBe(409);
    expect(await secretSeen()).toEqual({ madeAt: made.madeAt });
  });
});
