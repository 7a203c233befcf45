import type { Adapter } from '@lotsa/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from './read-all.ts';
import { after, begin, newId, NOON, session, text, told } from './samples.ts';
import type { Store } from './storage-contract.ts';

/** Fields written anew that mean what they meant: the only change of what was appended. */
export function rewriting(name: string, open: () => Promise<Store<Adapter>>): void {
  describe(`${name} writes anew`, { timeout: 60_000 }, () => {
    let store: Store<Adapter>;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    afterAll(() => store.destroy(), 60_000);

    it('writes fields of a message, its conversation and a hand-off anew, and nothing else of them', async () => {
      const { storage } = store;
      const begun = await begin(storage);
      const handoffId = newId();
      const asked = after(
        await storage.append(
          begun.id,
          begun,
          told({
            type: 'handoffRequested',
            handoffId,
            mode: 'join',
            departmentId: 'gata',
            user: null,
            question: 'När?',
            reason: 'Vet inte',
            deadline: NOON + 9,
          }),
        ),
      );
      const last = after(await storage.append(begun.id, asked, text('Ett')));
      await storage.raise(begun.id, { staffRead: 2 });
      const [, , message] = await messagesOf(storage, begun.id);
      const handoff = await storage.get('handoffs', `${begun.id}:${handoffId}`);
      const excerpt = { ...last.excerpt, text: 'Annat' };

      expect(await storage.rewrite('messages', `${begun.id}:3`, { text: 'Annat' }, { text: 'Ett' })).toBe(
        true,
      );
      expect(await storage.rewrite('conversations', begun.id, { excerpt }, { excerpt: last.excerpt })).toBe(
        true,
      );
      expect(await storage.rewrite('handoffs', handoff!.id, { question: 'Var?' }, { question: 'När?' })).toBe(
        true,
      );

      expect((await messagesOf(storage, begun.id))[2]).toEqual({ ...message, text: 'Annat' });
      expect(await storage.load(begun.id)).toEqual({ ...last, excerpt });
      expect((await storage.get('conversations', begun.id))?.marks).toMatchObject({ staffRead: 2 });
      expect(await storage.get('handoffs', handoff!.id)).toEqual({ ...handoff, question: 'Var?' });
      // It goes on as before.
      const next = after(await storage.append(begun.id, { ...last, excerpt }, text('Två')));
      expect(next).toMatchObject({ seq: 4, excerpt: { text: 'Två' } });
    });

    it('leaves a document that is not what it was known as, and one that is not there', async () => {
      const { storage } = store;
      const one = session({ device: 'Firefox' });
      await storage.insert('sessions', [one]);
      expect(await storage.rewrite('sessions', one.id, { device: 'X' }, { device: 'Chrome' })).toBe(false);
      expect(await storage.get('sessions', one.id)).toEqual(one);
      expect(await storage.rewrite('sessions', newId(), { device: 'X' }, {})).toBe(false);
      expect(await storage.rewrite('messages', `${newId()}:1`, { at: 1 }, {})).toBe(false);
    });

    it('[P7] refuses an entry of the audit log, whatever a caller asks', async () => {
      const loose = store.storage as unknown as {
        rewrite(collection: string, id: string, set: object, condition: object): Promise<unknown>;
      };
      await expect(loose.rewrite('audit', newId(), { actorId: 'x' }, {})).rejects.toBeInstanceOf(RangeError);
    });
  });
}
