import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import type { StaffRef } from './message.ts';
import { Id, Time, writtenText } from './primitives.ts';

/** How long a visitor may be kept out of the chat, in hours: every ban has an end. */
export const BanHours = v.picklist([1, 24, 168, 720]);
export type BanHours = v.InferOutput<typeof BanHours>;

/** A visitor who may not begin a conversation until a time (rule B3). Forms, phone and e-mail stay open to it. */
export interface Ban {
  /** The visitor's. */
  id: string;
  siteId: string;
  /** The conversation it was banned from, where the reason stands. */
  conversationId: string;
  /** Null where the conversation is secret: there it is read by those who may. */
  reason: string | null;
  by: StaffRef;
  at: number;
  until: number;
}

/** What a console may ask about bans. */
export const banRequests = {
  /** Ends the conversation, and keeps its visitor from beginning another for a time. */
  'conversation:ban': v.object({
    conversationId: Id,
    id: Id,
    reason: writtenText(LIMITS.reason),
    hours: BanHours,
  }),
  /** A page of those that last, the one that lasts longest first. */
  'bans:list': v.object({ after: v.nullable(v.pipe(v.string(), v.maxLength(500))) }),
  /** Lets a visitor in again before its time. */
  'ban:lift': v.object({ banId: Id }),
} as const;

/** What they are answered with, besides the conversation that was ended. */
export interface BanAnswers {
  'bans:list': { bans: Ban[]; next: string | null };
  'ban:lift': null;
}

/** Work that a browser has done (rule B2): a number that fits, and the time of the task it belongs to. */
export const Proof = v.object({
  at: Time,
  nonce: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
});
export type Proof = v.InferOutput<typeof Proof>;
