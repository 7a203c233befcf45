import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ARRIVING_EVERY_MS } from '../../../../apps/relay/feedback/arriving-gaps.ts';
import { TestRelay } from '../../../support/relay.ts';

vi.setConfig({ testTimeout: 30_000 });

const PAGE = 'https://www.ekhamra.example/bygga/bygglov';
const list = { siteId: 'ekhamra', open: true, mine: false, after: null } as const;

async function asked(relay: TestRelay, page: string = PAGE) {
  const visitor = await relay.visitor();
  const conversationId = randomUUID();
  const question = { text: 'Vad kostar bygglov?', language: 'sv', page, topicId: 'bygglov' };
  const none = { departmentId: null, contact: null };
  await visitor.ask('conversation:start', { conversationId, id: randomUUID(), ...question, ...none });
  return conversationId;
}

it('[F1][F2] a gap goes from a conversation to its editor and is mended', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  const [agent, editor, manager] = [
    await relay.staff('agent-01'),
    await relay.staff('webeditor-1'),
    await relay.staff('manager-1'),
  ];
  const conversationId = await asked(relay);
  await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
  const id = randomUUID();
  const mark = {
    id,
    of: { type: 'conversation' as const, id: conversationId },
    page: `${PAGE}?x=1`,
    missing: 'Avgiften',
    words: ['Vad kostar det? Nå mig på 070-123 45 67'],
  };
  await agent.ask('gap:mark', mark);
  // A retry is the same gap.
  await agent.ask('gap:mark', mark);

  const { gaps } = await editor.ask('gaps:list', { ...list, mine: true });
  expect(gaps).toEqual([
    expect.objectContaining({ id, page: PAGE, missing: 'Avgiften', state: 'new', topicId: 'bygglov' }),
  ]);
  expect(JSON.stringify(gaps)).not.toMatch(/070|conversation/);

  // Somebody else edits the page: it is no longer this editor's.
  const { settings } = await manager.ask('feedback:settings', { siteId: 'ekhamra' });
  const { siteId, revision, ...choices } = settings;
  const pageEditors = [{ prefix: '/bygga', userIds: ['manager-1'] }];
  await manager.ask('feedback:set-settings', { siteId, revision, choices: { ...choices, pageEditors } });
  expect((await editor.ask('gaps:list', { ...list, mine: true })).gaps).toEqual([]);
  expect((await manager.ask('gap:get', { id })).editors.map((user) => user.id)).toEqual(['manager-1']);
  const stray = { ...choices, pageEditors: [{ prefix: '/bygga', userIds: ['agent-01'] }] };
  expect(
    await manager.answer('feedback:set-settings', { siteId, revision: 1, choices: stray }),
  ).toMatchObject({
    error: { code: 'invalid_payload', data: { field: 'pageEditors.0.userIds.0' } },
  });

  await editor.ask('gap:change', { id, seen: 'new', state: 'mended', text: 'Tabellen är på plats' });
  expect((await editor.ask('gaps:list', list)).gaps).toEqual([]);
  const closing = { conversationId, id: randomUUID(), outcome: 'answered', topicId: 'bygglov' } as const;
  await agent.ask('conversation:close', closing);
  relay.clock.ahead += 6 * 60_000;
  await relay.sweep();
  const { questions } = await editor.ask('gap:get', { id });
  expect(questions?.before).toHaveLength(8);
  const [day] = (
    await relay.storage.find('statDays', { index: 'byDay', equals: { siteId }, order: 'desc', limit: 1 })
  ).docs;
  expect(day?.pages).toEqual([[PAGE, 1]]);
  const { docs } = await relay.storage.find('audit', {
    index: 'bySubject',
    equals: { subjectId: id },
    limit: 10,
  });
  expect(new Set(docs.map(({ action }) => action))).toEqual(new Set(['gapMarked', 'gapRead', 'gapChanged']));
});

