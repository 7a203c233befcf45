import { randomBytes } from 'node:crypto';
import { evolve } from '@lotsa/core';
import type { Conversation, NewMessage } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { openMongo } from '@lotsa/storage/mongo';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Raw } from '../../packages/storage/mongo/documents.ts';
import { writeProjections } from '../../packages/storage/mongo/projections.ts';
import { messagesOf } from './read-all.ts';
import { after, begin, newId, text, told } from './samples.ts';

const amina = { id: 'amina', name: 'Amina' };

/** What is done to the database by a relay that dies between the two writes of an append, and by those after it. */
export function mongoRepair(url: string): void {
  describe('The MongoDB storage after a crash', { timeout: 60_000 }, () => {
    const database = `lotsa_repair_${randomBytes(6).toString('hex')}`;
    const client = new MongoClient(url);
    const db = client.db(database);
    let storage: Storage;

    beforeAll(async () => {
      storage = await openMongo({ url, database });
    }, 60_000);
    afterAll(async () => {
      await storage.close();
      await db.dropDatabase();
      await client.close();
    }, 60_000);

    /** Another relay starts. */
    const start = async (): Promise<void> => (await openMongo({ url, database })).close();

    /** Another relay does it, and dies before it has written more than messages. */
    const crashed = async <T>(work: (relay: Storage) => Promise<T>): Promise<T> => {
      const before = await projectionsIn(db);
      const relay = await openMongo({ url, database });
      const result = await work(relay);
      await relay.close();
      await setBack(db, before);
      return result;
    };

    it('[D1] lists a conversation of which only the first message was written, at the next start', async () => {
      const visitorId = newId();
      const begun = await crashed((relay) => begin(relay, { visitorId }));
      const query = { index: 'byVisitor', equals: { visitorId }, limit: 9 } as const;
      expect(await storage.count('conversations', query)).toBe(0);
      await start();
      expect((await storage.find('conversations', query)).docs).toMatchObject([{ ...begun }]);
      expect(await db.collection('messages').countDocuments({ unlisted: true })).toBe(0);
    });

    it('[P4] finishes an erasing that was cut off, and knows the conversation no more before that', async () => {
      const begun = await begin(storage);
      await append(storage, begun, [text('Kvar')]);
      // The mark and the first removal are done; the relay dies.
      await db
        .collection<{ _id: string; at: number }>('erasing')
        .insertOne({ _id: begun.id, at: Date.now() });
      await db.collection<{ _id: string }>('conversations').deleteOne({ _id: begun.id });
      expect(await storage.load(begun.id)).toBeUndefined();
      const left = () => db.collection('messages').countDocuments({ conversationId: begun.id });
      expect(await left()).toBe(2);
      await start();
      expect(await left()).toBe(0);
      expect(await storage.load(begun.id)).toBeUndefined();
    });

    it('[D1] brings conversation, marks and hand-offs up to their messages at the next start', async () => {
      const begun = await begin(storage);
      await storage.raise(begun.id, { visitorRead: 1 });
      const [one, two] = [newId(), newId()];
      const first = await append(storage, begun, [told({ type: 'assigned', user: amina }), asked(one)]);
      const last = await crashed((relay) =>
        append(relay, first, [
          told({ type: 'handoffAccepted', handoffId: one, mode: 'join', departmentId: 'gata', user: amina }),
          asked(two),
          told({ type: 'handoffExpired', handoffId: two }),
        ]),
      );
      expect(await storage.get('handoffs', `${begun.id}:${two}`)).toBeUndefined();
      await start();
      expect(await storage.get('conversations', begun.id)).toMatchObject({
        ...last,
        marks: { visitorRead: 1 },
      });
      expect(await storage.get('handoffs', `${begun.id}:${one}`)).toMatchObject({
        state: 'accepted',
        acceptedById: 'amina',
      });
      expect(await storage.get('handoffs', `${begun.id}:${two}`)).toMatchObject({ state: 'expired' });
    });

    it('[D4] brings texts into the lists of other relays by itself, and at the latest when it closes', async () => {
      const writer = await openMongo({ url, database });
      let last = await append(writer, await begin(writer), [text('Ett'), text('Två'), text('Tre')]);
      await expect.poll(() => storage.get('conversations', last.id)).toMatchObject({ ...last });
      last = await append(writer, last, [text('Fyra'), text('Fem')]);
      await writer.close();
      expect(await storage.get('conversations', last.id)).toMatchObject({ ...last });
    });

    it('an event behind texts brings them along, to every relay at once', async () => {
      const writer = await openMongo({ url, database });
      const last = await append(writer, await begin(writer), [
        text('Ett'),
        told({ type: 'assigned', user: amina }),
      ]);
      expect(await storage.get('conversations', last.id)).toMatchObject({ ...last });
      await writer.close();
    });

    it('[D2] mends the lists when the message that lagged is sent again', async () => {
      const begun = await begin(storage);
      const message = text('Igen');
      const last = await crashed((relay) => append(relay, begun, [message]));
      expect(await storage.append(begun.id, begun, message)).toMatchObject({ status: 'duplicate' });
      expect(await storage.get('conversations', begun.id)).toMatchObject({ ...last });
    });

    it('[D3] goes on behind what was written, and loads the fold of all', async () => {
      const begun = await begin(storage);
      const last = await crashed((relay) => append(relay, begun, [text('a'), text('b')]));
      expect(await storage.load(begun.id)).toEqual(last);
      expect(await storage.get('conversations', begun.id)).toMatchObject({ ...last });
      const next = await append(storage, last, [text('c')]);
      const messages = await messagesOf(storage, begun.id);
      expect(messages.reduce<Conversation | undefined>(evolve, undefined)).toEqual(next);
    });

    it('never sets a document back to what it was, however late an older write comes', async () => {
      const first = await append(storage, await begin(storage), [
        told({ type: 'assigned', user: amina }),
        asked(newId()),
      ]);
      const handoffs = await storedHandoffs(storage, first);
      const last = await append(storage, first, [
        told({ type: 'closed', outcome: 'answered', topicId: 'avfall' }),
      ]);
      const closed = await storedHandoffs(storage, last);
      expect(closed).not.toEqual(handoffs);
      for (const repair of [true, false])
        await writeProjections(db, [{ conversation: first, handoffs }], { repair });
      expect(await storage.get('conversations', last.id)).toMatchObject({ ...last });
      expect(await storedHandoffs(storage, last)).toEqual(closed);
    });

    it('finds the one that lags among more open conversations than are read at once', async () => {
      const all = await Promise.all(Array.from({ length: 1_100 }, () => begin(storage)));
      const lagging = [all[3], all[1_098]].filter((c) => c !== undefined);
      const last = await crashed((relay) =>
        Promise.all(lagging.map((c) => append(relay, c, [text('Efter')]))),
      );
      await start();
      for (const one of last) expect(await storage.get('conversations', one.id)).toMatchObject({ ...one });
    });

    it('drops an index of ours that is not declared, and leaves one of somebody else', async () => {
      await db.collection('sessions').createIndexes([
        { key: { siteId: 1 }, name: 'lotsa:siteId' },
        { key: { createdAt: 1 }, name: 'operators' },
      ]);
      await start();
      const names = (await db.collection('sessions').indexes()).map(({ name }) => name);
      expect(names).toContain('operators');
      expect(names).toContain('lotsa:kind,subjectId,_id');
      expect(names).not.toContain('lotsa:siteId');
    });
  });
}

