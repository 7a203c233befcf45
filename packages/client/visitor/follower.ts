import type {
  Answer,
  Marks,
  QueuePlace,
  VisitorAnswers,
  VisitorMessage,
  VisitorSnapshot,
} from '@lotsa/protocol';
import { createCatchUp } from '../catch-up.ts';
import { furthest } from '../furthest.ts';
import { lastSeq, takeMessage, takeSnapshot, type VisitorThread } from './thread.ts';

/** Keeps the one conversation that a panel shows in step with the relay (rules D3, D4). */
export interface Follower {
  readonly thread: VisitorThread | null;
  /** Shows this conversation from now on, or none. */
  replace(snapshot: VisitorSnapshot | null): void;
  /** Shows this conversation as soon as the relay has answered; another tab began it. */
  follow(conversationId: string): void;
  /** One message, from a fact or an acknowledgement; fetches what is missing before it. */
  receive(message: VisitorMessage): void;
  raise(conversationId: string, marks: Marks): void;
  moveInQueue(conversationId: string, place: QueuePlace): void;
  /** There is a new connection: fetches what was missed. */
  resume(): void;
}

/** Makes a follower of nothing. `resume` asks the relay, and answers null when the connection was called off. */
export function createFollower(
  resume: (
    conversationId: string,
    after: number,
  ) => Promise<Answer<VisitorAnswers['conversation:resume']> | null>,
  onChange: () => void,
): Follower {
  let thread: VisitorThread | null = null;
  let followed: string | null = null;
  /** Of which other conversation something was told last: of one that is just being begun, before its beginning was answered. */
  let told: string | null = null;

  function become(next: VisitorThread | null): void {
    followed = next?.conversation.id ?? null;
    if (next === thread) return;
    thread = next;
    onChange();
  }

  const catchUp = createCatchUp(async (conversationId) => {
    const known = thread?.conversation.id === conversationId ? lastSeq(thread) : 0;
    const answer = await resume(conversationId, known);
    if (!answer || followed !== conversationId) return false;
    if (answer.ok) {
      become(takeSnapshot(thread, answer.value));
      return answer.value.more && answer.value.messages.length > 0;
    }
    // Erased, or another visitor's: nothing of it may stay on the screen.
    if (answer.error.code === 'not_found') become(null);
    return false;
  });

  const ofThread = (conversationId: string): VisitorThread | null =>
    thread?.conversation.id === conversationId ? thread : null;

  return {
    get thread() {
      return thread;
    },
    replace(snapshot) {
      become(snapshot && takeSnapshot(thread, snapshot));
      if (snapshot && (snapshot.more || told === snapshot.conversation.id))
        void catchUp(snapshot.conversation.id);
    },
    follow(conversationId) {
      followed = conversationId;
      void catchUp(conversationId);
    },
    receive(message) {
      const known = ofThread(message.conversationId);
      if (!known) {
        told = message.conversationId;
        return;
      }
      const next = takeMessage(known, message);
      if (next) become(next);
      else void catchUp(message.conversationId);
    },
    raise(conversationId, marks) {
      const known = ofThread(conversationId);
      if (known) become({ ...known, marks: furthest(known.marks, marks) });
    },
    moveInQueue(conversationId, { place, waitMs }) {
      const known = ofThread(conversationId);
      if (known?.conversation.status === 'queued') become({ ...known, queue: { place, waitMs } });
    },
    resume() {
      if (followed) void catchUp(followed);
    },
  };
}
