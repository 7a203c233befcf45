import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { HANDOFF_MAIL_EVERY_MS } from '../../../../apps/relay/mail/handoff-mails.ts';
import { TestRelay } from '../../../support/relay.ts';
import { headerOf, partOf, TestMailServer } from '../../../support/smtp.ts';

const HOUR = 3_600_000;
const WORDS = 'hemligt-ord-i-fråga';

async function running(env: Record<string, string> = {}) {
  const server = await TestMailServer.start();
  const relay = await TestRelay.start('embedded', { SMTP_URL: server.url, ...env });
  onTestFinished(() => relay.close());
  const agent = await relay.staff('agent-01');

  /** A question that was taken, and handed to a department. */
  async function handedOff(departmentId: string, over: object = {}) {
    // However far the clock has gone: somebody is there to answer.
    await agent.ask('console:open', {});
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: WORDS,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    const id = randomUUID();
    const answer = await agent.ask('handoff:request', {
      conversationId,
      id,
      mode: 'consult',
      departmentId,
      userId: null,
      question: WORDS,
      reason: WORDS,
      ...over,
    });
    const deadline = answer.conversation.handoffs[0]?.deadline ?? 0;
    return { conversationId, handoffId: id, deadline };
  }

  /** What went to people; a department's mailbox has its own. */
  const toPeople = () => server.received.filter(({ to }) => to.some((one) => one.startsWith('specialist-')));
  const look = async (): Promise<void> => {
    relay.clock.ahead += HANDOFF_MAIL_EVERY_MS;
    await relay.sweep();
  };
  const mails = async () => (await relay.storage.find('mails', { index: 'byTime', limit: 100 })).docs;
  return { server, relay, agent, handedOff, look, mails, toPeople };
}

it('[H2] tells a specialist who is not there, once, with a link and none of what was written', async () => {
  const { server, relay, handedOff, look, toPeople } = await running();
  const sibling = await relay.sibling({ SMTP_URL: server.url });
  const { conversationId } = await handedOff('SBF');
  await look();
  await sibling.sweep();
  await look();
  expect(toPeople()).toHaveLength(1);
  const [got] = toPeople();
  if (!got) throw new Error('nothing came');
  expect(got.to).toEqual(['specialist-sbf@ekhamra.example']);
  expect(headerOf(got, 'Subject')).toBe('En fråga väntar på dig i Lotsa');
  const text = partOf(got, 'text/plain');
  expect(text).toContain(`/console/c/${conversationId}`);
  expect(text).toContain('Bygglov');
  expect(got.raw + text).not.toContain(WORDS);
});

it('[H4] tells of the case that a hand-off became, when nobody was there', async () => {
  const { server, handedOff, look, toPeople } = await running();
  await handedOff('SBF', { mode: 'join' });
  await server.mails(2);
  const [got] = toPeople();
  if (!got) throw new Error('nothing came');
  expect(partOf(got, 'text/plain')).toMatch(/\/console\/cases\/EKH-\d{4}-\d{6}/);
  expect(got.raw).not.toContain(WORDS);
  await look();
  expect(server.received).toHaveLength(2);
});

it('tells nobody by mail while somebody of those asked is there, nor whoever does not want it', async () => {
  const { server, relay, handedOff, look, toPeople } = await running();
  const specialist = await relay.staff('specialist-sbf');
  const { conversationId, handoffId } = await handedOff('SBF');
  await look();
  expect(server.received).toHaveLength(0);
  await specialist.ask('handoff:accept', { conversationId, id: randomUUID(), handoffId });

  const other = await relay.staff('specialist-tef');
  await other.ask('mail-choices:set', { handoffs: false, digest: true, reviews: true, language: 'en' });
  expect(await other.ask('mail-choices:get', {})).toEqual({
    handoffs: false,
    digest: true,
    reviews: true,
    language: 'en',
    email: 'specialist-tef@ekhamra.example',
  });
  other.close();
  relay.clock.ahead += 60_000;
  await handedOff('TEF');
  await look();
  expect(toPeople()).toHaveLength(0);
});

