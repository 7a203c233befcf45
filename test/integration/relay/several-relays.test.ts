import { randomUUID } from 'node:crypto';
import { createApp } from '@lotsa/relay/app';
import { seedDemo } from '@lotsa/relay/seed';
import { expect, it, onTestFinished } from 'vitest';
import {
  signIn,
  type StaffWire,
  staffSocket,
  visit,
  visitorSocket,
  type VisitorWire,
} from '../../support/clients.ts';
import { PASSWORD, testContext } from './running-relay.ts';

/** Two relays on one store which tell each other nothing: what Redis does not tell. */
async function twoRelays(): Promise<[string, string]> {
  const context = await testContext({ MONGODB_URL: 'mongodb://127.0.0.1/held-by-the-test' });
  const real = { ...context, now: Date.now };
  await seedDemo(real);
  const urls = [];
  for (let i = 0; i < 2; i += 1) {
    const app = createApp(real);
    const { port } = await app.listen(0, '127.0.0.1');
    onTestFinished(() => app.close());
    urls.push(`http://127.0.0.1:${port}`);
  }
  return urls as [string, string];
}

async function agentAt(url: string): Promise<StaffWire> {
  const wire = await staffSocket(url, await signIn(url, 'agent-01', PASSWORD));
  onTestFinished(() => wire.close());
  return wire;
}

async function visitorAt(url: string): Promise<VisitorWire> {
  const wire = await visitorSocket(url, (await visit(url)).cookie);
  onTestFinished(() => wire.close());
  return wire;
}

const opening = (conversationId: string) => ({
  conversationId,
  id: randomUUID(),
  text: 'När hämtas soporna?',
  language: 'sv',
  page: null,
  topicId: null,
  departmentId: null,
  contact: null,
});

it('[D4] what no other relay tells is found in the store and told', async () => {
  const [one, other] = await twoRelays();
  const agent = await agentAt(one);
  const visitor = await visitorAt(other);
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', opening(conversationId));
  await agent.fact('conversation:changed', ({ conversation }) => conversation.id === conversationId);
  await agent.ask('conversation:resume', { conversationId, after: 0 });
  await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
  await visitor.fact(
    'message:sent',
    (message) => message.kind === 'event' && message.event.type === 'assigned',
  );

  await visitor.ask('message:send', { conversationId, id: randomUUID(), text: 'Hallå?' });
  await agent.fact('message:sent', (message) => message.kind === 'text' && message.text === 'Hallå?');

  await agent.ask('conversation:close', {
    conversationId,
    id: randomUUID(),
    outcome: 'answered',
    topicId: 'overigt',
  });
  await visitor.fact(
    'message:sent',
    (message) => message.kind === 'event' && message.event.type === 'closed',
  );
  // and nothing twice: what is on its way is not taken for lost
  const seqs = visitor.told('message:sent').map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

it('[R2] of two claims at once by two relays one wins, and the other is told who', async () => {
  const [one, other] = await twoRelays();
  const visitor = await visitorAt(one);
  const agents = [await agentAt(one), await staffSocket(other, await signIn(other, 'agent-02', PASSWORD))];
  onTestFinished(() => agents.forEach((agent) => agent.close()));
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', opening(conversationId));
  const answers = await Promise.all(
    agents.map((agent) => agent.answer('conversation:claim', { conversationId, id: randomUUID() })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'already_claimed' } });
});
