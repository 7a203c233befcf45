import { takeNext } from '@lotsa/storage';
import { expect, it } from 'vitest';
import { newId, NOON } from './samples.ts';
import type { Current } from './storage-contract.ts';
import type { CaseDoc, Storage } from '@lotsa/storage';
import type { CaseEntry } from '@lotsa/protocol';

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** A case that has been received, and nothing more. */
function received(id: string): CaseDoc {
  return {
    id,
    number: `EKH-2026-${id.slice(0, 6)}`,
    siteId: 'ekhamra',
    kind: 'question',
    title: { sv: 'Fråga' },
    language: 'sv',
    formId: null,
    conversationId: null,
    topicId: null,
    departmentId: '',
    contact: null,
    secret: false,
    promisedAt: NOON,
    status: 'received',
    open: 1,
    owner: null,
    glass: [],
    glassUntil: null,
    mailDueAt: null,
    mailSince: 0,
    mailHandoffId: null,
    ownerId: '',
    front: 1,
    handler: null,
    handlerId: '',
    excerpt: '',
    mergedInto: null,
    contactEmail: null,
    contactPhone: null,
    diaryNumber: null,
    watched: 'reminder',
    receivedAt: NOON,
    lastAt: NOON,
    closedAt: null,
    seq: 1,
    log: [],
    keyHashes: [],
  };
}

/** Adds an entry as the relay does: behind the last one that was read, or again. */
async function add(storage: Storage, id: string, text: string): Promise<void> {
  for (;;) {
    const doc = await storage.get('cases', id);
    if (!doc) throw new Error('no case');
    const seq = doc.seq + 1;
    const author = { type: 'system' } as const;
    const entry: CaseEntry = {
      seq,
      id: text,
      author,
      at: NOON,
      audience: 'staff',
      event: { type: 'noted', text },
    };
    if (await storage.update('cases', id, { seq, log: [...doc.log, entry] }, { seq: doc.seq })) return;
  }
}

/** What numbers and logs of cases need of a storage: an update under a condition that lets one of two through. */
export function counting(store: Current): void {
  it('counts a series from 1 without giving a number twice, for takers of the same moment', async () => {
    const { storage } = store();
    const series = `EKH-${newId()}`;
    const taken = await Promise.all(times(12, () => takeNext(storage, series)));
    expect(taken.toSorted((a, b) => a - b)).toEqual(times(12, (i) => i + 1));
    expect(await takeNext(storage, series)).toBe(13);
    expect(await takeNext(storage, `${series}-other`)).toBe(1);
  });

  it('goes on counting where it was when it is opened again', async () => {
    const series = newId();
    await takeNext(store().storage, series);
    const reopened = await store().reopen();
    expect(await takeNext(reopened, series)).toBe(2);
  });

  it('[D3] gives each entry of a case one place, whoever writes at the same moment', async () => {
    const { storage } = store();
    const id = newId();
    await storage.insert('cases', [received(id)]);
    await Promise.all(times(8, (i) => add(storage, id, `anteckning ${i}`)));
    const doc = await storage.get('cases', id);
    expect(doc?.log.map(({ seq }) => seq)).toEqual(times(8, (i) => i + 2));
    expect(new Set(doc?.log.map((entry) => entry.id)).size).toBe(8);
  });

  it('finds cases by every list without a scan, the earliest promise first', async () => {
    const { storage } = store();
    const ownerId = newId();
    const docs = [3, 1, 2].map((day) => ({ ...received(newId()), ownerId, promisedAt: NOON + day }));
    await storage.insert('cases', docs);
    const mine = { index: 'byOwner', equals: { ownerId, open: 1, front: 1 }, limit: 10 } as const;
    const found = await storage.find('cases', mine);
    expect(found.docs.map(({ promisedAt }) => promisedAt - NOON)).toEqual([1, 2, 3]);
    const range = { field: 'promisedAt', lt: NOON + 3 } as const;
    expect(await storage.count('cases', { ...mine, range })).toBe(2);
    for (const query of [
      mine,
      { index: 'byNumber', equals: { number: 'x' }, limit: 1 },
      { index: 'byDepartment', equals: { departmentId: 'TEF', open: 1, front: 1 }, range, limit: 10 },
      { index: 'byOpen', equals: { open: 1, front: 1 }, range, limit: 10 },
      { index: 'byPromise', equals: { open: 1 }, range, limit: 10 },
    ] as const) {
      expect(await storage.explain('cases', query)).toBe('index');
    }
    expect(await storage.explain('files', { index: 'byAttached', equals: { attached: 0 }, limit: 10 })).toBe(
      'index',
    );
  });
}
