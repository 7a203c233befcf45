import type { Actor } from '@lotsa/core';
import type { CaseDoc } from '@lotsa/storage';
import { mailOfHandoffCase } from '../mail/handoff-mails.ts';
import type { Relay } from '../sockets/relay.ts';
import { callsForMail, mailCaseEntry } from './case-mail.ts';

/** Whoever made the entry has this long to put its mail in the outbox itself. */
const GRACE_MS = 10_000;
/** What could not be queued, and what strangers sent while the outbox is full, is tried again after this long. */
const AGAIN_MS = 5 * 60_000;
const BATCH = 50;

/**
 * Puts the mails that a case's log calls for in the outbox, and notes that they are there. What is to be sent follows from the
 * log, and each mail has one id: however often this is done, and however a relay ends in between, each goes once.
 * @param key opens the case, where its visitor has one already.
 */
export async function queueCaseMails(relay: Relay, doc: CaseDoc, key?: string): Promise<void> {
  const { storage, log, now } = relay.context;
  const { id, seq, mailDueAt, mailSince, mailHandoffId } = doc;
  if (mailDueAt === null) return;
  const settle = (set: Partial<CaseDoc>): Promise<unknown> =>
    // What has been called for since is settled with that.
    storage.update('cases', id, set, { seq, mailDueAt });
  try {
    for (const entry of doc.log) {
      if (entry.seq < mailSince || !callsForMail(doc, entry)) continue;
      // Strangers send forms: they fill no queue with them.
      if (entry.event.type === 'received' && (await relay.mail.isFull()))
        return void (await settle({ mailDueAt: now() + AGAIN_MS }));
      await mailCaseEntry(relay, doc, entry, entry.seq === 1 ? key : undefined);
    }
    if (mailHandoffId !== null) await tellAsked(relay, doc, mailHandoffId);
    await settle({ mailDueAt: null, mailHandoffId: null });
  } catch (error) {
    // The entry is there, and says what is to be sent: the sweep does it.
    log.warn({ err: error }, 'mail of a case not queued; it is tried again');
    await settle({ mailDueAt: now() + AGAIN_MS }).catch(() => undefined);
  }
}

/** Queues what a relay that ended left behind. */
export async function sweepCaseMails(relay: Relay): Promise<void> {
  const { storage, now } = relay.context;
  const { docs } = await storage.find('cases', {
    index: 'byMailDue',
    range: { field: 'mailDueAt', lte: now() - GRACE_MS },
    limit: BATCH,
  });
  for (const doc of docs) await queueCaseMails(relay, doc);
}

/** Those who were asked by the hand-off that became the case learn of it (rule H4); where that was cut off, it is finished first. */
async function tellAsked(relay: Relay, doc: CaseDoc, handoffId: string): Promise<void> {
  const asked = async () => {
    const conversation = await relay.conversations.load(doc.conversationId ?? '');
    return { conversation, handoff: conversation?.handoffs.find(({ id }) => id === handoffId) };
  };
  let { conversation, handoff } = await asked();
  if (conversation?.caseNumber === null && handoff?.state === 'requested') {
    await noteCase(relay, doc, handoffId).catch((error: unknown) =>
      relay.context.log.debug({ err: error }, 'the conversation went on otherwise'),
    );
    ({ conversation, handoff } = await asked());
  }
  if (conversation && handoff?.state === 'becameCase')
    await mailOfHandoffCase(relay, conversation, handoff, doc.number);
}

/** The conversation that a case was made of is told so, once. */
export async function noteCase(
  relay: Relay,
  doc: CaseDoc,
  handoffId?: string,
  actor: Actor = SYSTEM,
): Promise<void> {
  const conversationId = doc.conversationId ?? '';
  await relay.conversations.execute(
    conversationId,
    {
      type: 'openCase',
      number: doc.number,
      departmentId: doc.departmentId || null,
      promisedAt: doc.promisedAt,
      ...(handoffId === undefined ? {} : { handoffId }),
    },
    { actor, id: `case-${conversationId.slice(0, 58)}` },
  );
}

const SYSTEM: Actor = { type: 'system' };
