import * as v from 'valibot';

/**
 * Where a mail is that came in. `taken`: it is in a case. `ignored`: it needs nobody. `held`: its sender sent too many at once.
 * `failed`: it could not be understood. `trying`: something went wrong, and it is tried again by itself. `waiting`: somebody
 * asked to have it tried again. `erasing`: its case was erased, and it is on its way out of the mailbox.
 */
export const IncomingMailState = v.picklist([
  'taken',
  'ignored',
  'held',
  'failed',
  'trying',
  'waiting',
  'erasing',
]);
export type IncomingMailState = v.InferOutput<typeof IncomingMailState>;

/** Why a mail is where it is. To add one, name it here, and in the words of the console (`incomingWhy_…`). */
export const IncomingMailReason = v.picklist([
  /** It became a case. */
  'newCase',
  /** It joined a case (rule M1). */
  'reply',
  /** An automatic reply; noted on its case, if it has one (rule M3). */
  'autoReply',
  /** Tells that a mail of ours did not arrive, or arrives later (rule M4). */
  'bounce',
  /** A mail of ours that came back. */
  'own',
  /** Sent by a program, or to a list. */
  'automatic',
  /** Too many from its sender (rule M5). */
  'tooMany',
  /** No mail, but other bytes; or built so that it cannot be read. */
  'notMail',
  /** Nobody's address is in it. */
  'noSender',
  /** Something of ours went wrong. */
  'fault',
  /** It is not in the mailbox any more. */
  'gone',
]);
export type IncomingMailReason = v.InferOutput<typeof IncomingMailReason>;

/** A mail that came in, in the administrators' list. */
export interface IncomingMailEntry {
  id: string;
  state: IncomingMailState;
  why: IncomingMailReason;
  /** Its sender with all but the first letter and the domain hidden. */
  from: string;
  /** When the mailbox got it. */
  receivedAt: number;
  caseNumber: string | null;
  /** What was in it can be read here: it is in no case. */
  readable: boolean;
  /** It can be tried again, which makes a case of it where it was kept out. */
  retriable: boolean;
}

/** A mail that came in and is in no case, with what is in it as text. */
export interface OpenedIncomingMail extends IncomingMailEntry {
  sender: string;
  subject: string;
  text: string;
}

/** The mailbox that is read, as the relays last saw it. */
export interface MailboxState {
  /** When somebody looked last, and when that worked. */
  lookedAt: number | null;
  reachedAt: number | null;
  /** Why it did not work: a word of the connection's or the server's. */
  error: string | null;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** What a console may ask about mail that comes in. */
export const incomingMailRequests = {
  /** Mails, the latest first; all, or those in one state. */
  'incoming-mails:list': v.object({
    state: v.nullable(IncomingMailState),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  /** One with what is in it; written down (rule P7). */
  'incoming-mail:read': v.object({ id }),
  /** Takes one that was kept out, or that failed, as if it had come now. `wrong_status` where there is nothing to take. */
  'incoming-mail:retry': v.object({ id }),
} as const;

/** What they are answered with. */
export interface IncomingMailAnswers {
  /** `mailbox` is null where none is set. */
  'incoming-mails:list': { mails: IncomingMailEntry[]; next: string | null; mailbox: MailboxState | null };
  'incoming-mail:read': OpenedIncomingMail;
  'incoming-mail:retry': IncomingMailEntry;
}
