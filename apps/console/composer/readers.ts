import type { ShownStaffMessage } from '@lotsa/client';
import type { Conversation, Me } from '@lotsa/protocol';

/** A colleague who can read a conversation and has to do with it. */
export interface Reader {
  readonly id: string;
  readonly name: string;
}

/** Whom a note can be meant for: the owner, the specialists that are in it, and the centre's who wrote notes here. */
export function readersOf(
  me: Me,
  { owner, handoffs }: Conversation,
  messages: readonly ShownStaffMessage[],
): Reader[] {
  const open = handoffs.flatMap(({ acceptedBy, state }) =>
    state === 'accepted' && acceptedBy ? [acceptedBy] : [],
  );
  const wrote = messages.flatMap(({ kind, author }) =>
    kind === 'note' && author.type === 'staff' ? [{ id: author.id, name: author.name }] : [],
  );
  // Somebody who declined or was done may not read it any more.
  const gone = new Set(
    handoffs.flatMap(({ acceptedBy, state }) => (state !== 'accepted' && acceptedBy ? [acceptedBy.id] : [])),
  );
  const found = new Map<string, Reader>();
  for (const { id, name } of [...(owner ? [owner] : []), ...open, ...wrote]) {
    if (id !== me.id && !(gone.has(id) && owner?.id !== id)) found.set(id, { id, name });
  }
  return [...found.values()];
}

/** Whom a note is meant for unless something else is chosen: a manager's in another's conversation is a whisper to its owner. */
export const whisperTo = (me: Me, { owner }: Conversation): string | null =>
  me.role === 'manager' && owner !== null && owner.id !== me.id ? owner.id : null;
