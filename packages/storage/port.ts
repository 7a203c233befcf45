import type { Conversation, Message, NewMessage } from '@lotsa/protocol';
import type { CollectionName, Documents, IndexName, PassageDoc } from './collections.ts';

export * from './collections.ts';
export * from './query.ts';
export * from './projection.ts';
export * from './counter.ts';
export * from './copy-storage.ts';
export type { Encrypted } from './encrypted/open.ts';
export type { EncryptionKey } from './encrypted/sealer.ts';

/** What an index can hold and a query can compare. Strings compare by code point, numbers by value. */
export type Scalar = string | number;

/**
 * A query by one declared index. `equals` names its first fields, without a gap; `range` bounds the next one; the
 * order is by the fields after `equals`, then by id. There is no other query, so no query scans. A document with null in
 * a field of the index is not in that index (`closedAt` of a conversation that is open).
 */
export interface Query<C extends CollectionName> {
  index: IndexName<C>;
  equals?: { [F in keyof Documents[C] & string]?: Scalar };
  range?: { field: keyof Documents[C] & string; gte?: Scalar; gt?: Scalar; lte?: Scalar; lt?: Scalar };
  order?: 'asc' | 'desc';
  /** The `next` of the page before. */
  after?: string | null;
  /** At most 1,000. */
  limit: number;
}

/** A page of documents; `next` is null on the last one. */
export interface Page<C extends CollectionName> {
  docs: Documents[C][];
  next: string | null;
}

/** Collections whose documents a caller may change. To `audit` entries are only ever added (rule P7). */
export type Changeable = Exclude<CollectionName, 'messages' | 'conversations' | 'handoffs' | 'audit'>;

/**
 * Collections whose documents a caller may remove. Of the others, nothing goes (the audit log, its proofs), or
 * records refer to it (settings are retired), or there is one for each of something that stays.
 */
export type Removable =
  // of use for a while only
  | 'sessions'
  | 'mails'
  | 'incomingMails'
  | 'webhookDeliveries'
  | 'handovers'
  | 'bans'
  | 'brokenGlass'
  | 'guideDrafts'
  | 'passages'
  | 'searchMisses'
  | 'helpCounts'
  // records, which a retention rule or their visitor's wish removes (rules P4, P5)
  | 'cases'
  | 'ratings'
  | 'files'
  | 'legalHolds'
  | 'webGaps'
  | 'departmentMonths'
  | 'surveyRounds'
  | 'surveyTickets'
  | 'surveyAnswers'
  | 'subjectRequests'
  // settings that no record refers to
  | 'retentionRules'
  | 'agreements'
  | 'banners'
  | 'cannedResponses'
  | 'guides'
  | 'questions'
  | 'forms'
  | 'caseTypes'
  | 'caseTemplates'
  | 'synonyms'
  | 'webhooks'
  | 'eServices';

/** Refuses what the types refuse, for callers that are not held by them. @throws RangeError for a mistake of the caller. */
export function requireChangeable(collection: CollectionName): void {
  if (collection === 'audit') throw new RangeError('entries are only ever added to audit');
}

/** A condition of {@link Storage.update}: each field equals its value. */
export type Condition<C extends CollectionName> = Partial<Documents[C]>;

/** What became of an {@link Storage.append}. */
export type AppendResult =
  /** Durable, and in its place. */
  | { status: 'appended'; message: Message; conversation: Conversation }
  /** Its sender's id is in the conversation already: that message, as it was stored the first time (rule D2). */
  | { status: 'duplicate'; message: Message }
  /** Another message took the place; decide anew on the conversation as it is now. */
  | { status: 'conflict' };

/**
 * The storage that Lotsa is written against. Two adapters keep it, MongoDB and the embedded one; one contract suite
 * (`test/contract`) holds both to what is written here, and nothing above knows which it has.
 *
 * Invariants:
 * - When a promise of a write is fulfilled, the write survives `kill -9` of this process and of the database.
 * - The messages of a conversation have sequence numbers 1, 2, 3 … without gaps. A reader never sees n without all
 *   before n; so "everything after n" is always complete.
 * - (conversation, message id) is unique, for as long as the conversation is there.
 * - What was appended is changed by nothing but {@link Adapter.rewrite}, and goes by {@link erase} alone.
 * - A conversation document is the fold of a prefix of its messages. To the relay that appended them, and behind an event to
 *   everybody, of all of them once `append` has returned. To other relays, texts, notes and files that came last may be
 *   missing in it for a second or so, and where the one that appended them was killed, for some ten seconds or until it is loaded.
 *   `load` always gives the fold of all, on any relay.
 * - Writes of the same moment, from any callers, share one commit.
 * - Values given out and taken in are plain JSON, and are not shared with the caller.
 * - A database that does not answer makes the call fail with LotsaError `storage_unavailable` in bounded time, and
 *   nothing is said to be stored that is not. (It may be stored all the same; retry with the same id.)
 */
