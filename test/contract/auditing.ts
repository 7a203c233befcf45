import type { AuditDoc, Documents } from '@lotsa/storage';
import { expect, it } from 'vitest';
import { newId, NOON } from './samples.ts';
import type { Current } from './storage-contract.ts';

const entry = (over: Partial<AuditDoc> = {}): AuditDoc => ({
  id: newId(),
  at: NOON,
  actorId: 'mia',
  actorName: 'Mia',
  action: 'monitored',
  subjectId: newId(),
  reason: null,
  seq: 1,
  before: '',
  hash: '',
  ...over,
});

/** The audit log. */
export function auditing(store: Current): void {
  it('[P7] keeps entries in the order of their time, by what they are about and by who did it', async () => {
    const { storage } = store();
    const [subjectId, actorId] = [newId(), newId()];
    const entries = [3, 1, 2].map((n) => entry({ at: NOON + n, subjectId, actorId }));
    expect(await storage.insert('audit', entries)).toBe(3);
    const inOrder = [entries[1], entries[2], entries[0]];
    const about = { index: 'bySubject', equals: { subjectId }, limit: 9 } as const;
    expect((await storage.find('audit', about)).docs).toEqual(inOrder);
    const by = { index: 'byActor', equals: { actorId }, order: 'desc', limit: 9 } as const;
    expect((await storage.find('audit', by)).docs).toEqual(inOrder.toReversed());
  });

  it('[P7] changes and removes no entry, whatever a caller asks', async () => {
    const { storage } = store();
    const one = entry();
    await storage.insert('audit', [one]);
    expect(await storage.insert('audit', [{ ...one, actorId: 'somebody-else' }])).toBe(0);
    // What the types forbid, as a caller that is not held by them would do it.
    const loose = storage as unknown as {
      put(collection: string, doc: Documents['audit']): Promise<void>;
      update(collection: string, id: string, set: object): Promise<unknown>;
      remove(collection: string, query: object): Promise<unknown>;
      removeOne(collection: string, id: string): Promise<unknown>;
    };
    await expect(loose.put('audit', { ...one, actorId: 'somebody-else' })).rejects.toBeInstanceOf(RangeError);
    await expect(loose.update('audit', one.id, { actorId: 'somebody-else' })).rejects.toBeInstanceOf(
      RangeError,
    );
    await expect(loose.remove('audit', { index: 'byTime', limit: 9 })).rejects.toBeInstanceOf(RangeError);
    await expect(loose.removeOne('audit', one.id)).rejects.toBeInstanceOf(RangeError);
    expect(await storage.get('audit', one.id)).toEqual(one);
  });
}
