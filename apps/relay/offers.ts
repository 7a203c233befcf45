import { chatOffer } from '@lotsa/core';
import type { ChatOffer, Site } from '@lotsa/protocol';

/** What a site offers now, as the panel is told (rule R4). */
export function offerOf(site: Site, availableAgents: number, now: number): ChatOffer {
  const offer = chatOffer({ hours: site.hours, override: site.openOverride, now, availableAgents });
  const at = offer.nextChange?.at ?? null;
  return {
    chat: offer.chat,
    reason: offer.reason,
    closesAt: offer.open ? at : null,
    opensAt: offer.open ? null : at,
  };
}
