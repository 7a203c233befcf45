import { type Access, accessOf, type Actor, type Command, redacted, staffConversation } from '@lotsa/core';
import { type Changed, type Conversation, fail } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { requireFresh } from '../sign-in/sessions.ts';
import type { Relay } from './relay.ts';
import type { StaffSocket } from './server.ts';

/** A conversation, and what this user may do with it. */
interface Seen {
  conversation: Conversation;
  access: Access;
}

/** What the handlers of one console's requests share. */
export interface StaffDesk {
  relay: Relay;
  socket: StaffSocket;
  /** As it was when the socket connected. */
  user: UserDoc;
  actor: Extract<Actor, { type: 'staff' }>;
  /** A conversation this user may know of; of any other it is not told that it exists. */
  existing: (conversationId: string) => Promise<Seen>;
  /** A conversation this user may read. */
  readable: (conversationId: string) => Promise<Seen>;
  /** Whoever sits there has proved within five minutes who it is. @throws LotsaError `step_up`. */
  requireProof: () => Promise<void>;
  /** Carries out a command of this user. Whoever may not read what came of it sees that it exists. */
  change: (request: { conversationId: string; id: string }, command: Command) => Promise<Changed>;
}

/** Makes it for a socket. */
export function staffDesk(relay: Relay, socket: StaffSocket): StaffDesk {
  const { user } = socket.data;
  const actor = { type: 'staff', user } as const;

  async function existing(conversationId: string): Promise<Seen> {
    const conversation = await relay.conversations.load(conversationId);
    const access = conversation && accessOf(actor, conversation);
    if (!conversation || !access?.exists) throw fail('not_found', {});
    return { conversation, access };
  }

  return {
    relay,
    socket,
    user,
    actor,
    existing,
    async readable(conversationId) {
      const seen = await existing(conversationId);
      if (!seen.access.read) throw fail('forbidden', {});
      return seen;
    },
    async requireProof() {
      const session = await relay.context.storage.get('sessions', socket.data.sessionId);
      if (!session) throw fail('unauthenticated', {});
      await requireFresh(relay.context, { user, session });
    },
    async change({ conversationId, id }, command) {
      const by = { actor, id };
      const { conversation, message } = await relay.conversations.execute(conversationId, command, by);
      return { conversation: staffConversation(actor, conversation) ?? redacted(conversation), message };
    },
  };
}
