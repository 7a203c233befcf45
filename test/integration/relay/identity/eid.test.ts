import { randomUUID } from 'node:crypto';
import type { ErrorAnswer, HandedOver } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, visit, visitorSocket, type VisitorWire } from '../../../support/clients.ts';
import { freePort } from '../../../support/free-port.ts';
import { openProvider, passProvider } from '../../../support/openid-provider.ts';
import { TestRelay } from '../../../support/relay.ts';

const NUMBER = '198112289874';

describe('e-identification of visitors at a real OpenID provider', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  let provider: Awaited<ReturnType<typeof openProvider>>;
  beforeAll(async () => {
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    const kim = { name: 'Kim Ek', email: 'kim@example.se', groups: [NUMBER] };
    const bo = { name: 'Bo Al', email: 'bo@example.se', groups: [] };
    provider = await openProvider(
      `${publicUrl}/identify/callback`,
      new Map([
        ['kim', { ...kim, number: NUMBER }],
        ['bo', { ...bo, number: '' }],
      ]),
    );
    const env = {
      PUBLIC_URL: publicUrl,
      VISITOR_OIDC_ISSUER: provider.issuer,
      VISITOR_OIDC_CLIENT_ID: 'lotsa',
      VISITOR_OIDC_CLIENT_SECRET: 'a secret of the tests alone',
      VISITOR_OIDC_NAME: 'BankID',
      VISITOR_OIDC_NUMBER_CLAIM: 'number',
      VISITOR_OIDC_ASSURANCE: 'high',
    };
    relay = await TestRelay.start('embedded', env);
    const topic = await relay.storage.get('topics', 'bygglov');
    await relay.storage.put('topics', { ...topic!, eid: true });
    const form = await relay.storage.get('forms', 'kontakt');
    await relay.storage.put('forms', { ...form!, eid: true });
    await relay.restart(env);
    const agent = await relay.staff('agent-01');
    await agent.ask('availability:set', { availability: 'available' });
  });
  afterAll(async () => {
    await relay.close();
    await provider.close();
  });

  /** A browser window of its own, without script. */
  function browser() {
    const jar = new Map<string, string>();
    return async (path: string, init: RequestInit = {}): Promise<Response> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { Origin: relay.url, cookie, 'sec-fetch-site': 'same-origin' };
      const response = await fetch(relay.url + path, { redirect: 'manual', ...init, headers });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      return response;
    };
  }
  const placeOf = (address: string): string => address.slice(new URL(address).origin.length);

  /** Through the provider's pages, back to ours. */
  async function identified(window: ReturnType<typeof browser>, sub: string, query = ''): Promise<Response> {
    const begun = await window(`/identify/ekhamra/begin${query}`);
    expect(begun.status).toBe(302);
    return window(placeOf(await passProvider(begun.headers.get('location') ?? '', sub)));
  }
  async function codeOf(sub: string): Promise<string> {
    const page = await (await identified(browser(), sub, '?lang=sv')).text();
    return /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(page)?.[0] ?? '';
  }
  const start = (wire: VisitorWire, conversationId: string) =>
    wire.answer('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Var är mitt bygglov?',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });

  it('[I4] a topic that needs it is asked about by whoever was identified, by a code that is good once', async () => {
    const { cookie, answer } = await visit(relay.url);
    expect(answer.site.eid).toBe('BankID');
    const wire = await visitorSocket(relay.url, cookie);
    const conversationId = randomUUID();
    expect(await start(wire, conversationId)).toMatchObject({
      ok: false,
      error: { code: 'identification_needed' },
    });
    const code = await codeOf('kim');
    const enter = (given: string, by = cookie) =>
      post(relay.url, '/api/sites/ekhamra/identity/code', { code: given }, by);
    const wrong = await enter('AAAA-AAAA');
    expect(wrong.status).toBe(403);
    expect(((await wrong.json()) as { error: ErrorAnswer }).error).toEqual({
      code: 'identity_refused',
      data: { reason: 'code' },
    });
    expect((await (await enter(code.toLowerCase())).json()) as HandedOver).toEqual({
      identity: { by: 'eid', provider: 'BankID', name: 'Kim Ek' },
      another: false,
    });
    expect((await enter(code, (await visit(relay.url)).cookie)).status).toBe(403);
    expect(await start(wire, conversationId)).toMatchObject({ ok: true });
    wire.close();

    // The number is a keyed hash, and its year.
    const stored = await relay.storage.load(conversationId);
    expect(stored?.identity).toMatchObject({
      by: 'eid',
      assurance: 'high',
      personalNumber: '1981••••-••••',
      subject: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    const { docs } = await relay.storage.find('sessions', {
      index: 'byExpiry',
      range: { field: 'expiresAt', gt: 0 },
      limit: 200,
    });
    expect(JSON.stringify([stored, docs])).not.toMatch(/8112289874|811228-9874/);

    // The same person is the same again.
    const again = await visit(relay.url);
    await enter(await codeOf('kim'), again.cookie);
    const other = await visitorSocket(relay.url, again.cookie);
    const second = randomUUID();
    expect(await start(other, second)).toMatchObject({ ok: true });
    expect((await relay.storage.load(second))?.identity?.subject).toBe(stored?.identity?.subject);
    // And opens nothing of before (rule I1).
    const read = await other.answer('conversation:resume', { conversationId, after: 0 });
    expect(read).toMatchObject({ ok: false, error: { code: 'not_found' } });
    other.close();
  });

  it('[I4] a code ends after five minutes', async () => {
    const code = await codeOf('kim');
    relay.clock.ahead += 5 * 60_000 + 1;
    const { cookie } = await visit(relay.url);
    const late = await post(relay.url, '/api/sites/ekhamra/identity/code', { code }, cookie);
    expect(late.status).toBe(403);
    relay.clock.ahead = 0;
  });

  it('[I3] [I4] a form that needs it is sent without script, says as whom, and its case knows who vouched', async () => {
    const window = browser();
    const send = (): Promise<Response> => {
      const body = new FormData();
      body.set('id', randomUUID());
      body.set('question', 'Var är mitt bygglov?');
      body.set('email', 'kim@example.se');
      body.set('phone', '0700-11 22 33');
      body.set('name', 'Kim');
      return window('/form/ekhamra/kontakt?lang=sv', { method: 'POST', body });
    };
    expect(await (await window('/form/ekhamra/kontakt?lang=sv')).text()).toContain(
      'behöver du legitimera dig först',
    );
    const refused = await send();
    expect(refused.status).toBe(403);
    // What was written stays.
    expect(await refused.text()).toContain('Var är mitt bygglov?');
    const json = { id: randomUUID(), language: 'sv', answers: { question: 'Hej', email: 'kim@example.se' } };
    expect((await post(relay.url, '/api/sites/ekhamra/forms/kontakt', json)).status).toBe(403);

    const back = await identified(window, 'kim', '?form=kontakt&lang=sv');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/form/ekhamra/kontakt?lang=sv']);
    expect(await (await window('/form/ekhamra/kontakt?lang=sv')).text()).toContain(
      'Du har legitimerat dig som Kim Ek (BankID)',
    );
    const sent = await send();
    expect(sent.status).toBe(303);
    const number = /\/case\/([A-Z0-9-]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
    const { docs } = await relay.storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
    expect(docs[0]?.identity).toMatchObject({ by: 'eid', name: 'Kim Ek' });

    expect((await window('/identify/ekhamra/end?form=kontakt')).status).toBe(303);
    expect((await send()).status).toBe(403);
  });

  it('is refused in words when the answer is not the one that was asked for, and shows no code', async () => {
    const window = browser();
    const begun = await window('/identify/ekhamra/begin?lang=sv');
    const to = new URL(await passProvider(begun.headers.get('location') ?? '', 'bo'));
    to.searchParams.set('state', 'x'.repeat(43));
    const page = await window(placeOf(to.href));
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('Legitimeringen blev inte klar');
    expect((await browser()(placeOf(to.href))).status).toBe(404);
  });
});
