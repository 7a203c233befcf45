import { randomUUID } from 'node:crypto';
import { type Actor, type Command, decide } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';

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
  const [conversationId, visitorId] = [randomUUID(), randomUUID()];
  let conversation: Conversation | undefined;
  const say = async (actor: Actor, command: Command): Promise<string> => {
    const id = randomUUID();
    const message = decide(conversation, command, { actor, id, now: Date.now() });
    const result = await storage.append(conversationId, conversation, message);
    if (result.status !== 'appended') throw new Error(result.status);
    conversation = result.conversation;
    return id;
  };
  const opening = {
    siteId: 'ekhamra',
    visitorId,
    language: 'sv',
    page: null,
    topicId: 'bygglov',
    departmentId: 'SBF',
    contact: { email: 'kim@example.se' },
    ...(secret ? { secret: true as const } : {}),
  };
  await say({ type: 'visitor', visitorId }, { type: 'start', opening, text: word });
  if (stage === 'offered') {
    const user = { id: 'agent-01', name: 'agent-01' };
    await say(system, { type: 'offer', user, until: Date.now() + 60_000 });
  }
  if (stage === 'requested' || stage === 'accepted' || stage === 'third' || stage === 'closed') {
    await say(owner, { type: 'claim', load: 0, capacity: 1 });
    for (let i = 0; i < (stage === 'third' ? 3 : 1); i += 1) {
      const handoffId = await say(owner, {
        type: 'requestHandoff',
        mode: 'join',
        departmentId: 'SBF',
        user: null,
        question: word,
        reason: word,
        deadline: Date.now() + 60_000,
        skill: null,
      });
      if (stage === 'accepted') await say(asked, { type: 'acceptHandoff', handoffId });
    }
    if (stage === 'closed')
      await say(owner, { type: 'close', outcome: 'answered', topicId: 'bygglov', recordClass: 'register' });
  }
  if (!conversation) throw new Error('not begun');
  return conversation;
}
