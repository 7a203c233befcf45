import { type Access, isCentre } from '@lotsa/core';
import type { Conversation, Role } from '@lotsa/protocol';

/** Who sees what is written: the visitor, or staff only. */
export type Mode = 'text' | 'note';

/** What the composer writes here, by what is wanted and what is allowed; null when this user may not write at all. */
export function openComposerMode(access: Access, wantsNote: boolean): Mode | null {
  if (access.note && (wantsNote || !access.write)) return 'note';
  return access.write ? 'text' : null;
}

/**
 * The centre takes a question before it writes in it: a note there would look like an answer. A specialist, who cannot take it, goes on
 * with what it was asked for, also while the question has come back to the queue.
 */
export const takesFirst = (role: Role, { status }: Pick<Conversation, 'status'>): boolean =>
  status === 'queued' && isCentre(role);

/** Switches a conversation's composer. */
export function wantsNote(noting: { value: ReadonlySet<string> }, id: string, wanted: boolean): void {
  const next = new Set(noting.value);
  if (wanted) next.add(id);
  else next.delete(id);
  noting.value = next;
}

/** Notes and answers have drafts of their own: what was meant for colleagues never turns into a message. */
export const draftKey = (conversationId: string, mode: Mode): string =>
  mode === 'note' ? `${conversationId}:note` : conversationId;
