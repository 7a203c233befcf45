import { redactedCase } from '@lotsa/core';
import type { Registration, RegistrationEntry, UnclassedEntry } from '@lotsa/protocol';
import type { Documents } from '@lotsa/storage';
import { contactWords } from '../records/event-words.ts';
import type { Relay } from '../sockets/relay.ts';

/** A line of the queue. Of a secret record neither who nor what is shown (rule P6). */
export async function registrationEntry(
  { conversations, cases, directory }: Pick<Relay, 'conversations' | 'cases' | 'directory'>,
  registration: Registration,
): Promise<RegistrationEntry> {
  const { of } = registration;
  const gone: RegistrationEntry = {
    registration,
    subject: null,
    sender: null,
    departmentId: null,
    recordClass: null,
    receivedAt: null,
  };
  if (registration.state === 'erased') return gone;
  if (of.type === 'case') {
    const doc = await cases.byNumber(of.id);
    if (!doc) return gone;
    const shown = doc.secret ? redactedCase(doc) : doc;
    return {
      ...gone,
      subject: doc.secret ? null : shown.title,
      sender: shown.contact && contactWords(shown.contact),
      departmentId: doc.departmentId || null,
      receivedAt: doc.receivedAt,
    };
  }
  const conversation = await conversations.load(of.id);
  if (!conversation) return gone;
  const { secret, contact, topicId, ownerDepartmentId, departmentId, recordClass, startedAt } = conversation;
  const topic = topicId === null ? undefined : (await directory()).topics.get(topicId);
  return {
    ...gone,
    subject: secret ? null : (topic?.name ?? null),
    sender: secret ? null : contact && contactWords(contact),
    departmentId: ownerDepartmentId ?? departmentId,
    recordClass,
    receivedAt: startedAt,
  };
}

/** A conversation that nobody has classed. */
export const unclassedEntry = ({
  id,
  topicId,
  departmentId,
  excerpt,
  secret,
  startedAt,
  closedAt,
}: Documents['conversations']): UnclassedEntry => ({
  id,
  topicId,
  departmentId,
  excerpt: secret ? null : excerpt.text,
  secret,
  startedAt,
  closedAt: closedAt ?? 0,
});
