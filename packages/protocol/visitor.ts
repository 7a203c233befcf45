import type { VisitorBanner } from './settings.ts';
import * as v from 'valibot';
import { Proof } from './ban.ts';
import type { Marks, VisitorConversation } from './conversation.ts';
import * as LIMITS from './limits.ts';
import type { KnownAs } from './identity.ts';
import type { VisitorMessage } from './message.ts';
import { PageFacts } from './page-facts.ts';
import { Contact, Id, Language, Seq, Slug, writtenText } from './primitives.ts';

const inConversation = { conversationId: Id };

/** What a visitor's panel may ask of the relay, on the namespace `/visitor`. Every request is acknowledged. */
export const visitorRequests = {
  /** Opens a conversation with its first message. With `contact` it may be left while chat is not offered. */
  'conversation:start': v.object({
    conversationId: Id,
    /** Id of the first message. */
    id: Id,
    text: writtenText(LIMITS.text),
    language: Language,
    page: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.page), v.url())),
    topicId: v.nullable(Slug),
    departmentId: v.nullable(Slug),
    contact: v.nullable(Contact),
    facts: v.optional(PageFacts),
    /** After `proof_needed`. */
    proof: v.optional(Proof),
  }),
  'message:send': v.object({ ...inConversation, id: Id, text: writtenText(LIMITS.text) }),
  /** What came after a sequence number (rule D4); joins the conversation's room. */
  'conversation:resume': v.object({ ...inConversation, after: Seq }),
  /** How far the messages have reached this visitor's screen. */
  'messages:mark': v.object({ ...inConversation, delivered: Seq, read: Seq }),
  'typing:set': v.object({ ...inConversation, typing: v.boolean() }),
  /** Leaves contact details, in the queue or after: the centre answers later. */
  'contact:leave': v.object({ ...inConversation, id: Id, contact: Contact }),
  'conversation:end': v.object({ ...inConversation, id: Id }),
  /** A secret link to the case that the conversation became; each time another one. */
  'case:link': v.object(inConversation),
  /** Once a conversation is over; again within it replaces the earlier answer. */
  'conversation:rate': v.object({
    ...inConversation,
    scores: v.record(Slug, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
    comment: v.nullable(writtenText(LIMITS.comment)),
  }),
} as const;
export type VisitorRequests = typeof visitorRequests;

/** What the visitor's requests are answered with. */
export interface VisitorAnswers {
  'conversation:start': VisitorSnapshot;
  'message:send': { message: VisitorMessage };
  'conversation:resume': VisitorSnapshot;
  'messages:mark': null;
  'typing:set': null;
  'contact:leave': { message: VisitorMessage };
  'conversation:end': { message: VisitorMessage };
  'case:link': { number: string; url: string };
  'conversation:rate': null;
}

/** A conversation with the messages that were asked for, in order. */
export interface VisitorSnapshot {
  conversation: VisitorConversation;
  messages: VisitorMessage[];
  /** There are more after these; ask again after the last one. */
  more: boolean;
  marks: Marks;
  queue: QueuePlace | null;
}

/**
 * Where a waiting visitor stands (rule R3), and between how many milliseconds it will probably wait: four times of five.
 * `waitMs` is null while there is nothing to estimate from.
 */
export interface QueuePlace {
  place: number;
  waitMs: { low: number; high: number } | null;
}

/** What the relay tells a visitor's panel. */
export interface VisitorFacts {
  'message:sent': VisitorMessage;
  'marks:raised': { conversationId: string; marks: Marks };
  'typing:changed': { conversationId: string; name: string; typing: boolean };
  'queue:moved': { conversationId: string } & QueuePlace;
  'offer:changed': ChatOffer;
  /** As whom the visitor is known in this browser; null for nobody any more (rule I3). */
  'identity:changed': { identity: KnownAs | null };
  /** The important messages of the site, the gravest first, as they are now. */
  'banners:changed': { banners: VisitorBanner[] };
  /** The relay is going down: connect again after so many milliseconds. */
  'relay:draining': { retryAfterMs: number };
}

/** Whether chat is offered now (rule R4), and when that changes by the opening hours. */
export interface ChatOffer {
  chat: boolean;
  reason: 'open' | 'closed' | 'noAgent';
  /** When the centre closes next, while it is open. */
  closesAt: number | null;
  /** When it opens next, while it is closed. */
  opensAt: number | null;
}
