import { recordId } from '@lotsa/core';
import type { RecordRef, RetentionRule, StaffRef } from '@lotsa/protocol';
import { eraseCase } from '../retention/erase-case.ts';
import { eraseConversation } from '../retention/erase-conversation.ts';
import { ERASING, entryOf, proofOf } from '../retention/run.ts';
import { type FoundDoc, isSecretDoc, refOf, type SubjectDocs, type SubjectRelay } from './records.ts';
import { judgeOf } from './judge.ts';

/** What became of an erasure. */
export interface Erased {
  erased: number;
  kept: number;
}

/**
 * Erases those of a person's records that were chosen and may go, as retention does: each looked at again under the lease, proved
 * before it begins and when it is done, with its files, its passages, its mails. What is secret is its department's to decide on.
 */
export async function eraseRecords(
  relay: SubjectRelay,
  docs: SubjectDocs,
  chosen: readonly RecordRef[],
  by: StaffRef,
): Promise<Erased> {
  const wanted = new Set(chosen.map(recordId));
  const records = docs.records.filter((found) => wanted.has(recordId(refOf(found))) && !isSecretDoc(found));
  let erased = 0;
  for (const found of records)
    if (await relay.leases.hold(ERASING, () => eraseOne(relay, found, docs, by))) erased += 1;
  for (const visitorId of docs.visitorIds) await forgetVisitor(relay, visitorId);
  return { erased, kept: chosen.length - erased };
}

async function eraseOne(
  relay: SubjectRelay,
  before: FoundDoc,
  { mails }: SubjectDocs,
  by: StaffRef,
): Promise<boolean> {
  const { storage } = relay.context;
  const found = await again(relay, before);
  if (!found || isSecretDoc(found)) return false;
  const verdict = await (await judgeOf(relay))(found);
  if (!verdict.may) return false;
  const entry = proof(relay, verdict.rule, found, by);
  await storage.insert('retentionLog', [entry]);
  for (const { id } of mails) if (id.split(':').includes(found.doc.id)) await storage.removeOne('mails', id);
  const done =
    found.type === 'case' ? await eraseCase(relay, found.doc) : await eraseConversation(relay, found.doc.id);
  await storage.update('retentionLog', entry.id, { state: 'done', erased: done ? 1 : 0 });
  return done;
}

const proof = ({ context }: SubjectRelay, rule: RetentionRule, found: FoundDoc, by: StaffRef) =>
  entryOf(rule, context.now(), by, { ids: [proofOf(refOf(found).id)], held: 0 });

/** As it is now: somebody may have opened it again, or put it under a hold. */
async function again(
  { conversations, cases, context }: SubjectRelay,
  found: FoundDoc,
): Promise<FoundDoc | null> {
  if (found.type === 'case') {
    const doc = await cases.byNumber(found.doc.number);
    return doc ? { ...found, doc } : null;
  }
  const now = await conversations.load(found.doc.id);
  const doc = await context.storage.get('conversations', found.doc.id);
  return now && doc ? { ...found, doc: { ...doc, ...now } } : null;
}

/** A browser with no conversation left is not known any more, unless it is kept out (rule B3). */
async function forgetVisitor({ context: { storage }, bans }: SubjectRelay, visitorId: string): Promise<void> {
  const left = await storage.count('conversations', { index: 'byVisitor', equals: { visitorId }, limit: 1 });
  if (left > 0 || (await bans.until(visitorId)) !== null) return;
  await storage.remove('sessions', {
    index: 'bySubject',
    equals: { kind: 'visitor', subjectId: visitorId },
    limit: 50,
  });
}
