import * as v from 'valibot';
import type { KnownAs } from './identity.ts';
import type { VisitorBanner } from './settings.ts';
import type { ChatOffer, VisitorSnapshot } from './visitor.ts';
import type { Localised } from './primitives.ts';

/** `POST /api/session`: a member of the staff signs in. */
export const SignIn = v.object({
  user: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(64, 'too_long')),
  password: v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(256, 'too_long')),
});
export type SignIn = v.InferOutput<typeof SignIn>;

/** `POST /api/setup`: the first administrator of an empty store, by the one-time link printed at the start. */
export const Setup = v.object({
  token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)),
  user: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/, 'slug')),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(120, 'too_long')),
  password: v.pipe(v.string(), v.minLength(12, 'too_short'), v.maxLength(256, 'too_long')),
});
export type Setup = v.InferOutput<typeof Setup>;

/** `POST /api/sites/:site/visit`: a panel was opened. */
export const Visit = v.object({
  /** The browser refused our cookie: answer with a token that the panel keeps itself. */
  withoutCookie: v.optional(v.boolean(), false),
  /** The token from before, where there is no cookie. */
  token: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
export type Visit = v.InferOutput<typeof Visit>;

/** What a panel starts from. */
export interface VisitAnswer {
  site: {
    id: string;
    name: Localised;
    centreName: Localised;
    languages: string[];
    phone: string;
    email: string;
    privacyNotice: Localised;
    privacyUrl: string | null;
    /** What to say while the chat is closed; null for nothing more than when it opens. */
    closedText: Localised | null;
    survey: { id: string; question: Localised }[];
    askTopic: 'off' | 'optional' | 'required';
    /** What can be chosen; none where the topic is not asked for. */
    topics: { id: string; name: Localised; eid?: true }[];
    /** What the e-identification is called, at `/identify/{site}`; null where there is none. */
    eid: string | null;
    /** What can be told by a form besides a question, at `/form/{site}/{form}`. */
    forms: { id: string; name: Localised }[];
  };
  /** Names of departments, by id, for those that appear in conversations. */
  departments: Record<string, Localised>;
  offer: ChatOffer;
  /** Important messages, the gravest first. */
  banners: VisitorBanner[];
  /** As whom the visitor is known in this browser (rule I3). */
  identity: KnownAs | null;
  /** The conversation this visitor has open, or its last one that is not rated yet. */
  current: VisitorSnapshot | null;
  /** Only with `withoutCookie`. */
  token?: string;
}