type Projections = Map<string, Map<string, Raw>>;

async function projectionsIn(db: Db): Promise<Projections> {
  const names = ['conversations', 'handoffs'];
  const all = await Promise.all(names.map((name) => db.collection<Raw>(name).find().toArray()));
  return new Map(names.map((name, i) => [name, new Map(all[i]?.map((doc) => [doc._id, doc]))]));
}

async function setBack(db: Db, before: Projections): Promise<void> {
  for (const [name, docs] of await projectionsIn(db)) {
    for (const [id, now] of docs) {
      const was = before.get(name)?.get(id);
      if (was === undefined) {
        await db.collection<Raw>(name).deleteOne({ _id: id });
        if (name === 'conversations') await unlist(db, id);
      } else if (was['seq'] !== now['seq'] || was['foldedSeq'] !== now['foldedSeq']) {
        await db.collection<Raw>(name).replaceOne({ _id: id }, was);
      }
    }
  }
}

/** The mark with which a first message is written. */
async function unlist(db: Db, conversationId: string): Promise<void> {
  await db.collection('messages').updateOne({ conversationId, seq: 1 }, { $set: { unlisted: true } });
}

async function append(storage: Storage, before: Conversation, messages: NewMessage[]): Promise<Conversation> {
  let conversation = before;
  for (const message of messages)
    conversation = after(await storage.append(conversation.id, conversation, message));
  return conversation;
}

async function storedHandoffs(storage: Storage, { id: conversationId, handoffs }: Conversation) {
  const stored = await Promise.all(
    handoffs.map(({ id }) => storage.get('handoffs', `${conversationId}:${id}`)),
  );
  return stored.filter((handoff) => handoff !== undefined);
}

function asked(handoffId: string): NewMessage {
  return told({
    type: 'handoffRequested',
    handoffId,
    mode: 'join',
    departmentId: 'gata',
    user: null,
    question: 'När?',
    reason: 'Vet inte',
    deadline: 9,
  });
}
