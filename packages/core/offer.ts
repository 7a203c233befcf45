import type { OpeningHours, OpenOverride } from '@lotsa/protocol';
import { type HoursChange, isOpen, nextChange } from './opening-hours.ts';

/** What a site or department offers now (rule R4). */
export interface Offer {
  /** Chat when true, the contact form otherwise. */
  readonly chat: boolean;
  /** Whether it is open, with or without anybody there. */
  readonly open: boolean;
  readonly reason: 'open' | 'closed' | 'noAgent';
  /** When `open` changes next by the hours or by the override running out; `null` when that is not in sight. */
  readonly nextChange: HoursChange | null;
}

/** What `chatOffer` decides from. */
export interface OfferFacts {
  readonly hours: OpeningHours;
  /** A manager's word that beats the hours, until a moment or, with `null`, until it is taken back. */
  readonly override: OpenOverride | null;
  /** Epoch ms. */
  readonly now: number;
  /** How many agents with status `available` serve this site or department, in `language` if it is given. */
  readonly availableAgents: number;
  /** The visitor's language, which may have hours of its own. */
  readonly language?: string | undefined;
}

/**
 * Whether chat is offered: exactly when it is open and an available agent is there (rule R4). The one function that
 * widget, queue and statistics ask.
 */
export function chatOffer({ hours, override, now, availableAgents, language }: OfferFacts): Offer {
  const inForce = override !== null && (override.until === null || now < override.until) ? override : null;
  const open = inForce ? inForce.state === 'open' : isOpen(hours, now, language);
  const chat = open && availableAgents > 0;
  return {
    chat,
    open,
    reason: chat ? 'open' : open ? 'noAgent' : 'closed',
    nextChange: inForce ? afterOverride(hours, inForce, language) : nextChange(hours, now, language),
  };
}

function afterOverride(
  hours: OpeningHours,
  { state, until }: OpenOverride,
  language?: string,
): HoursChange | null {
  if (until === null) return null;
  const opens = isOpen(hours, until, language);
  return opens === (state === 'open') ? nextChange(hours, until, language) : { at: until, opens };
}
