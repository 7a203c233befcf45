import { contactEmailOf, phoneKeyOf, watchOf } from '@lotsa/core';
import type { CollectionName, Documents } from './collections.ts';

/** Makes the value of an added field from the rest of a document, which may lack the others, too. */
type Added<Doc> = { [Field in keyof Doc]?: (doc: Partial<Doc>) => Doc[Field] };

/**
 * Fields that documents of an earlier version lack, and what they are then. Versions only ever add fields, so an old relay
 * goes on beside a new one: it does not see what was added, and what it writes without it is completed when it is read, and
 * in the database at the next start of a new relay, as lists find documents by some of these fields.
 */
const ADDITIONS: { [C in CollectionName]?: Added<Documents[C]> } = {
  conversations: {
    channel: () => 'chat',
    contactEmail: ({ contact }) => contactEmailOf(contact ?? null),
    contactPhone: ({ contact }) => phoneKeyOf(contact?.phone),
    priority: () => 1,
    waitingSince: ({ startedAt = 0 }) => startedAt,
    offer: () => null,
    offersMissed: () => [],
    previousAgentId: () => null,
    reopens: () => null,
    reopenedBy: () => null,
    secret: () => false,
    protectedIdentity: () => false,
    glass: () => [],
    caseNumber: () => null,
    hops: () => 0,
    handoffs: () => [],
    classedAt: ({ closedAt }) => closedAt ?? null,
    diaryNumber: () => null,
  },
  registrations: {
    since: ({ closedAt }) => closedAt ?? 0,
    deadline: ({ closedAt }) => closedAt ?? 0,
    exportedSeq: () => null,
    reason: () => null,
  },
  cases: {
    diaryNumber: () => null,
    contactPhone: ({ contact }) => phoneKeyOf(contact?.phone),
    glass: () => [],
    glassUntil: () => null,
    mailDueAt: () => null,
    mailSince: () => 0,
    mailHandoffId: () => null,
  },
  handoffs: {
    skill: () => null,
    alerted: () => null,
    skillId: ({ skill }) => skill ?? '',
    watched: (doc) => watchOf({ ...(doc as Documents['handoffs']), alerted: doc.alerted ?? null }),
  },
  ratings: { commented: ({ comment }) => (comment ? 1 : 0) },
  statDays: { pages: () => [] },
  mails: {
    messageId: () => '',
    references: () => [],
    recipient: ({ to }) => contactEmailOf({ email: to ?? '' }) ?? '',
  },
  sessions: { seenAt: ({ createdAt = 0 }) => createdAt },
  users: {
    skills: () => [],
    availabilityReason: () => null,
    missedOffers: () => 0,
  },
};

const ENTRIES = new Map(
  Object.entries(ADDITIONS).map(([collection, fields]) => [
    collection as CollectionName,
    Object.entries(fields),
  ]),
);

/** The collections that something was added to, with the names of the fields. */
export const ADDED: readonly (readonly [CollectionName, readonly string[]])[] = Object.entries(ADDITIONS).map(
  ([collection, fields]) => [collection as CollectionName, Object.keys(fields)],
);

/** What a document lacks. @returns the fields to add, or undefined where it is whole. */
export function additionsTo<C extends CollectionName>(
  collection: C,
  doc: Partial<Documents[C]>,
): Partial<Documents[C]> | undefined {
  const additions = (ENTRIES.get(collection) ?? []) as [string, (doc: Partial<Documents[C]>) => unknown][];
  let added: Record<string, unknown> | undefined;
  for (const [field, value] of additions) if (!(field in doc)) (added ??= {})[field] = value(doc);
  return added as Partial<Documents[C]> | undefined;
}
