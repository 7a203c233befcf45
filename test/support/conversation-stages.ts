import { randomUUID } from 'node:crypto';
import type { Actor } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { openingBy, writing } from './written-conversation.ts';

const system: Actor = { type: 'system' };
const staffActor = (id: string, role: 'agent' | 'specialist', departmentIds: string[] = []): Actor => ({
  type: 'staff',
  user: { id, name: id, role, departmentIds },
});
const owner = staffActor('agent-01', 'agent');
const asked = staffActor('specialist-sbf', 'specialist', ['SBF']);

/** Where a conversation stands when a request is made. */
export type Stage = 'queued' | 'offered' | 'requested' | 'accepted' | 'third' | 'closed';

/** A conversation at a stage, in a store; each request gets one of its own, so that none changes what another meets. */
export async function at(
  storage: Storage,
  stage: Stage,
  secret: boolean,
  word: string,
): Promise<Conversation> {
  const visitorId = randomUUID();
  const say = writing(storage);
  const opening = openingBy(visitorId, {
    departmentId: 'SBF',
    contact: { email: 'kim@example.se' },
    ...(secret ? { secret } : {}),
  });
  let last = await say({ type: 'visitor', visitorId }, { type: 'start', opening, text: word });
  if (stage === 'offered') {
    const user = { id: 'agent-01', name: 'agent-01' };
    last = await say(system, { type: 'offer', user, until: Date.now() + 60_000 });
  }
  if (stage === 'requested' || stage === 'accepted' || stage === 'third' || stage === 'closed') {
    last = await say(owner, { type: 'claim', load: 0, capacity: 1 });
    for (let i = 0; i < (stage === 'third' ? 3 : 1); i += 1) {
      last = await say(owner, {
        type: 'requestHandoff',
        mode: 'join',
        departmentId: 'SBF',
        user: null,
        question: word,
        reason: word,
        deadline: Date.now() + 60_000,
        skill: null,
      });
      if (stage === 'accepted') last = await say(asked, { type: 'acceptHandoff', handoffId: last.id });
    }
    if (stage === 'closed')
      last = await say(owner, {
        type: 'close',
        outcome: 'answered',
        topicId: 'bygglov',
        recordClass: 'register',
      });
  }
  return last.conversation;
}
