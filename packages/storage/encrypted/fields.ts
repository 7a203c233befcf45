import type { CollectionName } from '../collections.ts';
import type { Sealer } from './sealer.ts';

/**
 * The fields, at any depth, that hold what somebody wrote, and secrets that have to be read again; those of {@link WITHIN} besides.
 * Addresses and phone numbers, which lists are found by, and settings are not among them. A field that is added is a new {@link LAYOUT}.
 */
const WRITTEN = {
  messages: ['text', 'note', 'question', 'reason', 'alt'],
  conversations: ['text', 'question', 'reason', 'declineReason'],
  handoffs: ['question', 'reason', 'declineReason'],
  cases: ['text', 'reason', 'summary', 'excerpt', 'value', 'alt', 'subject'],
  ratings: ['comment'],
  mails: ['subject', 'text', 'html'],
  incomingMails: ['subject', 'text'],
  files: ['name', 'alt'],
  passages: ['question', 'answer'],
  subjectRequests: ['name', 'replyTo', 'terms', 'answer', 'note', 'identityNote', 'extended'],
  bans: ['reason'],
  legalHolds: ['reason'],
  registrations: ['reason'],
  releases: ['reason'],
  webGaps: ['missing', 'text', 'quote'],
  departmentMonths: ['text'],
  searchMisses: ['query'],
  sessions: [],
  factors: ['totp', 'offered'],
  identitySecrets: ['secret', 'previous'],
  webhooks: ['secret', 'oldSecret'],
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;

/** What is sealed besides in the objects of these names: what a file is called, and who somebody is. */
const WITHIN = new Map([
  ['file', ['name']],
  ['files', ['name']],
  ['refused', ['name']],
  ['contact', ['name']],
  ['identity', ['subject', 'name', 'email', 'phone', 'personalNumber']],
]);

/** Which fields are sealed, as a number: what was written by a lower one is written anew at the next start. */
export const LAYOUT = 2;

/** A collection that has written fields. */
export type Sealed = keyof typeof WRITTEN;
export const SEALED_COLLECTIONS = Object.keys(WRITTEN) as Sealed[];
export const isSealedCollection = (name: CollectionName): name is Sealed => Object.hasOwn(WRITTEN, name);

/** Events whose `reason` is one of a few words, which the fold reads. */
const CODED = ['returned', 'offerEnded'];

type Change = (text: string) => string;

/** A copy of a value with every written field changed; of a list of texts each. */
function changed(value: unknown, fields: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, fields, change));
  if (typeof value !== 'object' || value === null) return value;
  const coded = CODED.includes((value as { type?: string }).type ?? '');
  const text = (inner: unknown): unknown =>
    typeof inner === 'string' ? inner && change(inner) : changed(inner, fields, change);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (fields.includes(name) && !coded)
        return [name, Array.isArray(inner) ? inner.map(text) : text(inner)];
      const within = WITHIN.get(name);
      return [name, changed(inner, within ? [...fields, ...within] : fields, change)];
    }),
  );
}

/** The document, or a part of it, as it is stored. */
export const sealed = <Value>(collection: Sealed, value: Value, place: string, sealer: Sealer): Value =>
  changed(value, WRITTEN[collection], (text) => sealer.seal(text, place)) as Value;

/** The document, or a part of it, as it was written. */
export const opened = <Value>(collection: Sealed, value: Value, place: string, sealer: Sealer): Value =>
  changed(value, WRITTEN[collection], (text) => sealer.open(text, place)) as Value;

/** Whether every written field is written with the key that writes now. */
export function isFresh(collection: Sealed, value: unknown, sealer: Sealer): boolean {
  let fresh = true;
  changed(value, WRITTEN[collection], (text) => {
    fresh &&= sealer.isFresh(text);
    return text;
  });
  return fresh;
}

/** Where a document's texts belong: to its conversation, or to itself. */
export function placeOf(collection: Sealed, doc: object): string {
  const { id, conversationId } = doc as { id: string; conversationId?: string };
  return collection === 'messages' || collection === 'handoffs' ? (conversationId ?? '') : id;
}
