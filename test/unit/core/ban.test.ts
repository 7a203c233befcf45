import { banUntil, type Command, decide, evolve, visitorMessage } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const agent = { id: 'agent-01', name: 'Sara', role: 'agent', departmentIds: [] } as const;
const other = { ...agent, id: 'agent-02' };

function conversation(): Conversation {
  const opening = {
    siteId: 'ekhamra',
    visitorId: 'v'.repeat(16),
    language: 'sv',
    page: null,
    topicId: null,
    departmentId: null,
    contact: null,
  };
  const from = { conversationId: 'c'.repeat(16), seq: 1, at: NOW, audience: 'public' } as const;
  const begun = evolve(undefined, {
    ...from,
    id: 'm'.repeat(16),
    author: { type: 'visitor' },
    kind: 'text',
    text: 'Hej',
    opening,
  });
  const event = { type: 'assigned', user: { id: agent.id, name: agent.name } } as const;
  return evolve(begun, {
    ...from,
    seq: 2,
    id: 'a'.repeat(16),
    author: { type: 'system' },
    kind: 'event',
    event,
  });
}

const ban: Command = {
  type: 'close',
  outcome: 'spam',
  topicId: 'overigt',
  ban: { until: banUntil(NOW, 24), reason: 'Hotade mig, 19121212-1212' },
};
const by = (user: typeof agent | typeof other) =>
  ({ actor: { type: 'staff', user }, id: 'b'.repeat(16), now: NOW }) as const;

describe('[B3] a ban', () => {
  it('ends its conversation, with an author, a reason and an end', () => {
    const before = conversation();
    const message = { ...decide(before, ban, by(agent)), conversationId: before.id, seq: 3 };
    expect(message).toMatchObject({
      author: { id: 'agent-01' },
      event: { type: 'closed', ban: { until: NOW + 24 * HOUR, reason: 'Hotade mig, ••••••-••••' } },
    });
    expect(evolve(before, message)).toMatchObject({ status: 'closed', outcome: 'spam' });
    // The visitor is told until when, and not what was written of it.
    const seen = visitorMessage(message, 2);
    expect(seen).toMatchObject({ event: { type: 'closed', bannedUntil: NOW + 24 * HOUR } });
    expect(JSON.stringify(seen)).not.toContain('Hotade');
  });

  it('is by a person who decides on the conversation, and has an end that is to come', () => {
    const system = { actor: { type: 'system' }, id: 'b'.repeat(16), now: NOW } as const;
    expect(() => decide(conversation(), ban, system)).toThrow('forbidden');
    expect(() => decide(conversation(), ban, by(other))).toThrow('forbidden');
    const over: Command = { ...ban, ban: { until: NOW, reason: 'x' } };
    expect(() => decide(conversation(), over, by(agent))).toThrow('wrong_status');
    expect(() => decide({ ...conversation(), visitorId: '' }, ban, by(agent))).toThrow('wrong_status');
  });
});
