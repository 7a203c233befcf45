import * as v from 'valibot';
import { Id, Language } from './primitives.ts';
import * as LIMITS from './limits.ts';

/** What a mail is about. To add one, name it here, and in the words of the console (`mailKind_…`). */
export const MailKind = v.picklist([
  /** What was said in a conversation, to its visitor. */
  'transcript',
  /** A link that opens a conversation on another device. */
  'deviceLink',
  /** Somebody is asked by a hand-off, and is not there. */
  'handoffAsked',
  /** The time of a hand-off is soon over. */
  'handoffExpiring',
  /** A specialist's week. */
  'digest',
  /** The survey of whether the centre relieves the departments, to their staff. */
  'internalSurvey',
  /** What the centre met for a department in a month, to the department. */
  'departmentMonth',
  /** What is missing on the web pages, to their editors once a week. */
  'webGaps',
  /** What happens in a case, to whoever asked. */
  'case',
  /** A link by which a member of the staff sets its password, once. */
  'invite',
  /** A webhook was switched off, to administrators. */
  'webhookStopped',
  /** Agreements and guides that are to be looked over, to those who do. */
  'review',
]);
export type MailKind = v.InferOutput<typeof MailKind>;

/**
 * Where a mail is: `kept` where there is no mail server, so that it is only here to be read; `undelivered` where it was sent,
 * and came back (rule M4).
 */
export const MailState = v.picklist(['queued', 'sent', 'failed', 'undelivered', 'kept']);
export type MailState = v.InferOutput<typeof MailState>;

/** An address that a mail can be sent to: one, and nothing around it. */
export const MailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'empty'),
  v.maxLength(LIMITS.email, 'too_long'),
  v.email('email'),
);

/** What a member of the staff wants mail about. */
export const MailChoices = v.object({
  /** Hand-offs that come while nobody of those asked is there, or whose time is soon over. */
  handoffs: v.boolean(),
  /** The week, on Monday morning. */
  digest: v.boolean(),
  /** What is to be looked over again: a month before, and when the date has passed. */
  reviews: v.optional(v.boolean(), true),
  language: v.picklist(['sv', 'en']),
});
export type MailChoices = v.InferOutput<typeof MailChoices>;

/** `POST /api/conversations/{id}/mails`: its visitor wants something of it by mail. */
export const MailRequest = v.object({
  /** A retry has the same one, and is the same mail (rule D2). */
  id: Id,
  kind: v.picklist(['transcript', 'deviceLink']),
  email: MailAddress,
  language: Language,
});
export type MailRequest = v.InferOutput<typeof MailRequest>;

/** A mail in the administrators' list: whose it is stays out of it. */
export interface MailEntry {
  id: string;
  kind: MailKind;
  state: MailState;
  /** The recipient with all but the first letter and the domain hidden: `k***@example.se`. */
  to: string;
  createdAt: number;
  tries: number;
  nextTryAt: number | null;
  endedAt: number | null;
  /** Why the last try failed: the mail server's reply code, or a word for what went wrong on the way. */
  error: string | null;
  /** What was in it can still be read: it has not left, and never will by itself. */
  readable: boolean;
}

/** A mail with what is in it. */
export interface OpenedMail extends MailEntry {
  recipient: string;
  from: string;
  subject: string;
  language: string;
  text: string;
}

/** What a console may ask about mail. */
export const mailRequests = {
  /** Mails, the latest first; all, or those in one state. */
  'mails:list': v.object({
    state: v.nullable(MailState),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  /** One with what is in it; written down (rule P7). */
  'mail:read': v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  /** Tries one that failed or was kept anew. `wrong_status` where there is nothing to send, or no mail server. */
  'mail:resend': v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  /** What this user gets mail about. */
  'mail-choices:get': v.object({}),
  'mail-choices:set': MailChoices,
} as const;

/** What they are answered with. */
export interface MailAnswers {
  /** `server`: a mail server is set, so that mails leave. */
  'mails:list': { mails: MailEntry[]; next: string | null; server: boolean };
  'mail:read': OpenedMail;
  'mail:resend': MailEntry;
  /** `email` is null where there is no address to send to. */
  'mail-choices:get': MailChoices & { email: string | null };
  'mail-choices:set': null;
}
