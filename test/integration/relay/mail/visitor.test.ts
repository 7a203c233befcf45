import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { post, visitorSocket } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { headerOf, partOf, TestMailServer } from '../../../support/smtp.ts';

const NUMBER = '19811228-9874';

async function running() {
  const server = await TestMailServer.start();
  const relay = await TestRelay.start('embedded', { SMTP_URL: server.url });
  onTestFinished(() => relay.close());
  const agent = await relay.staff('agent-01');
  const visitor = await relay.visitor();
  const conversationId = randomUUID();
  const start = {
    conversationId,
    id: randomUUID(),
    text: 'Hej <b>alla</b>!\nBehöver jag bygglov?',
    language: 'sv',
    page: null,
    topicId: null,
    departmentId: null,
    contact: null,
  };
  await visitor.ask('conversation:start', start);
  await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
  const say = (kind: 'text' | 'note', text: string) =>
    agent.ask('message:send', { conversationId, id: randomUUID(), kind, text });
  const ask = (over: object = {}, cookie = visitor.cookie) =>
    post(
      relay.url,
      `/api/conversations/${conversationId}/mails`,
      { id: randomUUID(), kind: 'transcript', email: 'kim@example.se', language: 'sv', ...over },
      cookie,
    );
  return { server, relay, agent, visitor, conversationId, say, ask };
}

/** The link in a mail, and the path of it on a relay. */
function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/continue\/\S+/.exec(text)?.[0];
  if (!link) throw new Error('no link in the mail');
  const { pathname, search } = new URL(link);
  return pathname + search;
}

it('sends a visitor what was said, and no note, no inner event and no personal number', async () => {
  const { server, agent, conversationId, say, ask } = await running();
  await say('text', `Du skrev ${NUMBER}, det ska du inte.`);
  await say('note', 'Anteckning som ingen utanför ser');
  await agent.ask('handoff:request', {
    conversationId,
    id: randomUUID(),
    mode: 'consult',
    departmentId: 'SBF',
    userId: null,
    question: 'Inre fråga',
    reason: 'Inre skäl',
  });
  const answer = await ask();
  expect(answer.status).toBe(204);
  const [got] = await server.mails(1);
  if (!got) throw new Error('nothing came');
  expect(got.to).toEqual(['kim@example.se']);
  expect(headerOf(got, 'Subject')).toBe('Ditt samtal med Ekhamra Direkt');
  expect(partOf(got, 'text/html')).toContain('Hej &lt;b>alla');
  for (const part of [partOf(got, 'text/plain'), partOf(got, 'text/html')]) {
    expect(part).toContain('Behöver jag bygglov?');
    expect(part).toContain('Samhällsvägledare 1');
    expect(part).not.toMatch(/Anteckning|Inre|9874/);
  }
});

it.each([
  ['en', 'ltr', 'Your conversation with Ekhamra Direct'],
  ['ar', 'rtl', 'محادثتك مع إيكهامرا المباشر'],
  ['fi', 'ltr', 'Keskustelusi: Ekhamra Direkt'],
  ['sv-x-easy', 'ltr', 'Ditt samtal med Ekhamra Direkt'],
  ['tlh', 'ltr', 'Ditt samtal med Ekhamra Direkt'],
])('writes it in %s', async (language, dir, subject) => {
  const { server, ask } = await running();
  await ask({ language });
  const [got] = await server.mails(1);
  if (!got) throw new Error('nothing came');
  expect(headerOf(got, 'Subject')).toBe(subject);
  const tag = language === 'tlh' ? 'sv' : language;
  expect(partOf(got, 'text/html')).toContain(`<html lang="${tag}" dir="${dir}">`);
});

it('keeps the name of an agent and the date behind it apart where both have numbers and one reads from the left', async () => {
  const { server, say, ask } = await running();
  await say('text', 'نعم');
  await ask({ language: 'ar' });
  const [got] = await server.mails(1);
  if (!got) throw new Error('nothing came');
  expect(partOf(got, 'text/html')).toMatch(/<bdi>Samhällsvägledare 1<\/bdi><\/strong> <bdi>\d/);
  expect(partOf(got, 'text/plain')).toContain('\u2068Samhällsvägledare 1\u2069، ');
});

