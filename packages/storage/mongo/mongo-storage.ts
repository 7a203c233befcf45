import type { Conversation, Message, NewMessage } from '@lotsa/protocol';
import type { Collection, Db, MongoClient } from 'mongodb';
import {
  type Adapter,
  type AppendResult,
  type Changeable,
  type CollectionName,
  type Condition,
  type Documents,
  encodeCursor,
  type Page,
  type PassageDoc,
  plan,
  type Query,
  type Removable,
  requireChangeable,
} from '../port.ts';
import { Calls } from './calls.ts';
import { fromRaw, type Raw, rawCollection, toRaw } from './documents.ts';
import { duplicatesOf } from './errors.ts';
import { erase, finishErasing } from './erase.ts';
import { explain } from './explain.ts';
import { conditionOf, cursorOf, filterOf, pageFilterOf, sortOf } from './filter.ts';
import { firstSeqOf, withoutGap } from './gaps.ts';
import { Heads } from './heads.ts';
import { Log } from './log.ts';
import { searchPassages } from './passages.ts';
import { load, sweep } from './repair.ts';

/** What a relay that was killed has left behind its messages is in the lists after this long. */
const SWEEP_EVERY_MS = 10_000;

type Marks = Documents['conversations']['marks'];
/** What is written as whole documents, and not by appending. */
type Plain = Exclude<CollectionName, 'messages' | 'conversations' | 'handoffs'>;

/** The port on a MongoDB; what each call promises is written there. */
export class MongoStorage implements Adapter {
  readonly #client: MongoClient;
  readonly #db: Db;
  readonly #calls = new Calls();
  readonly #heads = new Heads();
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #sweeping = Promise.resolve();

