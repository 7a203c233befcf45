import type { Conversation, Message, NewMessage } from '@lotsa/protocol';
import type { Collection, Db } from 'mongodb';
import { type AppendResult, type Projection, project } from '../port.ts';
import { fromRaw, messageKey, type Raw, rawCollection, rawMessage } from './documents.ts';
import { duplicatesOf, unavailable } from './errors.ts';
import type { Heads } from './heads.ts';
import { Lagging } from './lagging.ts';
import { writeProjections } from './projections.ts';
import { load, markListed } from './repair.ts';

/** Messages in one group: with the longest texts allowed, far below the 48 MB of one command. */
const MAX_GROUP = 500;
/** Groups whose messages are on their way. With more, each would be smaller, and a commit of its own. */
const MAX_INSERTING = 2;

/** Whoever asked for what has waited for this long has been told that it was not done, in milliseconds. */
const STALE_MS = 2_000;

interface Waiting {
  began: number;
  projection: Projection;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Appends to conversations. `messages` is the log, and its insert the one point where an append is decided: the
 * document id is conversation and place, so that the database lets one of two have the place. Appends of the same
 * moment are one group: one insert, then one update of the conversations that it changed. What moves a conversation between
 * lists is answered after both; a text after the insert, and its conversation is written soon ({@link Lagging}). A crash in
 * between is mended by {@link load}, and for the lists by `sweep`.
 *
 * There are no gaps, as nobody inserts behind a message that it has not seen durable on a majority ({@link Heads}).
 * Within a group, messages of one conversation compete for one place: none can be behind another.
 */
export class Log {
  readonly #db: Db;
  readonly #messages: Collection<Raw>;
  readonly #heads: Heads;
  readonly #lagging: Lagging;
  #waiting: Waiting[] = [];
  #inserting = 0;
  #scheduled = false;
  readonly #marking = new Set<Promise<void>>();

  constructor(db: Db, heads: Heads) {
    this.#db = db;
    this.#messages = rawCollection(db, 'messages');
    this.#heads = heads;
    this.#lagging = new Lagging((conversations) =>
      writeProjections(
        db,
        conversations.map((conversation) => ({ conversation, handoffs: [] })),
        { repair: false },
      ),
    );
  }

