import type { ChatOffer } from '@lotsa/protocol';
import type { Formats } from '@lotsa/ui';
import type { Texts } from '../languages/index.ts';

/** Whether somebody answers now, and until or from when, in plain words (rule R4). */
export function offerText(offer: ChatOffer, t: Texts, formats: Formats): string {
  if (offer.reason === 'noAgent') return t.nobody;
  if (offer.chat)
    return offer.closesAt === null ? t.open : t.openUntil({ time: formats.time(offer.closesAt) });
  return offer.opensAt === null ? t.closed : t.closedUntil({ when: formats.dayTime(offer.opensAt) });
}
