import { isCentre } from '@lotsa/core';
import { type Contact, fail, type Outcome } from '@lotsa/protocol';
import type { CaseDoc, UserDoc } from '@lotsa/storage';
import { isSecret } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { caseOfConversation } from './open-case.ts';

/** A question by another channel, as it is registered. */
interface RegisteredContact {
  conversationId: string;
  siteId: string;
  language: string;
  topicId: string;
  departmentId: string | null;
  outcome: Outcome;
  note: string | null;
}

/**
 * The case of a question that came by phone, visit, letter or e-mail and is not done: opened before it is registered under
 * its number; should that fail, the same request again finds it.
 */
export async function caseOfRegistered(
  relay: Relay,
  user: UserDoc,
  { conversationId: id, outcome, note, ...contact }: RegisteredContact,
  asked: { kind: string; contact: Contact | null } | null,
): Promise<CaseDoc | undefined> {
  if (outcome !== 'caseRegistered') return undefined;
  if (!isCentre(user.role)) throw fail('forbidden', {});
  const { caseTypes, departments } = await relay.directory();
  const kind = asked?.kind ?? 'question';
  if (!caseTypes.some((type) => type.id === kind))
    throw fail('invalid_payload', { field: 'case.kind', rule: 'unknown' });
  const secret = isSecret(departments.get(contact.departmentId ?? ''));
  return caseOfConversation(relay, {
    conversation: { ...contact, id, contact: asked?.contact ?? null, secret, caseNumber: null },
    topicId: contact.topicId,
    actor: { type: 'staff', user },
    kind,
    owner: { id: user.id, name: user.name },
    ...(note === null ? {} : { summary: note }),
  });
}
