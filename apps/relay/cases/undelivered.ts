import { createHash } from 'node:crypto';
import { LotsaError } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';

/** A mail about a case that did not reach its visitor. */
export interface UndeliveredMail {
  /** The case's number. */
  number: string;
  /** Tells mails apart: two reports of one mail are one entry. */
  mailId: string;
  sentAt: number;
  /** The mail server's reply code, if there is one. */
  status: string | null;
}

/** Writes in the case that a mail did not arrive, and tells its owner (rule M4). A case that was erased needs it no more. */
export async function noteUndelivered(
  { cases, context }: Pick<Relay, 'cases' | 'context'>,
  { number, mailId, sentAt, status }: UndeliveredMail,
): Promise<void> {
  const id = `undelivered-${createHash('sha256').update(mailId).digest('hex').slice(0, 40)}`;
  try {
    const by = { actor: { type: 'system' } as const, id };
    await cases.execute(number, { type: 'undelivered', sentAt, status }, by);
  } catch (error) {
    if (!(error instanceof LotsaError) || error.answer.code === 'storage_unavailable') throw error;
    context.log.debug({ err: error }, 'no case to tell of an undelivered mail');
  }
}
