import type { IncomingMailReason, IncomingMailState } from '@lotsa/protocol';

/**
 * A mail that came in. Its id is made of the mail itself, so that it is one however often it is read; the mail stays in the
 * mailbox, and this says what became of it.
 */
export interface IncomingMailDoc {
  id: string;
  state: IncomingMailState;
  why: IncomingMailReason;
  /** Where an answer goes, as addresses are compared; empty where there is none, and when it was erased. */
  sender: string;
  /** Its Message-ID; empty for none. */
  messageId: string;
  /** What is in it, while it is in no case; empty otherwise. */
  subject: string;
  text: string;
  /** The case that it is in; null for none. */
  caseNumber: string | null;
  /** When the mailbox got it. */
  receivedAt: number;
  /** When it was first looked at. */
  takenAt: number;
  tries: number;
  /** Somebody asked to have it taken, whatever it is. */
  asked: boolean;
  /** Where it lies: the folder, and its place there where the server told it (RFC 4315). */
  place: { folder: string; uidValidity: string; uid: number } | null;
}

/** The mailbox that is read. Its id is made of its address. */
export interface MailboxDoc {
  id: string;
  /** RFC 3501, 2.3.1.1: with another one, the numbers below mean nothing. */
  uidValidity: string;
  /** The first mail that is ours to take: what lay there before Lotsa did is left alone. */
  firstUid: number;
  /** When it was first read. */
  since: number;
  lookedAt: number;
  reachedAt: number | null;
  error: string | null;
}
