import { expect, it } from 'vitest';
import { readAll } from './read-all.ts';
import { after, begin, newId, NOON, session, text } from './samples.ts';
import type { Current } from './storage-contract.ts';

/** Well-formed strings that have broken a database or its driver before. */
const ODD = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  `'; DROP TABLE messages; --`,
  '"quoted" \\ back\\\\slash % _ ? :a @a $a',
  '$gt',
  '$$ROOT',
  '$set.a.b',
  '__proto__',
  'constructor',
  'a.b.c',
  '\r\n\t\u001f\u007f',
  '\u2028\u2029\ufeff',
  'åäö ÅÄÖ é e\u0301',
  'مرحبا \u202eabc\u202c שלום',
  '👩‍👩‍👧‍👦🇸🇪 𝒳',
  '\ufffd\uffff\u{10ffff}',
  '{"$oid":"0"}',
  'null',
  '0',
  'x'.repeat(4_000),
];

/** Strings and keys come back as they went in. */
export function strings(store: Current): void {
  it('keeps every odd character of a text', async () => {
    const { storage } = store();
    let conversation = await begin(storage);
    for (const odd of ODD)
      conversation = after(await storage.append(conversation.id, conversation, text(odd)));
    const query = {
      index: 'bySeq',
      equals: { conversationId: conversation.id },
      range: { field: 'seq', gt: 1 },
      limit: 99,
    };
    const messages = await readAll(storage, 'messages', query as never);
    expect(messages.map((message) => (message as { text: string }).text)).toEqual(ODD);
  });

  it('finds a document by every odd string, and that one only', async () => {
    const { storage } = store();
    const docs = ODD.map((subjectId) => session({ kind: 'visitor', subjectId }));
    await storage.insert('sessions', docs);
    for (const doc of docs) {
      const equals = { kind: 'visitor', subjectId: doc.subjectId };
      const page = await storage.find('sessions', { index: 'bySubject', equals, limit: 9 });
      expect(page.docs).toEqual([doc]);
    }
  });

  it('keeps odd keys of a record as own keys', async () => {
    const { storage } = store();
    const scores = Object.fromEntries(
      [...ODD.filter((key) => !key.includes('\u0000')), '0', '-1'].map((key, i) => [key, i]),
    );
    Object.defineProperty(scores, '__proto__', {
      value: 5,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    const rating = {
      id: newId(),
      siteId: 'odd',
      at: NOON,
      scores,
      comment: '$comment',
      commented: 1 as const,
    };
    await storage.insert('ratings', [rating]);
    const stored = await storage.get('ratings', rating.id);
    expect(new Map(Object.entries(stored?.scores ?? {}))).toEqual(new Map(Object.entries(scores)));
    expect(Object.getPrototypeOf(stored?.scores)).toBe(Object.prototype);
    const updated = await storage.update(
      'ratings',
      rating.id,
      { comment: '$scores', scores },
      { comment: '$comment' },
    );
    expect(updated?.comment).toBe('$scores');
    expect(new Map(Object.entries(updated?.scores ?? {}))).toEqual(new Map(Object.entries(scores)));
    await storage.put('ratings', { ...rating, comment: '$$ROOT' });
    expect(Object.keys((await storage.get('ratings', rating.id))?.scores ?? {})).toHaveLength(
      Object.keys(scores).length,
    );
  });

  it('orders strings by code point', async () => {
    const { storage } = store();
    const subjects = ['a', 'B', 'å', 'Ö', '\u{1f600}', '\uffff', 'aa', 'a\u0000', ''];
    const id = newId();
    await storage.insert(
      'sessions',
      subjects.map((s) => session({ subjectId: `${id}${s}` })),
    );
    const range = { field: 'subjectId', gte: id, lt: `${id}\u{10ffff}` } as const;
    const docs = await readAll(storage, 'sessions', {
      index: 'bySubject',
      equals: { kind: 'staff' },
      range,
      limit: 2,
    });
    const found = docs.map((doc) => doc.subjectId.slice(id.length));
    expect(found).toEqual(['', 'B', 'a', 'a\u0000', 'aa', 'Ö', 'å', '\uffff', '\u{1f600}']);
  });

  it('keeps numbers as they are', async () => {
    const { storage } = store();
    const numbers = [0, -1, 1.5, 0.1 + 0.2, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1, 1e21, 5e-324];
    const siteId = newId();
    const docs = numbers.map((at) => ({
      id: newId(),
      siteId,
      at,
      scores: { at },
      comment: null,
      commented: 0 as const,
    }));
    await storage.insert('ratings', docs);
    for (const doc of docs) {
      const range = { field: 'at', gte: doc.at, lte: doc.at } as const;
      expect(
        (await storage.find('ratings', { index: 'bySite', equals: { siteId }, range, limit: 9 })).docs,
      ).toEqual([doc]);
    }
    const all = await readAll(storage, 'ratings', { index: 'bySite', equals: { siteId }, limit: 2 });
    expect(all.map(({ at }) => at)).toEqual(numbers.toSorted((a, b) => a - b));
  });
}