it.each([
  ['of a department whose matters are secret', 'SOF', false],
  ['that was marked as secret', 'SBF', true],
])('[P6] says nothing but where it is of a hand-off %s', async (_, departmentId, marked) => {
  const { server, agent, handedOff, look } = await running();
  const { conversationId } = await handedOff(departmentId);
  if (marked) {
    const change = { conversationId, id: randomUUID(), secret: true, protectedIdentity: false };
    await agent.ask('conversation:mark-secret', change);
  }
  await look();
  const [got] = server.received;
  if (!got) throw new Error('nothing came');
  const text = partOf(got, 'text/plain');
  expect(text).toContain(`/console/c/${conversationId}`);
  for (const part of [text, partOf(got, 'text/html'), headerOf(got, 'Subject') ?? ''])
    expect(part).not.toMatch(new RegExp(`${WORDS}|bygglov|socialförvaltning|Samhällsvägledare`, 'i'));
});

it('reminds of a hand-off when its time is soon over: those asked, or who accepted it', async () => {
  const { server, relay, handedOff, look } = await running();
  const specialist = await relay.staff('specialist-sbf');
  await specialist.ask('mail-choices:set', { handoffs: true, digest: false, reviews: true, language: 'sv' });
  const asked = await handedOff('SBF');
  const taken = await handedOff('SBF');
  await specialist.ask('handoff:accept', {
    conversationId: taken.conversationId,
    id: randomUUID(),
    handoffId: taken.handoffId,
  });
  await look();
  expect(server.received).toHaveLength(0);
  relay.clock.ahead += asked.deadline - HOUR - Date.now() - relay.clock.ahead;
  await look();
  await look();
  expect(server.received.map((got) => headerOf(got, 'Subject'))).toEqual([
    'Tiden är snart ute för en fråga i Lotsa',
    'Tiden är snart ute för en fråga i Lotsa',
  ]);
  const links = server.received.map((got) => /\/console\/c\/(\S+)/.exec(partOf(got, 'text/plain'))?.[1]);
  expect(new Set(links)).toEqual(new Set([asked.conversationId, taken.conversationId]));
});

/** Monday 23 November 2026, at a time in Stockholm (UTC+1). */
const monday = (hour: number, minute = 0): number => Date.UTC(2026, 10, 23, hour - 1, minute);

it('sends each specialist its week on Monday morning, once, whichever relay does it', async () => {
  const { server, relay, handedOff, look } = await running();
  const sibling = await relay.sibling({ SMTP_URL: server.url });
  const at = (time: number): void => void (relay.clock.ahead = time - Date.now());
  at(monday(9) - 3 * 24 * HOUR);
  await relay.sweep();
  const specialist = await relay.staff('specialist-sbf');
  const answered = await handedOff('SBF');
  const open = await handedOff('SBF');
  for (const { conversationId, handoffId } of [answered, open])
    await specialist.ask('handoff:accept', { conversationId, id: randomUUID(), handoffId });
  const { conversationId, handoffId } = answered;
  await specialist.ask('handoff:answer', { conversationId, id: randomUUID(), handoffId });
  expect(await specialist.ask('digest:get', { weeksAgo: 0 })).toMatchObject({
    answered: 1,
    openInAll: 1,
    open: [{ conversationId: open.conversationId, accepted: true }],
  });

  at(monday(6, 59));
  await relay.sweep();
  expect(server.received).toHaveLength(0);
  at(monday(7));
  await Promise.all([relay.sweep(), sibling.sweep()]);
  await look();
  const weeks = server.received.filter((got) => headerOf(got, 'Subject')?.startsWith('Din vecka'));
  expect(weeks.map(({ to }) => to)).toEqual([['specialist-sbf@ekhamra.example']]);
  const [week] = weeks;
  if (!week) throw new Error('nothing came');
  const text = partOf(week, 'text/plain');
  expect(text).toContain('Besvarade: 1');
  expect(text).toContain('Öppna nu: 1');
  expect(text).not.toContain(WORDS);
  expect(await specialist.ask('digest:get', { weeksAgo: 1 })).toMatchObject({ answered: 1 });
  expect(await specialist.ask('digest:get', { weeksAgo: 0 })).toMatchObject({ answered: 0, openInAll: 1 });
});

