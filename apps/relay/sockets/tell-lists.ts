import { redacted, withoutContact } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { allReaderRooms } from './audience.ts';
import { rooms, type StaffNamespace } from './server.ts';

/**
 * Tells rooms, but for those who are in others, what a conversation is now, each as it may see it (rule P6): whoever
 * reads it all of it, others that it exists, and how to reach a visitor under protected identity its owner alone.
 */
export function tellLists(
  staff: Pick<StaffNamespace, 'to'>,
  to: readonly string[],
  conversation: Conversation,
  except: readonly string[],
): void {
  const readers = allReaderRooms(conversation);
  const owner = conversation.ownerId ? rooms.user(conversation.ownerId) : rooms.nobody;
  const whole = conversation.protectedIdentity ? [owner] : readers;
  const tell = (told: string[], but: readonly string[], seen: Conversation): void => {
    if (told.length > 0)
      staff
        .to(told)
        .except([...except, ...but])
        .emit('conversation:changed', { conversation: seen });
  };
  const among = (some: readonly string[]): string[] => to.filter((room) => some.includes(room));
  tell(among(whole), [], conversation);
  if (conversation.protectedIdentity) tell(among(readers), [owner], withoutContact(conversation));
  tell(
    to.filter((room) => !readers.includes(room)),
    readers,
    redacted(conversation),
  );
}