  /** See the port. */
  async append(
    conversationId: string,
    before: Conversation | undefined,
    message: NewMessage,
  ): Promise<AppendResult> {
    const projection = project(conversationId, withoutMarks(before), message);
    if (before && !(await this.#isThere(conversationId, before.seq))) return { status: 'conflict' };
    return new Promise((resolve, reject) => {
      this.#refuseStale();
      this.#waiting.push({ began: performance.now(), projection, resolve, reject });
      this.#schedule();
    });
  }

  /** Finishes what no append waits for. There are no more appends. */
  async settled(): Promise<void> {
    await Promise.all([...this.#marking, this.#lagging.close()]);
  }

  /** Resolves when the conversation documents have folded every append that was answered here. */
  caughtUp(): Promise<void> {
    return this.#lagging.written();
  }

  #schedule(): void {
    if (this.#scheduled || this.#inserting >= MAX_INSERTING || this.#waiting.length === 0) return;
    this.#scheduled = true;
    // After the callbacks of this turn of the loop, so that what arrived together is written together.
    setImmediate(() => {
      this.#scheduled = false;
      this.#refuseStale();
      const group = this.#waiting.slice(0, MAX_GROUP);
      this.#waiting = this.#waiting.slice(MAX_GROUP);
      if (group.length > 0) void this.#write(group);
      this.#schedule();
    });
  }

  /** Those who asked try again under the same ids: a database that hangs must not find them many times over. */
  #refuseStale(): void {
    const now = performance.now();
    const fresh = this.#waiting.findIndex(({ began }) => now - began < STALE_MS);
    const stale = this.#waiting.splice(0, fresh === -1 ? this.#waiting.length : fresh);
    for (const { reject } of stale) reject(unavailable());
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const lost = await this.#insert(group);
      await Promise.all([
        this.#answerWon(group.filter((_, i) => !lost.has(i))),
        this.#answerLost(group.filter((_, i) => lost.has(i))),
      ]);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** @returns the places in the group that met a document with their key. */
  async #insert(group: readonly Waiting[]): Promise<ReadonlySet<number>> {
    this.#inserting += 1;
    try {
      await this.#messages.insertMany(
        group.map(({ projection }) => rawMessage(projection.message)),
        { ordered: false },
      );
      return new Set();
    } catch (error) {
      try {
        return duplicatesOf(error);
      } catch {
        // Those behind would wait for the same database; they are told at once, so that no waits add up.
        for (const { reject } of this.#waiting) reject(error);
        this.#waiting = [];
        throw error;
      }
    } finally {
      this.#inserting -= 1;
      this.#schedule();
    }
  }

  /** Says that the messages are stored: where they move their conversation between lists, when its document is written, too. */
  async #answerWon(won: readonly Waiting[]): Promise<void> {
    for (const one of won.filter(mayLag)) {
      this.#answer(one);
      this.#lagging.add(one.projection.conversation);
    }
    const moving = won.filter((one) => !mayLag(one));
    const projections = moving.map(({ projection }) => projection);
    try {
      await writeProjections(this.#db, projections, { repair: false });
    } catch (error) {
      for (const { reject } of moving) reject(error);
      return;
    }
    for (const one of moving) {
      this.#lagging.overtaken(one.projection.conversation);
      this.#answer(one);
    }
    const begun = projections.flatMap(({ conversation: { id, seq } }) => (seq === 1 ? [id] : []));
    // Nobody waits for it: a mark that stays only makes the next sweep look once more.
    const marking: Promise<void> = markListed(this.#db, begun)
      .catch(() => undefined)
      .finally(() => this.#marking.delete(marking));
    this.#marking.add(marking);
  }

  #answer({ projection: { message, conversation }, resolve }: Waiting): void {
    this.#heads.saw(conversation.id, conversation.seq);
    resolve({ status: 'appended', message, conversation });
  }

  /** A retry gets the message as it was stored; any other has lost its place. */
  async #answerLost(lost: readonly Waiting[]): Promise<void> {
    if (lost.length === 0) return;
    try {
      const stored = await this.#storedUnder(lost.map(({ projection }) => projection.message));
      for (const { projection, resolve } of lost) {
        const message = stored.get(nameOf(projection.message));
        resolve(
          message ? { status: 'duplicate', message: structuredClone(message) } : { status: 'conflict' },
        );
      }
    } catch (error) {
      for (const { reject } of lost) reject(error);
    }
  }

  /** What is stored under the senders' ids of messages, by {@link nameOf}. */
  async #storedUnder(sought: readonly Message[]): Promise<Map<string, Message>> {
    const ids = sought.map(({ conversationId, id }) => ({
      conversationId: { $eq: conversationId },
      id: { $eq: id },
    }));
    const raws = await this.#messages.find({ $or: ids }).toArray();
    const found = raws.map((raw) => fromRaw('messages', raw));
    // The first attempt may have ended between its two writes; a retry makes sure of the second.
    for (const id of new Set(found.map(({ conversationId }) => conversationId))) await load(this.#db, id);
    return new Map(found.map((message) => [nameOf(message), message]));
  }

  /** Whether the message that an append wants to go behind is there, durably. */
  async #isThere(conversationId: string, seq: number): Promise<boolean> {
    if (this.#heads.has(conversationId, seq)) return true;
    const filter = { _id: { $eq: messageKey(conversationId, seq) } };
    const found = await this.#messages.findOne(filter, { projection: { _id: 1 } });
    if (found) this.#heads.saw(conversationId, seq);
    return found !== null;
  }
}

/** Texts, files and notes leave a conversation where it is; its first message makes it. */
const mayLag = ({ projection: { message } }: Waiting): boolean => message.kind !== 'event' && message.seq > 1;

const nameOf = ({ conversationId, id }: Message): string => `${conversationId} ${id}`;

/** A caller may pass the conversation's document; its marks are not what messages decide. */
function withoutMarks(before: (Conversation & { marks?: unknown }) | undefined): Conversation | undefined {
  if (!before || !('marks' in before)) return before;
  const { marks: _marks, ...conversation } = before;
  return conversation;
}
