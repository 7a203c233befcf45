import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const change = (conversationId: string) => ({ conversationId, id: randomUUID() });

async function asks(visitor: VisitorWire, over: object = {}): Promise<string> {
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', {
    ...change(conversationId),
    text: 'Behöver jag bygglov?',
    language: 'sv',
    page: null,
    topicId: 'bygglov',
    departmentId: null,
    contact: null,
    ...over,
  });
  return conversationId;
}

// Who is faster is decided by the storage: each of them is held to it.
describe.each(storageKinds)('claims at once on %s', (kind) => {
  let relay: TestRelay;
  beforeEach(async () => {
    relay = await TestRelay.start(kind);
  });
  afterEach(() => relay.close());

  let wires: StaffWire[] = [];
  const wire = (i: number): StaffWire => {
    const found = wires[i];
    if (!found) throw new Error('nobody is signed in');
    return found;
  };
  async function withAgents(n: number): Promise<VisitorWire> {
    wires = await Promise.all(Array.from({ length: n }, (_, i) => relay.staff(`agent-0${i + 1}`)));
    return relay.visitor();
  }

  it('[R2] one of 50 claims wins, by many agents at once', async () => {
    const id = await asks(await withAgents(5));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => wire(i % 5).answer('conversation:claim', change(id))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'already_claimed')).toHaveLength(
      49,
    );
  });

  it('[R1] claims at once take no more than the agent’s capacity', async () => {
    await withAgents(1);
    const ids = [];
    for (let i = 0; i < 6; i += 1) ids.push(await asks(await relay.visitor()));
    const answers = await Promise.all(ids.map((id) => wire(0).answer('conversation:claim', change(id))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'at_capacity')).toHaveLength(3);
  });

  it('[R1] claims at once on two relays of one database take no more than the agent’s capacity', async () => {
    const second = await relay.sibling();
    const [here, there] = [await relay.staff('agent-01'), await second.staff('agent-01')];
    const ids = [];
    for (let i = 0; i < 6; i += 1) ids.push(await asks(await relay.visitor()));
    const answers = await Promise.all(
      ids.map((id, i) => (i % 2 ? here : there).answer('conversation:claim', change(id))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(
      await relay.storage.count('conversations', {
        index: 'byOwner',
        equals: { ownerId: 'agent-01', open: 1 },
        limit: 9,
      }),
    ).toBe(3);
  });

  it('[R2] of 50 claims on two relays of one database one wins', async () => {
    const second = await relay.sibling();
    const agents: [StaffWire, ...StaffWire[]] = [
      await relay.staff('agent-01'),
      await second.staff('agent-02'),
      await relay.staff('agent-03'),
      await second.staff('agent-04'),
    ];
    const id = await asks(await relay.visitor());
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (agents[i % 4] ?? agents[0]).answer('conversation:claim', change(id)),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const messages = await relay.storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId: id },
      limit: 99,
    });
    expect(messages.docs).toHaveLength(2);
  });

  it('[R2] automatic: two conversations at once go to two agents with one place each, on two relays', async () => {
    await relay.storage.update('sites', 'ekhamra', { routing: 'automatic' });
    // What a relay knows of settings holds for five seconds.
    relay.clock.ahead += 6_000;
    const second = await relay.sibling();
    await relay.storage.update('users', 'agent-01', { capacity: 1 });
    await relay.storage.update('users', 'agent-02', { capacity: 1 });
    const here = await relay.staff('agent-01');
    await second.staff('agent-02');
    const [a, b] = [await relay.visitor(), await second.visitor()];
    const ids = await Promise.all([asks(a, { topicId: null }), asks(b, { topicId: null })]);
    await Promise.all([relay.sweep(), second.sweep()]);
    await Promise.all([relay.sweep(), second.sweep()]);
    const offers = await Promise.all(ids.map(async (id) => (await relay.storage.load(id))?.offer?.user.id));
    expect(new Set(offers)).toEqual(new Set(['agent-01', 'agent-02']));
    here.close();
  });
});
