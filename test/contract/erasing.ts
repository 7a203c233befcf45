import { expect, it } from 'vitest';
import { readAll } from './read-all.ts';
import { after, begin, newId, NOON, text, told } from './samples.ts';
import type { Current } from './storage-contract.ts';

/** A conversation goes as one, with everything that the storage keeps of it. */
export function erasing(store: Current): void {
  it('[P4] removes a conversation with its messages and hand-offs, and no other', async () => {
    const { storage } = store();
    const departmentId = `dep-${newId()}`;
    const visitorId = newId();
    const gone = [await begin(storage, { visitorId }), await begin(storage, { visitorId })];
    const ask = { mode: 'join', user: null, question: 'q', reason: 'r', deadline: NOON + 9 } as const;
    for (const begun of gone) {
      const request = told({ type: 'handoffRequested', handoffId: newId(), departmentId, ...ask }, NOON + 2);
      const asked = after(await storage.append(begun.id, begun, request));
      after(await storage.append(begun.id, asked, text('Sist')));
    }
    const [erased, kept] = gone;
    expect(await storage.erase(erased!.id)).toBe(true);
    expect(await storage.load(erased!.id)).toBeUndefined();
    expect(await storage.get('conversations', erased!.id)).toBeUndefined();
    const messages = (conversationId: string) =>
      readAll(storage, 'messages', { index: 'bySeq', equals: { conversationId }, limit: 9 });
    expect(await messages(erased!.id)).toEqual([]);
    expect(await messages(kept!.id)).toHaveLength(3);
    const handoffs = await readAll(storage, 'handoffs', {
      index: 'byDepartment',
      equals: { departmentId, userId: '', skillId: '', state: 'requested' },
      limit: 9,
    });
    expect(handoffs.map(({ conversationId }) => conversationId)).toEqual([kept!.id]);
    const own = await readAll(storage, 'conversations', {
      index: 'byVisitor',
      equals: { visitorId },
      limit: 9,
    });
    expect(own.map(({ id }) => id)).toEqual([kept!.id]);
    expect(await storage.erase(erased!.id)).toBe(false);
    expect(await storage.erase(newId())).toBe(false);
  });

  it('[P4] an append behind what was erased brings nothing back', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    await storage.erase(begun.id);
    expect(await storage.append(begun.id, begun, text('Hej igen'))).toEqual({ status: 'conflict' });
    expect(await storage.load(begun.id)).toBeUndefined();
    expect(await storage.raise(begun.id, { staffRead: 1 })).toBeUndefined();
  });

  it('[P7] cuts the audit log at its beginning only, and never its last entry', async () => {
    const { storage } = store();
    const entry = (seq: number) => ({
      id: String(seq).padStart(12, '0'),
      seq,
      at: seq,
      actorId: 'a',
      actorName: 'A',
      action: 'monitored' as const,
      subjectId: 's',
      reason: null,
      before: '',
      hash: '',
    });
    await storage.insert('audit', [1, 2, 3, 4].map(entry));
    expect(await storage.cutAudit(2)).toBe(2);
    const left = async () =>
      (await readAll(storage, 'audit', { index: 'bySeq', limit: 9 })).map(({ seq }) => seq);
    expect(await left()).toEqual([3, 4]);
    expect(await storage.cutAudit(9)).toBe(1);
    expect(await left()).toEqual([4]);
  });
}