  constructor(client: MongoClient, db: Db) {
    this.#client = client;
    this.#db = db;
    this.#log = new Log(db, this.#heads);
    this.#timer = setInterval(() => {
      // What one sweep cannot reach, the next one finds.
      this.#sweeping = this.#sweeping
        .then(() => sweep(db))
        .then(() => finishErasing(db))
        .catch(() => undefined);
    }, SWEEP_EVERY_MS).unref();
  }

  insert<C extends Plain>(collection: C, docs: readonly Documents[C][]): Promise<number> {
    return this.#calls.run(async () => {
      if (docs.length === 0) return 0;
      try {
        await this.#in(collection).insertMany(docs.map(toRaw), { ordered: false });
        return docs.length;
      } catch (error) {
        return docs.length - duplicatesOf(error).size;
      }
    });
  }

  put<C extends Changeable>(collection: C, doc: Documents[C]): Promise<void> {
    return this.#calls.run(async () => {
      requireChangeable(collection);
      const { _id, ...fields } = toRaw(doc);
      await this.#in(collection).replaceOne({ _id: { $eq: _id } }, fields, { upsert: true });
    });
  }

  get<C extends Exclude<CollectionName, 'messages'>>(
    collection: C,
    id: string,
  ): Promise<Documents[C] | undefined> {
    return this.#calls.run(async () => {
      if (collection === 'conversations') await this.#log.caughtUp();
      const raw = await this.#in(collection).findOne({ _id: { $eq: id } });
      return raw ? fromRaw(collection, raw) : undefined;
    });
  }

  find<C extends CollectionName>(collection: C, query: Query<C>): Promise<Page<C>> {
    return this.#calls.run(async () => {
      const planned = plan(collection, query);
      if (collection === 'conversations') await this.#log.caughtUp();
      const found = await this.#in(collection)
        .find(pageFilterOf(planned))
        .sort(sortOf(planned))
        .limit(planned.limit + 1)
        // All at once: by itself the driver asks for a hundred, and then again.
        .batchSize(planned.limit + 1)
        .toArray();
      const first = collection === 'messages' ? firstSeqOf(planned) : undefined;
      const raws = first === undefined ? found : withoutGap(found, first);
      const page = raws.slice(0, planned.limit);
      const last = raws.length > page.length ? page.at(-1) : undefined;
      return {
        docs: page.map((raw) => fromRaw(collection, raw)),
        next: last ? encodeCursor(cursorOf(planned, last)) : null,
      };
    });
  }

  count<C extends CollectionName>(collection: C, query: Query<C>): Promise<number> {
    return this.#calls.run(async () => {
      const planned = plan(collection, query);
      if (collection === 'conversations') await this.#log.caughtUp();
      return this.#in(collection).countDocuments(filterOf(planned), { limit: planned.limit });
    });
  }

  update<C extends Changeable>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition: Condition<C> = {},
  ): Promise<Documents[C] | undefined> {
    return this.#calls.run(async () => {
      requireChangeable(collection);
      const { _id, ...fields } = toRaw({ ...set, id });
      const filter = { _id: { $eq: _id }, ...conditionOf(structuredClone(condition)) };
      const change = { $set: fields };
      const raw = await this.#in(collection).findOneAndUpdate(filter, change, { returnDocument: 'after' });
      return raw ? fromRaw(collection, raw) : undefined;
    });
  }

  removeOne<C extends Removable>(collection: C, id: string, condition: Condition<C> = {}): Promise<boolean> {
    return this.#calls.run(async () => {
      requireChangeable(collection);
      const filter = { _id: { $eq: id }, ...conditionOf(structuredClone(condition)) };
      return (await this.#in(collection).deleteOne(filter)).deletedCount > 0;
    });
  }

  remove<C extends Removable>(collection: C, query: Query<C>): Promise<number> {
    return this.#calls.run(async () => {
      requireChangeable(collection);
      const planned = plan(collection, query);
      const ids = await this.#in(collection)
        .find(pageFilterOf(planned), { projection: { _id: 1 } })
        .sort(sortOf(planned))
        .limit(planned.limit)
        .map(({ _id }) => _id)
        .toArray();
      // Once more what the query says: a document may have changed in between.
      const met = { $and: [filterOf(planned), { _id: { $in: ids } }] };
      return ids.length === 0 ? 0 : (await this.#in(collection).deleteMany(met)).deletedCount;
    });
  }

  search(groups: readonly (readonly string[])[], limit: number): Promise<PassageDoc[]> {
    return this.#calls.run(() => searchPassages(this.#in('passages'), groups, limit));
  }

  raise(conversationId: string, marks: Partial<Marks>): Promise<Marks | undefined> {
    return this.#calls.run(async () => {
      const rising = Object.entries(marks).map(([mark, seq]) => [`marks.${mark}`, seq] as const);
      if (rising.length === 0) return undefined;
      const raw = await this.#in('conversations').findOneAndUpdate(
        { _id: { $eq: conversationId }, $or: rising.map(([mark, seq]) => ({ [mark]: { $lt: seq } })) },
        { $max: Object.fromEntries(rising) },
        { returnDocument: 'after', projection: { marks: 1 } },
      );
      return raw ? fromRaw('conversations', raw).marks : undefined;
    });
  }

  load(conversationId: string): Promise<Conversation | undefined> {
    return this.#calls.run(async () => {
      const conversation = await load(this.#db, conversationId);
      if (conversation) this.#heads.saw(conversationId, conversation.seq);
      return conversation;
    });
  }

  append(
    conversationId: string,
    before: Conversation | undefined,
    message: NewMessage,
  ): Promise<AppendResult> {
    return this.#calls.run(() => this.#log.append(conversationId, before, message));
  }

  erase(conversationId: string): Promise<boolean> {
    return this.#calls.run(async () => {
      await this.#log.caughtUp();
      const there = await erase(this.#db, conversationId);
      this.#heads.forget(conversationId);
      return there;
    });
  }

  cutAudit(upTo: number): Promise<number> {
    return this.#calls.run(async () => {
      const audit = this.#in('audit');
      const last = await audit.find().sort({ seq: -1, _id: -1 }).limit(1).next();
      const end = Math.min(upTo, Number(last?.['seq'] ?? 0) - 1);
      return (await audit.deleteMany({ seq: { $lte: end } })).deletedCount;
    });
  }

  messageById(conversationId: string, id: string): Promise<Message | undefined> {
    return this.#calls.run(async () => {
      const filter = { conversationId: { $eq: conversationId }, id: { $eq: id } };
      const raw = await this.#in('messages').findOne(filter);
      return raw ? fromRaw('messages', raw) : undefined;
    });
  }

  rewrite<C extends CollectionName>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
    condition: Condition<C>,
  ): Promise<boolean> {
    return this.#calls.run(async () => {
      requireChangeable(collection);
      if (collection === 'conversations') await this.#log.caughtUp();
      const filter = { _id: { $eq: id }, ...conditionOf(structuredClone(condition)) };
      const { matchedCount } = await this.#in(collection).updateOne(filter, { $set: structuredClone(set) });
      return matchedCount > 0;
    });
  }

  ping(): Promise<void> {
    return this.#calls.run(async () => {
      await this.#db.command({ ping: 1 });
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#calls.close();
    await this.#log.settled();
    await this.#sweeping;
    await this.#client.close();
  }

  explain<C extends CollectionName>(collection: C, query: Query<C>): Promise<'index' | 'scan'> {
    return this.#calls.run(() => explain(this.#in(collection), plan(collection, query)));
  }

  #in(collection: CollectionName): Collection<Raw> {
    return rawCollection(this.#db, collection);
  }
}