it('[P7] shows administrators what has not left: not whose it is in the list, and written down when read', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  const like = await relay.storage.get('users', 'registrar-1');
  if (!like) throw new Error('Ekhamra has no registrar');
  await relay.storage.insert('users', [{ ...like, id: 'administrator-1', role: 'administrator' }]);
  const administrator = await relay.staff('administrator-1');
  await relay.storage.insert('mails', [
    {
      id: 'case:1',
      kind: 'case',
      state: 'kept',
      siteId: 'ekhamra',
      to: 'kim@example.se',
      recipient: 'kim@example.se',
      language: 'sv',
      subject: 'Svar',
      text: 'Hej Kim!',
      html: '',
      thread: '',
      messageId: '',
      references: [],
      createdAt: Date.now(),
      tries: 0,
      nextTryAt: null,
      giveUpAt: Date.now() + HOUR,
      endedAt: Date.now(),
      error: null,
    },
  ]);
  const list = await administrator.ask('mails:list', { state: null, after: null });
  expect(list).toMatchObject({ server: false, mails: [{ id: 'case:1', to: 'k***@example.se' }] });
  expect(JSON.stringify(list)).not.toMatch(/kim|Hej/);
  expect(await administrator.ask('mail:read', { id: 'case:1' })).toMatchObject({
    recipient: 'kim@example.se',
    from: 'kontakt@ekhamra.example',
    text: 'Hej Kim!',
  });
  const about = { subjectId: 'case:1' };
  const { docs } = await relay.storage.find('audit', { index: 'bySubject', equals: about, limit: 10 });
  expect(docs).toMatchObject([{ action: 'mailRead', subjectId: 'case:1', actorId: 'administrator-1' }]);
  const answer = await administrator.answer('mail:resend', { id: 'case:1' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'wrong_status' } });

  const server = await TestMailServer.start();
  await relay.restart({ SMTP_URL: server.url });
  const again = await relay.staff('administrator-1');
  expect(await again.ask('mail:resend', { id: 'case:1' })).toMatchObject({ state: 'queued' });
  const [got] = await server.mails(1);
  expect(got?.to).toEqual(['kim@example.se']);
});

it('[H4] a department that was asked as a whole is told at its mailbox, with none of what was written', async () => {
  const { relay, handedOff, mails } = await running();
  const byAddress = async (to: string) => (await mails()).filter((mail) => mail.to === to);
  await handedOff('SBF', { mode: 'transfer' });
  const [mail, ...more] = await byAddress('sbf@ekhamra.example');
  expect(more).toEqual([]);
  expect(mail?.text).toContain('/console/cases/');
  expect(JSON.stringify(mail)).not.toContain(WORDS);
  // Of what is secret it says that something waits, and not even what it is about.
  await handedOff('SOF', { mode: 'transfer' });
  const [secret] = await byAddress('sof@ekhamra.example');
  expect(secret?.text).toContain('Logga in');
  expect(secret?.text).not.toMatch(/Bygglov|agent-01|Anna/);
  // Who was asked by name has a mailbox of its own.
  const user = (await relay.storage.get('users', 'specialist-sbf'))!;
  await handedOff('SBF', { mode: 'transfer', userId: user.id });
  expect(await byAddress('sbf@ekhamra.example')).toHaveLength(1);
});

it('a one-time link goes to its user where there is a mail server, and is read by nobody without a proof', async () => {
  const { relay, mails } = await running();
  const admin = await relay.staff('administrator-1');
  const { token, mailedTo } = await admin.ask('user:invite', { userId: 'agent-02' });
  expect(mailedTo).toBe('agent-02@ekhamra.example');
  const [mail] = (await mails()).filter(({ kind }) => kind === 'invite');
  // It may have left already: then nothing of it is kept.
  if (mail?.state === 'queued') expect(mail.text).toContain(`/console/welcome#token=${token}`);
  relay.clock.ahead = HOUR;
  expect(await admin.answer('mail:read', { id: mail!.id })).toMatchObject({ error: { code: 'step_up' } });
  const without = await TestRelay.start();
  onTestFinished(() => without.close());
  const there = await without.staff('administrator-1');
  expect(await there.ask('user:invite', { userId: 'agent-02' })).toMatchObject({ mailedTo: null });
  expect((await without.storage.find('mails', { index: 'byTime', limit: 9 })).docs).toEqual([]);
});
