import type { Documents, Query, Storage } from '@lotsa/storage';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { encodeCursor } from '../../packages/storage/query.ts';
import { messagesOf, readAll } from './read-all.ts';
import { ALL_INDEXES, anyQuery, fieldsOf, meets, type Reference } from './reference.ts';
import { after, newId, NOON, openingText, session, told } from './samples.ts';
import type { Current } from './storage-contract.ts';

/** Documents with many equal values, so that orders have ties. */
export function finding(store: Current): void {
  const reference: Reference = {};
  beforeAll(async () => {
    Object.assign(reference, await fill(store().storage));
  }, 60_000);

  it('finds by each index what the same filter and sort of an array finds, page by page', async () => {
    const { storage } = store();
    await fc.assert(
      fc.asyncProperty(anyQuery(reference), async (any) => {
        const expected = meets(reference, any);
        expect(await readAll(storage, any.collection, any.query)).toEqual(expected);
        const { limit } = any.query;
        expect(await storage.count(any.collection, any.query)).toBe(Math.min(limit, expected.length));
        const first = await storage.find(any.collection, any.query);
        expect(first.docs).toHaveLength(Math.min(limit, expected.length));
        if (expected.length < limit) expect(first.next).toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  it('goes on behind the last document, also when documents came and went in between', async () => {
    const { storage } = store();
    const siteId = newId();
    const rating = (id: string, at: number) => ({
      id,
      siteId,
      at,
      scores: {},
      comment: null,
      commented: 0 as const,
    });
    await storage.insert(
      'ratings',
      ['b', 'd', 'f', 'h'].map((id) => rating(`${siteId}${id}`, 1)),
    );
    const query = { index: 'bySite', equals: { siteId }, limit: 2 } as const;
    const first = await storage.find('ratings', query);
    await storage.insert('ratings', [
      rating(`${siteId}a`, 1),
      rating(`${siteId}e`, 1),
      rating(`${siteId}c`, 2),
    ]);
    const range = { field: 'at', lte: 1 } as const;
    expect(await storage.remove('ratings', { ...query, range, limit: 3 })).toBe(3);
    const rest = await readAll(storage, 'ratings', { ...query, after: first.next });
    expect(rest.map(({ id }) => id.slice(siteId.length))).toEqual(['e', 'f', 'h', 'c']);
  });

  it('ends a page that is just full with no next', async () => {
    const { storage } = store();
    const siteId = newId();
    const docs = [1, 2, 3].map((at) => ({
      id: newId(),
      siteId,
      at,
      scores: {},
      comment: null,
      commented: 0 as const,
    }));
    await storage.insert('ratings', docs);
    const page = await storage.find('ratings', { index: 'bySite', equals: { siteId }, limit: 3 });
    expect(page).toEqual({ docs, next: null });
  });

  it('refuses a cursor that is none, with a code', async () => {
    const { storage } = store();
    const refused = { answer: { code: 'invalid_payload' } };
    for (const cursor of ['x', btoa('{}'), btoa('[1]'), btoa('[1,null]'), btoa('[1,{"$gt":""}]')]) {
      const query = { index: 'bySite', equals: { siteId: 'site-1' }, after: cursor, limit: 1 } as const;
      await expect(storage.find('ratings', query)).rejects.toMatchObject(refused);
    }
  });

  it('refuses a query that no index serves', async () => {
    const { storage } = store();
    const refuse = (query: object) =>
      expect(storage.find('ratings', query as Query<'ratings'>)).rejects.toBeInstanceOf(RangeError);
    await refuse({ index: 'byScore', limit: 1 });
    await refuse({ index: 'bySite', equals: { at: 1 }, limit: 1 });
    await refuse({ index: 'bySite', range: { field: 'at', gt: 1 }, limit: 1 });
    await refuse({ index: 'bySite', limit: 0 });
    await refuse({ index: 'bySite', limit: 1_001 });
  });

  it.for(ALL_INDEXES)(
    'finds %s.%s by its index, in both orders, from any place',
    async ([collection, index]) => {
      const { storage } = store();
      const fields = fieldsOf(collection, index);
      const value = (field: string) => (/At$|Until|deadline|priority|seq/.test(field) ? 1 : 'x');
      for (let given = 0; given <= fields.length; given++) {
        const equals = Object.fromEntries(fields.slice(0, given).map((field) => [field, value(field)]));
        const next = fields[given];
        const ranges = next === undefined ? [] : [{ range: { field: next, gt: value(next), lt: 'z' } }];
        for (const bounds of [{}, ...ranges]) {
          for (const order of ['asc', 'desc']) {
            const query = { index, equals, order, limit: 2, ...bounds };
            expect(await storage.explain(collection, query as never)).toBe('index');
            // There is one message of a number, and no page behind it.
            if (collection === 'messages' && next === undefined) continue;
            // Also behind the pages before: none of them is read again.
            const after = encodeCursor([...fields.slice(given).map(value), 'x']);
            expect(await storage.explain(collection, { ...query, after } as never)).toBe('index');
          }
        }
      }
    },
  );
}

const pick = <T>(values: readonly T[], i: number): T => values[i % values.length] as T;

async function fill(storage: Storage): Promise<Reference> {
  const sites = ['site-1', 'site-2', 'såte'];
  const ratings = Array.from({ length: 60 }, (_, i) => ({
    id: newId(),
    siteId: pick(sites, i),
    at: NOON + (i % 4),
    scores: { nojd: i },
    comment: null,
    commented: 0 as const,
    // Half of them are not in the index of those that still name their conversation.
    ...(i % 2 === 0 && { linked: 1 as const }),
  }));
  const sessions = Array.from({ length: 60 }, (_, i) =>
    session({
      kind: pick(['staff', 'visitor'], i),
      subjectId: pick(['amina', 'sven', 'åsa'], i >> 1),
      expiresAt: i % 7,
    }),
  );
  const users = Array.from({ length: 20 }, (_, i) => ({
    id: `user-${i}`,
    name: `${i}`,
    role: 'agent' as const,
    departmentIds: [],
    languages: ['sv'],
    skills: [],
    capacity: 3,
    email: '',
    active: true,
    passwordHash: '',
    availability: 'away' as const,
    availabilityReason: null,
    missedOffers: 0,
    presentUntil: i % 3,
  }));
  const topics = Array.from({ length: 9 }, (_, i) => ({
    id: `t${i}`,
    name: { sv: `${i}` },
    departmentId: null,
    retired: false,
  }));
  await storage.insert('ratings', ratings);
  await storage.insert('sessions', sessions);
  await storage.insert('users', users);
  await storage.insert('topics', topics);
  await Promise.all(Array.from({ length: 48 }, (_, i) => live(storage, i, pick(sites, i))));

  const conversations = await readBySite(storage, sites);
  const messages = (await Promise.all(conversations.map(({ id }) => messagesOf(storage, id)))).flat();
  const ids = conversations.flatMap((c) => c.handoffs.map(({ id }) => `${c.id}:${id}`));
  const handoffs = (await Promise.all(ids.map((id) => storage.get('handoffs', id)))).filter(
    (h) => h !== undefined,
  );
  expect([conversations.length, handoffs.length]).toEqual([48, 24]);
  return { ratings, sessions, users, topics, conversations, messages, handoffs };
}

/** By their ids, so that the reference does not come from the lists that it judges. */
async function readBySite(storage: Storage, sites: readonly string[]): Promise<Documents['conversations'][]> {
  const found: (Documents['conversations'] | undefined)[] = [];
  for (let i = 0; i < 48; i++) found.push(await storage.get('conversations', conversationId(i)));
  expect(found.every((c) => c && sites.includes(c.siteId))).toBe(true);
  return found.filter((c) => c !== undefined);
}

const conversationId = (i: number): string =>
  `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`;

/** A conversation that has come as far in its life as `i` says. */
async function live(storage: Storage, i: number, siteId: string): Promise<void> {
  const user = pick(
    [
      { id: 'amina', name: 'Amina' },
      { id: 'sven', name: 'Sven' },
    ],
    i >> 2,
  );
  const visitorId = pick(['visitor-aaaaaaaaaaaa', 'visitor-bbbbbbbbbbbb'], i >> 1);
  const at = NOON + (i % 5);
  const departmentId = pick(['gata', 'vatten'], i >> 3);
  const ask = { mode: 'join', departmentId, question: 'q', reason: 'r', deadline: at + 9 } as const;
  const handoffId = newId();
  const steps = [
    told({ type: 'assigned', user }, at + 1),
    told({ type: 'handoffRequested', handoffId, user: i % 3 ? null : user, ...ask }, at + 1),
    i % 2
      ? told({ type: 'closed', outcome: 'answered', topicId: 'avfall' }, at + 2)
      : told({ type: 'handoffAccepted', handoffId, mode: 'join', departmentId, user }, at + 2),
  ].slice(0, i % 4);
  let conversation = after(
    await storage.append(conversationId(i), undefined, openingText({ siteId, visitorId }, at)),
  );
  for (const step of steps) conversation = after(await storage.append(conversation.id, conversation, step));
}
