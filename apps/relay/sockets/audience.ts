import { isReadIn } from '@lotsa/core';
import type { Conversation, Handoff } from '@lotsa/protocol';
import { rooms } from './server.ts';

/** The rooms of those who may read a conversation besides the centre (`accessOf`). Never empty. */
export function readerRooms(conversation: Conversation): string[] {
  const list: string[] = [rooms.nobody, ...conversation.glass.map(({ user }) => rooms.user(user.id))];
  if (conversation.ownerId) list.push(rooms.user(conversation.ownerId));
  if (conversation.ownerDepartmentId) list.push(rooms.department(conversation.ownerDepartmentId));
  for (const handoff of conversation.handoffs) {
    if (handoff.acceptedBy) list.push(rooms.user(handoff.acceptedBy.id));
    if (isReadIn(handoff)) list.push(targetRoom(handoff));
  }
  return list;
}

/** Whether the same may read a conversation after a message as before it: of what has not changed, the objects are the same. */
export const haveSameReaders = (before: Conversation, after: Conversation): boolean =>
  before.secret === after.secret &&
  before.ownerId === after.ownerId &&
  before.ownerDepartmentId === after.ownerDepartmentId &&
  before.handoffs === after.handoffs &&
  before.glass === after.glass;

/** The rooms of all who may read it: of one that is not secret, the centre reads too (rule P6). */
export const allReaderRooms = (conversation: Conversation): string[] =>
  conversation.secret ? readerRooms(conversation) : [rooms.centre, ...readerRooms(conversation)];

/**
 * Where messages of a conversation are told: to who has it open. Of a secret one to its readers by name, whatever they
 * have open, so that nobody who had it open before hears any more.
 */
export const followerRooms = (conversation: Conversation): string[] =>
  conversation.secret ? readerRooms(conversation) : [rooms.conversation(conversation.id)];

/** The consoles of those whom a hand-off asks. */
export const targetRoom = (handoff: Handoff): string => {
  if (handoff.user) return rooms.user(handoff.user.id);
  return handoff.skill === null ? rooms.department(handoff.departmentId) : rooms.skill(handoff.skill);
};
