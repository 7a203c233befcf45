import { type Access, accessOf, type Actor, type Command } from '@lotsa/core';
import { type Changed, type Conversation, fail } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Relay } from './relay.ts';
import type { StaffSocket } from './server.ts';

/** What the handlers of one console's requests share. */
export interface StaffDesk {
  relay: Relay;
  socket: StaffSocket;
  /** As it was when the socket connected. */
  user: UserDoc;
  actor: Extract<Actor, { type: 'staff' }>;
  /** A conversation this user may see; of any other it is not told that it exists. */
  readable(conversationId: string): Promise<{ conversation: Conversation; access: Access }>;
  /** Carries out a command of this user. */
  change(request: { conversationId: string; id: string }, command: Command): Promise<Changed>;
}

/** Makes it for a socket. */
export function staffDesk(relay: Relay, socket: StaffSocket): StaffDesk {
  const { user } = socket.data;
  const actor = { type: 'staff', user } as const;
  return {
    relay,
    socket,
    user,
    actor,
    async readable(conversationId) {
      const conversation = await relay.conversations.load(conversationId);
      const access = conversation && accessOf(actor, conversation);
      if (!conversation || !access?.read) throw fail('not_found', {});
      return { conversation, access };
    },
    async change({ conversationId, id }, command) {
      const by = { actor, id };
      const { conversation, message } = await relay.conversations.execute(conversationId, command, by);
      return { conversation, message };
    },
  };
}