it('sends once for one request, to nobody else, and not without end', async () => {
  const { server, relay, visitor, ask } = await running();
  const id = randomUUID();
  expect((await ask({ id })).status).toBe(204);
  expect((await ask({ id })).status).toBe(204);
  const bad = await ask({ email: 'kim@example.se, all@example.se' });
  expect(await bad.json()).toMatchObject({
    error: { code: 'invalid_payload', data: { field: 'email', rule: 'email' } },
  });
  const other = await relay.visitor();
  expect((await ask({}, other.cookie)).status).toBe(404);
  expect((await ask({}, '')).status).toBe(404);
  let answer = await ask();
  for (let i = 0; i < 6; i += 1) answer = await ask({}, visitor.cookie);
  expect(answer.status).toBe(429);
  await server.mails(5);
  expect(server.received.every(({ to }) => to.length === 1)).toBe(true);
});

it('[P6] never mails what was said in a secret conversation', async () => {
  const { server, agent, conversationId, ask } = await running();
  await agent.ask('conversation:mark-secret', {
    conversationId,
    id: randomUUID(),
    secret: true,
    protectedIdentity: false,
  });
  const refused = await ask();
  expect(await refused.json()).toMatchObject({ error: { code: 'forbidden' } });
  // A link says nothing of it.
  expect((await ask({ kind: 'deviceLink' })).status).toBe(204);
  const [got] = await server.mails(1);
  if (!got) throw new Error('nothing came');
  expect(got.raw).not.toContain('bygglov');
});

it('goes on with a conversation on another device, by a link that is good once and for a day', async () => {
  const { server, relay, visitor, conversationId, say, ask } = await running();
  await ask({ kind: 'deviceLink' });
  const [got] = await server.mails(1);
  if (!got) throw new Error('nothing came');
  const path = linkIn(partOf(got, 'text/plain'));
  const key = new URL(path, relay.url).searchParams.get('key') ?? '';
  // At rest there is only its hash.
  const { docs } = await relay.storage.find('sessions', { index: 'byExpiry', limit: 100 });
  expect(JSON.stringify(docs)).not.toContain(key);

  const go = (secret: string) =>
    fetch(`${relay.url}/continue/ekhamra?lang=sv`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: relay.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ key: secret }),
    });
  // Programs that check mail open it, again and again.
  for (let i = 0; i < 2; i += 1) {
    const page = await fetch(relay.url + path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Fortsätt ditt samtal här');
    expect(page.headers.get('set-cookie')).toBeNull();
  }
  const opened = await go(key);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe('/chat/ekhamra?lang=sv');
  const cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  expect(cookie).not.toBe(visitor.cookie);

  const elsewhere = await visitorSocket(relay.url, cookie);
  onTestFinished(() => elsewhere.close());
  const there = await elsewhere.ask('conversation:resume', { conversationId, after: 0 });
  expect(there.messages[0]).toMatchObject({ kind: 'text', author: { type: 'visitor' } });
  // Both are in step.
  await say('text', 'Ja, det behöver du.');
  await Promise.all(
    [visitor, elsewhere].map((wire) =>
      wire.fact('message:sent', (m) => m.kind === 'text' && m.text === 'Ja, det behöver du.'),
    ),
  );

  const again = await go(key);
  expect(again.status).toBe(410);
  const gone = await again.text();
  expect(gone).toContain('Länken går inte att använda');
  expect(gone).toContain('/chat/ekhamra?lang=sv');

  await ask({ kind: 'deviceLink' });
  const [, second] = await server.mails(2);
  const later = new URL(linkIn(partOf(second ?? got, 'text/plain')), relay.url);
  relay.clock.ahead += 24 * 60 * 60_000 + 1;
  later.searchParams.set('lang', 'en');
  const late = await fetch(later);
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('The link cannot be used');
});
