import { type Author, type ConversationEvent, fail, type NewMessage, type StaffRef } from '@lotsa/protocol';
import type { Actor } from './actor.ts';

/** Time and id are given, so that the same question has the same answer. */
export interface Context {
  actor: Actor;
  /** The id its sender gave to the message that this causes (rule D2). */
  id: string;
  now: number;
}

/** The actor as the records name it. */
export function authorOf(actor: Actor): Author {
  if (actor.type === 'staff') return { type: 'staff', id: actor.user.id, name: actor.user.name };
  return { type: actor.type };
}

/** Makes the message that tells of an event. */
export function eventMessage(
  context: Context,
  event: ConversationEvent,
  audience: 'public' | 'staff' = 'public',
): NewMessage {
  return { id: context.id, author: authorOf(context.actor), at: context.now, audience, kind: 'event', event };
}

/** The acting member of the staff; anybody else may not do this. */
export function staffOf(actor: Actor): StaffRef {
  if (actor.type !== 'staff') throw fail('forbidden', {});
  return { id: actor.user.id, name: actor.user.name };
}

/** @throws LotsaError `forbidden` for anybody but a registrar. */
export function requireRegistrar(actor: Actor): void {
  if (actor.type !== 'staff' || actor.user.role !== 'registrar') throw fail('forbidden', {});
}
