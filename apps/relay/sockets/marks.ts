import type { Conversation, Marks } from '@lotsa/protocol';
import { followerRooms } from './audience.ts';
import type { Relay } from './relay.ts';
import { rooms } from './server.ts';

/** Raises marks and tells both sides what rose: "delivered" and "read" on their screens (rule D5). */
export async function markRoom(
  relay: Relay,
  conversation: Conversation,
  marks: Partial<Marks>,
): Promise<void> {
  const { id: conversationId, visitorId } = conversation;
  const raised = await relay.context.storage.raise(conversationId, marks);
  if (!raised) return;
  const fact = { conversationId, marks: raised };
  relay.visitors.to(rooms.visitor(visitorId)).emit('marks:raised', fact);
  relay.staff.to(followerRooms(conversation)).emit('marks:raised', fact);
}
