import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { visit } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const HOUR = 3_600_000;

let relay: TestRelay;
afterEach(() => relay.close());

it('a visitor is known for 24 hours after it was last here, and somebody new after that', async () => {
  relay = await TestRelay.start();
  const visitor = await relay.visitor();
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', {
    conversationId,
    id: randomUUID(),
    text: 'Svarar ni i morgon?',
    language: 'sv',
    page: null,
    topicId: null,
    departmentId: null,
    contact: { email: 'kim@example.se' },
  });
  relay.clock.ahead = 23 * HOUR;
  const nextDay = await visit(relay.url, visitor.cookie);
  expect(nextDay.answer.current?.conversation.id).toBe(conversationId);
  expect(nextDay.answer.current?.messages[0]).toMatchObject({ text: 'Svarar ni i morgon?' });
  // Each visit counts anew.
  relay.clock.ahead = 46 * HOUR;
  const dayAfter = await visit(relay.url, nextDay.cookie);
  expect(dayAfter.answer.current?.conversation.id).toBe(conversationId);
  relay.clock.ahead = 71 * HOUR;
  const tooLate = await visit(relay.url, dayAfter.cookie);
  expect(tooLate.answer.current).toBeNull();
});
