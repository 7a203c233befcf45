import fc from 'fast-check';
import { expect, it } from 'vitest';
import { after, begin, newId, text } from './samples.ts';
import type { Current } from './storage-contract.ts';

const NONE = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };

/** How far has been read. */
export function marks(store: Current): void {
  it('raises marks, and answers nothing when nothing rose', async () => {
    const { storage } = store();
    const { id } = await begin(storage);
    expect(await storage.raise(id, { visitorDelivered: 3, visitorRead: 2 })).toEqual({
      ...NONE,
      visitorDelivered: 3,
      visitorRead: 2,
    });
    expect(await storage.raise(id, { visitorDelivered: 3, visitorRead: 1 })).toBeUndefined();
    expect(await storage.raise(id, {})).toBeUndefined();
    expect(await storage.raise(id, { visitorDelivered: 1, visitorRead: 3 })).toEqual({
      ...NONE,
      visitorDelivered: 3,
      visitorRead: 3,
    });
    expect((await storage.get('conversations', id))?.marks).toEqual({
      ...NONE,
      visitorDelivered: 3,
      visitorRead: 3,
    });
  });

  it('knows no marks of a conversation that is not there', async () => {
    const { storage } = store();
    const id = newId();
    expect(await storage.raise(id, { staffRead: 1 })).toBeUndefined();
    expect(await storage.get('conversations', id)).toBeUndefined();
  });

  it('keeps marks through appends, and appends through marks', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    await storage.raise(begun.id, { staffRead: 1 });
    const [appended] = await Promise.all([
      storage.append(begun.id, begun, text('Hej igen')),
      storage.raise(begun.id, { staffRead: 2 }),
      storage.raise(begun.id, { visitorRead: 1 }),
    ]);
    const marks = { ...NONE, staffRead: 2, visitorRead: 1 };
    expect(await storage.get('conversations', begun.id)).toEqual({ ...after(appended), marks });
    expect(await storage.load(begun.id)).toEqual(after(appended));
    const read = await storage.get('conversations', begun.id);
    // a caller may pass what it got from `get`
    const again = after(await storage.append(begun.id, read, text('Och igen')));
    expect(again).toEqual(await storage.load(begun.id));
    expect(again).not.toHaveProperty('marks');
  });

  it('ends at the highest of each mark under any order', async () => {
    const { storage } = store();
    const mark = fc.nat(20);
    const raise = fc.record(
      { visitorRead: mark, visitorDelivered: mark, staffRead: mark },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(raise, { minLength: 1, maxLength: 20 }), async (raises) => {
        const { id } = await begin(storage);
        await Promise.all(raises.map((one) => storage.raise(id, one)));
        const highest = (key: keyof typeof NONE & keyof (typeof raises)[0]) =>
          Math.max(0, ...raises.map((one) => one[key] ?? 0));
        expect((await storage.get('conversations', id))?.marks).toEqual({
          ...NONE,
          visitorRead: highest('visitorRead'),
          visitorDelivered: highest('visitorDelivered'),
          staffRead: highest('staffRead'),
        });
      }),
      { numRuns: 25 },
    );
  });
}