it('[F2] takes no word of a secret conversation, and its words go when the conversation goes', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  const agent = await relay.staff('agent-01');
  const visitor = await relay.visitor();
  const conversationId = randomUUID();
  const none = { departmentId: null, contact: null };
  const question = { text: 'Hej', language: 'sv', page: PAGE, topicId: 'bygglov' };
  await visitor.ask('conversation:start', { conversationId, id: randomUUID(), ...question, ...none });
  await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
  const of = { type: 'conversation', id: conversationId } as const;
  const mark = { of, page: '/bygglov', missing: 'Allt' };
  const gap = randomUUID();
  await agent.ask('gap:mark', { ...mark, id: gap, words: ['Hej'] });
  const secret = { conversationId, id: randomUUID(), secret: true, protectedIdentity: false };
  await agent.ask('conversation:mark-secret', secret);
  expect(await agent.answer('gap:mark', { ...mark, id: randomUUID(), words: ['Hej'] })).toMatchObject({
    error: { code: 'forbidden' },
  });
  await agent.ask('gap:mark', { ...mark, id: randomUUID(), words: [] });
  await agent.ask('conversation:mark-secret', { ...secret, id: randomUUID(), secret: false });
  const { number } = await agent.ask('case:open', { conversationId, id: randomUUID(), kind: 'question' });
  const ofCase = randomUUID();
  await agent.ask('gap:mark', { ...mark, of: { type: 'case', id: number }, id: ofCase, words: ['Hej'] });
  const done = { type: 'status', status: 'done', text: null, shared: false } as const;
  await agent.ask('case:update', { number, id: randomUUID(), seen: null, change: done });
  await agent.ask('conversation:close', {
    conversationId,
    id: randomUUID(),
    outcome: 'caseRegistered',
    topicId: 'bygglov',
    recordClass: 'minor',
  });
  for (const id of ['chat-general', 'contact-case'])
    await relay.storage.update('retentionRules', id, { decision: 'KS 1', inForce: true });
  relay.clock.ahead += 800 * 86_400_000;
  const like = await relay.storage.get('users', 'registrar-1');
  if (like) await relay.storage.insert('users', [{ ...like, id: 'administrator-1', role: 'administrator' }]);
  const administrator = await relay.staff('administrator-1');
  await administrator.ask('retention:run', {});
  expect(await relay.storage.load(conversationId)).toBeUndefined();
  expect(await relay.storage.count('cases', { index: 'byNumber', equals: { number }, limit: 1 })).toBe(0);
  for (const id of [gap, ofCase])
    expect(await relay.storage.get('webGaps', id)).toMatchObject({ missing: 'Allt', words: [] });
});

it('[F1] searches in vain and thumbs-down arrive by themselves, and editors are told once a week', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  // A Wednesday. A store that is begun on a Monday before the mails go out has its first mail a week later.
  relay.clock.ahead = ((10 - new Date().getUTCDay()) % 7) * 86_400_000;
  await relay.sweep();
  const editor = await relay.staff('webeditor-1');
  const search = await fetch(`${relay.url}/guides/ekhamra?q=qqxzwv`);
  expect(search.status).toBe(200);
  const day = new Date(Date.now() + relay.clock.ahead).toISOString().slice(0, 10);
  const count = { siteId: 'ekhamra', day, helped: 0, notHelped: 3 };
  await relay.storage.insert('helpCounts', [{ ...count, id: 'x', kind: 'guide', subjectId: 'g1' }]);
  relay.clock.ahead += ARRIVING_EVERY_MS;
  await relay.sweep();
  const { gaps } = await editor.ask('gaps:list', { ...list, mine: true });
  expect(gaps.map(({ source, title, words, count: n }) => [source, title, words, n])).toEqual([
    ['search', '', ['qqxzwv'], 1],
    ['guide', 'Bygglov steg för steg', [], 3],
  ]);
  relay.clock.ahead += 8 * 86_400_000;
  await relay.sweep();
  await relay.sweep();
  const mails = (await relay.storage.find('mails', { index: 'byTime', limit: 100 })).docs;
  const told = mails.filter(({ kind }) => kind === 'webGaps');
  expect(told.map(({ to }) => to)).toEqual(['webeditor-1@ekhamra.example']);
  expect(told[0]?.text).toContain('/console/admin/web-gaps');
  expect(told[0]?.text).not.toContain('qqxzwv');
});
