import { isDeepStrictEqual } from 'node:util';
import type { Conversation, Marks, Message, NewMessage } from '@lotsa/protocol';
import {
  type Adapter,
  type AppendResult,
  type Changeable,
  type CollectionName,
  type Condition,
  type Documents,
  encodeCursor,
  INDEXES,
  type Page,
  type PassageDoc,
  project,
  type Query,
  type Removable,
  type Scalar,
  requireChangeable,
} from '../port.ts';
import { changesLatestOnly, isLatest, latestOf, restOf } from './conversation-texts.ts';
import { type Connection, unavailable, type Value } from './connection.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Lagging } from './lagging.ts';
import { matchOf, NEWEST, SEARCH } from './passages.ts';
import { select } from './select.ts';

/** The collections whose documents are written whole. */
type Plain = Exclude<CollectionName, 'messages' | 'conversations' | 'handoffs'>;

const NO_MARKS = JSON.stringify({
  visitorDelivered: 0,
  visitorRead: 0,
  staffDelivered: 0,
  staffRead: 0,
} satisfies Marks);

/** The storage port on SQLite. Documents are turned into text when they are given, so that nothing is shared. */
export class EmbeddedStorage implements Adapter {
  readonly #connection: Connection;
  readonly #commit: GroupCommit;
  readonly #lagging: Lagging;

  constructor(connection: Connection, commit: GroupCommit, lagging: Lagging) {
    this.#connection = connection;
    this.#commit = commit;
    this.#lagging = lagging;
  }

  async insert<C extends Plain>(collection: C, docs: readonly Documents[C][]): Promise<number> {
    const rows = docs.map((doc) => [doc.id, JSON.stringify(doc)] as const);
    const sql = `INSERT INTO "${collection}" (id, doc) VALUES (?, ?) ON CONFLICT DO NOTHING`;
    return this.#commit.add(() => rows.reduce((added, row) => added + this.#connection.run(sql, ...row), 0));
  }

  async put<C extends Changeable>(collection: C, doc: Documents[C]): Promise<void> {
    requireChangeable(collection);
    const row = [doc.id, JSON.stringify(doc)] as const;
    await this.#commit.add(() => this.#set(collection, ...row));
  }

