import { randomUUID } from 'node:crypto';
import { visitorRequests } from '@lotsa/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableOf } from '../../support/access-table.ts';
import { signIn, staffSocket, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

let relay: TestRelay;
beforeAll(async () => {
  relay = await TestRelay.start();
  await relay.staff('agent-01');
});
afterAll(() => relay.close());

it('[P6] nobody without a session gets in at all', async () => {
  await expect(staffSocket(relay.url, '')).rejects.toThrow('unauthenticated');
  await expect(visitorSocket(relay.url, '')).rejects.toThrow('unauthenticated');
  await expect(signIn(relay.url, 'agent-01', 'wrong')).rejects.toThrow('wrong_credentials');
});

it('[P6] a visitor has its own conversation and no other', async () => {
  const { rows } = tableOf('Visitors');
  const answers = new Map<string, string[]>();
  for (const name of Object.keys(visitorRequests) as (keyof typeof visitorRequests)[]) {
    const codes: string[] = [];
    for (const own of [true, false]) {
      const visitor = await relay.visitor();
      const other = await relay.visitor();
      const to = { conversationId: randomUUID(), id: randomUUID() };
      const question = {
        text: 'Hej',
        language: 'sv',
        page: null,
        topicId: 'bygglov',
        departmentId: null,
        contact: name === 'case:link' ? { email: 'kim@example.se' } : null,
      };
      await visitor.ask('conversation:start', { ...to, ...question });
      if (name === 'conversation:rate' || name === 'case:link')
        await visitor.ask('conversation:end', { ...to, id: randomUUID() });
      const payload = {
        'conversation:start': { ...to, ...(own ? {} : { id: randomUUID() }), ...question },
        'message:send': { ...to, id: randomUUID(), text: 'Hej' },
        'conversation:resume': { conversationId: to.conversationId, after: 0 },
        'messages:mark': { conversationId: to.conversationId, delivered: 1, read: 1 },
        'typing:set': { conversationId: to.conversationId, typing: true },
        'contact:leave': { ...to, id: randomUUID(), contact: { email: 'kim@example.se' } },
        'conversation:end': { ...to, id: randomUUID() },
        'case:link': { conversationId: to.conversationId },
        'conversation:rate': { conversationId: to.conversationId, scores: {}, comment: null },
      }[name];
      const answer = await (own ? visitor : other).answer(name, payload);
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    answers.set(name, codes);
  }
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(rows));
});
