import {
  caseRecordAccess,
  conversationRecordAccess,
  hidesContact,
  maskPersonalNumbers,
  recordId,
  requireRecordAccess,
} from '@lotsa/core';
import { type AuditAction, fail, type RecordRef } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { type KeptRecord, keptRecord } from './read-record.ts';

const HOUR_MS = 60 * 60_000;

/** Finds out whether a member of the staff has a record as a whole. @throws LotsaError where not. */
async function requireRecord(
  relay: Relay,
  user: UserDoc,
  of: RecordRef,
  reason: string | null,
): Promise<{ hideContact: boolean; secret: boolean }> {
  if (of.type === 'case') {
    const doc = await relay.cases.byNumber(of.id);
    if (!doc) throw fail('not_found', {});
    const registration = await relay.registry.get(of);
    requireRecordAccess(caseRecordAccess(user, doc, registration !== undefined), reason);
    return { hideContact: false, secret: doc.secret };
  }
  const conversation = await relay.conversations.load(of.id);
  if (!conversation) throw fail('not_found', {});
  requireRecordAccess(conversationRecordAccess(user, conversation), reason);
  return { hideContact: hidesContact(conversation, user.id), secret: conversation.secret };
}

/**
 * A whole record for a member of the staff, written down before it is given (rule P7): reading once an hour, what leaves the house each
 * time. Of a secret one a registrar's reason stands with it. `check` throws where what is asked does not fit the record.
 */
export async function recordFor(
  relay: Relay,
  user: UserDoc,
  of: RecordRef,
  action: Extract<AuditAction, 'recordRead' | 'recordExported' | 'recordReleased'>,
  reason: string | null,
  check: (kept: KeptRecord) => Promise<void> = async () => undefined,
): Promise<KeptRecord> {
  const { hideContact, secret } = await requireRecord(relay, user, of, reason);
  const kept = await keptRecord(relay, of, hideContact);
  await check(kept);
  const hour = Math.floor(relay.context.now() / HOUR_MS);
  const once = `${action} ${user.id} ${recordId(of)} ${hour}`;
  await relay.audit(user, action, of.id, {
    ...(reason === null ? {} : { reason: maskPersonalNumbers(reason).text }),
    ...(action === 'recordRead' && !secret ? { once } : {}),
  });
  return kept;
}

/** Whether a record is to be known by this user: for what is shown beside it. @throws LotsaError where not. */
export const requireRecordKnown = async (relay: Relay, user: UserDoc, of: RecordRef): Promise<void> =>
  void (await requireRecord(relay, user, of, ''));