export interface Storage {
  /** Adds documents. Not for `messages`, `conversations` and `handoffs`, which {@link append} writes.
   * @returns how many were new; one whose id exists already is left as it is. */
  insert<C extends Exclude<CollectionName, 'messages' | 'conversations' | 'handoffs'>>(
    collection: C,
    docs: readonly Documents[C][],
  ): Promise<number>;

  /** Sets the document, whether it exists or not. */
  put<C extends Changeable>(collection: C, doc: Documents[C]): Promise<void>;

  /** The document by its id, or undefined. */
  get<C extends Exclude<CollectionName, 'messages'>>(
    collection: C,
    id: string,
  ): Promise<Documents[C] | undefined>;

  /** A page of documents by an index. */
  find<C extends CollectionName>(collection: C, query: Query<C>): Promise<Page<C>>;

  /** How many documents a query meets, counted up to its `limit`. `order` and `after` do not matter. */
  count<C extends CollectionName>(collection: C, query: Query<C>): Promise<number>;

  /**
   * Sets fields of one document if it exists and meets the condition, atomically.
   * @returns the document as it is now, or undefined when nothing was changed.
   */
  update<C extends Changeable>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition?: Condition<C>,
  ): Promise<Documents[C] | undefined>;

  /** Removes up to `limit` documents that a query meets. @returns how many. */
  remove<C extends Removable>(collection: C, query: Query<C>): Promise<number>;

  /** Removes one document that meets the condition, atomically. @returns whether it was there. */
  removeOne<C extends Removable>(collection: C, id: string, condition?: Condition<C>): Promise<boolean>;

  /**
   * Passages that hold at least one word of each group, the latest (`at`) first; where very
   * many do, of those that were written last. Words are compared as they are: letters and
   * digits, given by the search. It goes by an index of the words; how long it takes grows with how many passages hold the
   * rarest group.
   */
  search(groups: readonly (readonly string[])[], limit: number): Promise<PassageDoc[]>;

  /**
   * Raises marks of a conversation; a mark never sinks.
   * @returns the marks as they are now, or undefined when there is no such conversation or nothing rose.
   */
  raise(
    conversationId: string,
    marks: Partial<Documents['conversations']['marks']>,
  ): Promise<Documents['conversations']['marks'] | undefined>;

  /** The conversation as the fold of all its messages, or undefined. */
  load(conversationId: string): Promise<Conversation | undefined>;

  /**
   * Appends one message behind `before`, and sets conversation and hand-offs to what it makes of them, as one.
   * `before` is undefined for the first message of a conversation. Two appends behind the same message: one wins.
   */
  append(
    conversationId: string,
    before: Conversation | undefined,
    message: NewMessage,
  ): Promise<AppendResult>;

  /**
   * Removes a conversation with its messages and hand-offs as one: whoever reads sees all of it or nothing, and a crash in the
   * middle leaves it whole or is finished by itself. An append behind it is refused or leads nowhere.
   * Files, passages and what else names it are the caller's, before.
   * @returns whether it was there.
   */
  erase(conversationId: string): Promise<boolean>;

  /**
   * Removes the first entries of the audit log, up to and with a place: the one way in which entries go (rules P4, P7). The last
   * entry always stays, so that the chain goes on behind it.
   * @returns how many.
   */
  cutAudit(upTo: number): Promise<number>;

  /** The message with a sender's id, if it is in the conversation. */
  messageById(conversationId: string, id: string): Promise<Message | undefined>;

  /** Resolves when the storage answers a round trip; rejects in bounded time when it does not. */
  ping(): Promise<void>;

  /** Finishes what was begun, and lets go. */
  close(): Promise<void>;

  /** How the database would find a query: for the tests that hold that nothing scans. */
  explain<C extends CollectionName>(collection: C, query: Query<C>): Promise<'index' | 'scan'>;
}

/** What an adapter can besides: for the encryption, which lies between it and everything above. */
export interface Adapter extends Storage {
  /**
   * Writes fields of a document anew that mean what they meant before (another key encrypts them), if it meets the condition,
   * atomically. The only change of what {@link append} wrote; the id of a message is `conversationId:seq`.
   * @returns whether it was done.
   */
  rewrite<C extends Exclude<CollectionName, 'audit'>>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition: Condition<C>,
  ): Promise<boolean>;
}
