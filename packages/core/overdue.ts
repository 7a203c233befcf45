import type { Conversation, Handoff } from '@lotsa/protocol';
import { isOpenHandoff } from './evolve.ts';

/** The managers are alerted so long after the owner, when nothing was done about it (rule O6). */
export const MANAGER_ALERT_MS = 60 * 60_000;

/**
 * Whom a hand-off's deadline alerts next, once it has passed (rule O6); an empty string when nobody. A request that
 * nobody accepted expires, and comes back to its owner; one that was accepted and not answered is late.
 */
export function watchOf(handoff: Handoff): 'owner' | 'manager' | '' {
  const { alerted, state } = handoff;
  if (alerted === 'owner' && (state === 'expired' || isOpenHandoff(handoff))) return 'manager';
  return alerted === null && isOpenHandoff(handoff) ? 'owner' : '';
}

/** Whether a promise within the house is broken: a deadline has passed and nothing has been done about it since. */
export const hasOverdueHandoff = (
  conversation: Pick<Conversation, 'open' | 'handoffs'>,
  now: number,
): boolean =>
  conversation.open === 1 &&
  conversation.handoffs.some((h) => h.alerted !== null || (watchOf(h) !== '' && h.deadline <= now));
