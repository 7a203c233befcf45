import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { anonymise } from '../../../../apps/relay/retention/erase-conversation.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

vi.setConfig({ testTimeout: 30_000 });

const all = { siteId: 'ekhamra', departmentId: null, after: null };

it.each(storageKinds)('[P6] [P7] what was written with a rating is read by who may, on %s', async (kind) => {
  const relay = await TestRelay.start(kind);
  onTestFinished(() => relay.close());
  const agent = await relay.staff('agent-01');
  const rated = async (topicId: string, comment: string | null, secret = false): Promise<string> => {
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    const to = () => ({ conversationId, id: randomUUID() });
    const begun = { language: 'sv', page: null, topicId, departmentId: null, contact: null };
    await visitor.ask('conversation:start', { ...to(), ...begun, text: 'En fråga' });
    await agent.ask('conversation:claim', to());
    if (secret) await agent.ask('conversation:mark-secret', { ...to(), secret, protectedIdentity: false });
    await agent.ask('conversation:close', { ...to(), outcome: 'answered', topicId });
    relay.clock.ahead += 1_000;
    await visitor.ask('conversation:rate', { conversationId, scores: { ease: 4 }, comment });
    return conversationId;
  };
  const building = await rated('bygglov', 'Tack! Mitt nummer är 19121212-1212.');
  const waste = await rated('avfall', 'Det tog tid.');
  await rated('bygglov', null);
  await rated('bygglov', 'Ett hemligt ord.', true);

  const manager = await relay.staff('manager-1');
  const read = await manager.ask('rating-comments:list', all);
  expect(read).toMatchObject({
    next: null,
    comments: [
      { comment: 'Det tog tid.', topicId: 'avfall', conversationId: waste, scores: { ease: 4 } },
      { comment: 'Tack! Mitt nummer är ••••••-••••.', topicId: 'bygglov', conversationId: building },
    ],
  });
  const ofDepartment = await manager.ask('rating-comments:list', { ...all, departmentId: 'SBF' });
  expect(ofDepartment.comments.map(({ topicId }) => topicId)).toEqual(['bygglov']);

  // Its own department's, and no way to a conversation that it may not read.
  const coordinator = await relay.staff('coordinator-sbf');
  const { comments } = await coordinator.ask('rating-comments:list', all);
  expect(comments).toMatchObject([{ topicId: 'bygglov', conversationId: null }]);
  for (const [who, departmentId] of [
    [coordinator, 'TEF'],
    [agent, null],
  ] as const)
    expect(await who.answer('rating-comments:list', { ...all, departmentId })).toMatchObject({
      error: { code: 'forbidden' },
    });
  const { docs } = await relay.storage.find('audit', {
    index: 'bySubject',
    equals: { subjectId: 'ekhamra' },
    limit: 100,
  });
  const readers = docs.filter(({ action }) => action === 'ratingCommentsRead').map(({ actorId }) => actorId);
  expect(readers).toEqual(['manager-1', 'coordinator-sbf']);

  // It goes with the conversation and with the rule of ratings, by the one function of both; the score stays.
  const gone = await relay.storage.get('ratings', building);
  if (gone) await anonymise({ context: { storage: relay.storage } as never }, gone);
  expect((await coordinator.ask('rating-comments:list', all)).comments).toEqual([]);
  const scores = { index: 'bySite', equals: { siteId: 'ekhamra' }, limit: 10 } as const;
  expect((await relay.storage.find('ratings', scores)).docs).toHaveLength(4);

  // Where much belongs to nobody who asks, a page is empty and the next goes on behind it.
  const foreign = Array.from({ length: 230 }, (_, n) => ({
    id: randomUUID(),
    siteId: 'ekhamra',
    at: Date.now() + 3_600_000 + n,
    scores: {},
    comment: 'Ett hemligt ord.',
    commented: 1 as const,
    linked: 1 as const,
  }));
  await relay.storage.insert('ratings', foreign);
  const first = await manager.ask('rating-comments:list', all);
  expect(first.comments).toEqual([]);
  const second = await manager.ask('rating-comments:list', { ...all, after: first.next });
  expect(second).toMatchObject({ next: null, comments: [{ comment: 'Det tog tid.' }] });
});
