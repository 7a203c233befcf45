import { type BanHours, type Conversation, fail } from '@lotsa/protocol';
import { type Context, staffOf } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';

const HOUR_MS = 60 * 60 * 1000;

/** When a ban of so many hours ends. */
export const banUntil = (now: number, hours: BanHours): number => now + hours * HOUR_MS;

/**
 * The ban that ends a conversation (rule B3): by a person, of somebody who wrote in the chat, and with an end.
 * @throws LotsaError `forbidden`, or `wrong_status` for a conversation without a visitor.
 */
export function banOf(
  ban: { until: number; reason: string },
  { visitorId, status }: Conversation,
  { actor, now }: Context,
): { until: number; reason: string } {
  staffOf(actor);
  if (visitorId === '' || ban.until <= now) throw fail('wrong_status', { status });
  return { until: ban.until, reason: maskPersonalNumbers(ban.reason).text };
}