  async get<C extends Exclude<CollectionName, 'messages'>>(
    collection: C,
    id: string,
  ): Promise<Documents[C] | undefined> {
    const row = this.#read(() =>
      this.#connection.get(`SELECT ${textOf(collection)} FROM "${collection}" WHERE id = ?`, id),
    );
    return row && this.#parse<Documents[C]>(row);
  }

  async find<C extends CollectionName>(collection: C, query: Query<C>): Promise<Page<C>> {
    this.#settle(collection, query);
    const { sql, values, order, limit } = select(collection, query, 1);
    const rows = this.#read(() => this.#connection.all(`SELECT ${textOf(collection)} ${sql}`, ...values));
    const docs = rows.slice(0, limit).map((row) => this.#parse<Documents[C]>(row));
    const last = docs.at(-1) as Record<string, Scalar> | undefined;
    const more = rows.length > limit && last;
    return { docs, next: more ? encodeCursor(order.map((field) => last[field] as Scalar)) : null };
  }

  async count<C extends CollectionName>(collection: C, query: Query<C>): Promise<number> {
    this.#settle(collection, query);
    const { sql, values } = select(collection, { ...query, after: null });
    return Number(
      this.#read(() => this.#connection.get(`SELECT count(*) FROM (SELECT 1 ${sql})`, ...values))?.[0],
    );
  }

  async update<C extends Changeable>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition: Condition<C> = {},
  ): Promise<Documents[C] | undefined> {
    requireChangeable(collection);
    const [changes, expected] = [copy(set), copy(condition)];
    return this.#commit.add(() => {
      const row = this.#connection.get(`SELECT doc FROM "${collection}" WHERE id = ?`, id);
      const doc = row && this.#parse<Documents[C]>(row);
      if (!doc || !meets(doc, expected)) return undefined;
      const changed = { ...doc, ...changes, id };
      this.#set(collection, id, JSON.stringify(changed));
      return changed;
    });
  }

  async remove<C extends Removable>(collection: C, query: Query<C>): Promise<number> {
    requireChangeable(collection);
    const { sql, values } = select(collection, query);
    return this.#erase(() =>
      this.#connection.run(`DELETE FROM "${collection}" WHERE id IN (SELECT id ${sql})`, ...values),
    );
  }

  async search(groups: readonly (readonly string[])[], limit: number): Promise<PassageDoc[]> {
    const match = matchOf(groups);
    if (match === null) return [];
    const rows = this.#read(() => this.#connection.all(SEARCH, match, Math.max(limit, NEWEST)));
    const found = rows.map((row) => this.#parse<PassageDoc>(row));
    return found.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, limit);
  }

  async removeOne<C extends Removable>(
    collection: C,
    id: string,
    condition: Condition<C> = {},
  ): Promise<boolean> {
    requireChangeable(collection);
    const expected = copy(condition);
    return this.#erase(() => {
      const row = this.#connection.get(`SELECT doc FROM "${collection}" WHERE id = ?`, id);
      if (!row || !meets(this.#parse<Documents[C]>(row), expected)) return false;
      return this.#connection.run(`DELETE FROM "${collection}" WHERE id = ?`, id) > 0;
    });
  }

  async raise(conversationId: string, marks: Partial<Marks>): Promise<Marks | undefined> {
    const given = Object.entries(marks) as [keyof Marks, number][];
    return this.#commit.add(() => {
      const row = this.#connection.get('SELECT marks FROM conversations WHERE id = ?', conversationId);
      if (!row) return undefined;
      const now = this.#parse<Marks>(row);
      const higher = given.filter(([mark, value]) => value > now[mark]);
      if (higher.length === 0) return undefined;
      Object.assign(now, Object.fromEntries(higher));
      this.#connection.run(
        'UPDATE conversations SET marks = ? WHERE id = ?',
        JSON.stringify(now),
        conversationId,
      );
      return now;
    });
  }

  async load(conversationId: string): Promise<Conversation | undefined> {
    const row = this.#read(() =>
      this.#connection.get('SELECT doc, latest FROM conversations WHERE id = ?', conversationId),
    );
    return row && this.#parse<Conversation>(row);
  }

  async append(
    conversationId: string,
    before: Conversation | undefined,
    message: NewMessage,
  ): Promise<AppendResult> {
    const projection = project(conversationId, before, message);
    const { id, seq } = projection.message;
    const doc = JSON.stringify(projection.message);
    const latest = latestOf(projection.conversation);
    const onlyLatest = before?.open === 1 && changesLatestOnly(message);
    const rest = onlyLatest ? null : restOf(projection.conversation);
    const handoffs = projection.handoffs.map((handoff) => [handoff.id, JSON.stringify(handoff)] as const);
    return this.#commit.add((): AppendResult => {
      const run = (sql: string, ...values: Value[]): boolean => this.#connection.run(sql, ...values) > 0;
      const isNext = before
        ? this.#seqOf(conversationId) === before.seq
        : run(INSERT_CONVERSATION, conversationId, rest, latest, NO_MARKS);
      if (!isNext || !run(INSERT_MESSAGE, conversationId, seq, id, doc)) {
        const known = this.#message(conversationId, id);
        return known ? { status: 'duplicate', message: known } : { status: 'conflict' };
      }
      if (rest === null) {
        this.#lagging.set(conversationId, seq, latest);
      } else if (before) {
        run(REPLACE_CONVERSATION, rest, latest, conversationId);
        this.#lagging.forget(conversationId);
      }
      for (const handoff of handoffs) this.#set('handoffs', ...handoff);
      return { status: 'appended', message: projection.message, conversation: projection.conversation };
    });
  }

  async erase(conversationId: string): Promise<boolean> {
    return this.#erase(() => {
      const run = (sql: string, ...values: string[]): number => this.#connection.run(sql, ...values);
      this.#lagging.forget(conversationId);
      run('DELETE FROM messages WHERE "conversationId" = ?', conversationId);
      run('DELETE FROM handoffs WHERE id > ? AND id < ?', `${conversationId}:`, `${conversationId};`);
      return run('DELETE FROM conversations WHERE id = ?', conversationId) > 0;
    });
  }

  async cutAudit(upTo: number): Promise<number> {
    return this.#erase(() =>
      this.#connection.run('DELETE FROM audit WHERE seq <= ? AND seq < (SELECT max(seq) FROM audit)', upTo),
    );
  }

  async messageById(conversationId: string, id: string): Promise<Message | undefined> {
    return this.#read(() => this.#message(conversationId, id));
  }

  async rewrite<C extends CollectionName>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition: Condition<C>,
  ): Promise<boolean> {
    requireChangeable(collection);
    const [changes, expected] = [copy(set), copy(condition)];
    const [where, key] =
      collection === 'messages'
        ? ['"conversationId" = ? AND seq = ?', [id.replace(/:\d{1,15}$/, ''), Number(id.split(':').at(-1))]]
        : ['id = ?', [id]];
    return this.#commit.add(() => {
      if (collection === 'conversations') this.#lagging.write(id);
      const row = this.#connection.get(
        `SELECT ${textOf(collection)} FROM "${collection}" WHERE ${where}`,
        ...key,
      );
      const doc = row && this.#parse<Documents[C]>(row);
      if (!doc || !meets(doc, expected)) return false;
      const changed = { ...doc, ...changes };
      const texts =
        collection === 'conversations'
          ? { doc: restOf(changed as Conversation), latest: latestOf(changed as Conversation) }
          : { doc: JSON.stringify(changed) };
      const columns = Object.keys(texts).map((column) => `${column} = ?`);
      const sql = `UPDATE "${collection}" SET ${columns.join(', ')} WHERE ${where}`;
      return this.#connection.run(sql, ...Object.values(texts), ...key) > 0;
    });
  }

  async ping(): Promise<void> {
    this.#read(() => this.#connection.get('SELECT count(*) FROM sqlite_schema'));
  }

  async close(): Promise<void> {
    this.#commit.flush();
    this.#lagging.close();
    this.#connection.close();
  }

  async explain<C extends CollectionName>(collection: C, query: Query<C>): Promise<'index' | 'scan'> {
    const { sql, values } = select(collection, query);
    const rows = this.#read(() => this.#connection.all(`EXPLAIN QUERY PLAN SELECT doc ${sql}`, ...values));
    const steps = rows.map((row) => String(row[3]));
    const scans = (step: string): boolean => /^SCAN (?!.*USING (COVERING )?INDEX)|USE TEMP B-TREE/.test(step);
    // A page that is not entered at its cursor reads the pages before it. Of messages the number is enough.
    const entered = !query.after || steps.some((step) => /\b(id|seq)\)?[<>]/.test(step));
    return entered && !steps.some(scans) ? 'index' : 'scan';
  }

  /** A write that removes: what goes is overwritten in the file, and not only left out of the tables. */
  #erase<Result>(write: () => Result): Promise<Result> {
    return this.#commit.add(() => {
      this.#connection.execute('PRAGMA secure_delete = ON');
      try {
        return write();
      } finally {
        this.#connection.execute('PRAGMA secure_delete = OFF');
      }
    });
  }

  #set(collection: CollectionName, id: string, doc: string): void {
    const sql = `INSERT INTO "${collection}" (id, doc) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc`;
    this.#connection.run(sql, id, doc);
  }

  #message(conversationId: string, id: string): Message | undefined {
    const row = this.#connection.get(
      'SELECT doc FROM messages WHERE "conversationId" = ? AND id = ?',
      conversationId,
      id,
    );
    return row && this.#parse<Message>(row);
  }

  /** A row as a document: a conversation with what the row lacks. */
  #parse<Doc>([doc, latest, marks]: readonly Value[]): Doc {
    const parsed = JSON.parse(String(doc)) as Doc & { id: string };
    if (latest !== undefined) {
      Object.assign(parsed, JSON.parse(this.#lagging.textOf(parsed.id) ?? String(latest)));
    }
    if (marks !== undefined) Object.assign(parsed, { marks: JSON.parse(String(marks)) as Marks });
    return parsed;
  }

  /** The place of a conversation's last message, or undefined when there is no such conversation. */
  #seqOf(conversationId: string): Value | undefined {
    return (
      this.#lagging.seqOf(conversationId) ??
      this.#connection.get(`SELECT latest ->> '$.seq' FROM conversations WHERE id = ?`, conversationId)?.[0]
    );
  }

  /** Before a query whose order or range is by what rows may lack. */
  #settle<C extends CollectionName>(collection: C, { index }: Query<C>): void {
    const fields = (INDEXES[collection] as Record<string, readonly string[]>)[index];
    if (collection === 'conversations' && fields?.some(isLatest)) this.#lagging.settle();
  }

  #read<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      throw unavailable(error);
    }
  }
}

const REPLACE_CONVERSATION = 'UPDATE conversations SET doc = ?, latest = ? WHERE id = ?';
const INSERT_CONVERSATION =
  'INSERT INTO conversations (id, doc, latest, marks) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
/** Does nothing where another message has the place, or the conversation has one of this id. */
const INSERT_MESSAGE =
  'INSERT INTO messages ("conversationId", seq, id, doc) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

/** The columns that a document is made a document of. */
const textOf = (collection: CollectionName): string =>
  collection === 'conversations' ? 'doc, latest, marks' : 'doc';

const meets = <Doc>(doc: Doc, condition: Partial<Doc>): boolean =>
  Object.entries(condition).every(([field, value]) => isDeepStrictEqual(doc[field as keyof Doc], value));

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
