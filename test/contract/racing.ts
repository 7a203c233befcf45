import { setImmediate as turn } from 'node:timers/promises';
import { evolve } from '@lotsa/core';
import type { Conversation, NewMessage } from '@lotsa/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messagesOf } from './read-all.ts';
import { appendAgain, begin, newId, openingText, session, text, told } from './samples.ts';
import type { Current } from './storage-contract.ts';

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** Writes of the same moment. */
export function racing(store: Current): void {
  it('[D3] lets one of 50 appends behind the same message win', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const results = await Promise.all(times(50, (i) => storage.append(begun.id, begun, text(`${i}`))));
    const won = results.filter(({ status }) => status === 'appended');
    expect(won).toHaveLength(1);
    expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(49);
    expect(await messagesOf(storage, begun.id)).toHaveLength(2);
    expect(await storage.load(begun.id)).toEqual(won[0]?.status === 'appended' && won[0].conversation);
  });

  it('[D3] gets all of 50 in, each once, when those that lost try again', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const results = await Promise.all(times(50, (i) => appendAgain(storage, begun.id, begun, text(`${i}`))));
    expect(results.every(({ status }) => status === 'appended')).toBe(true);
    const messages = await messagesOf(storage, begun.id);
    expect(messages.map(({ seq }) => seq)).toEqual(times(51, (i) => i + 1));
    expect(new Set(messages.map(({ id }) => id)).size).toBe(51);
    expect(await storage.load(begun.id)).toEqual(
      messages.reduce<Conversation | undefined>(evolve, undefined),
    );
  });

  it('[D2] stores a message once that is sent 20 times at once, and answers all with the same', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const message = text('Om och om igen');
    const results = await Promise.all(times(20, () => appendAgain(storage, begun.id, begun, message)));
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
    for (const result of results) expect(result.message).toEqual(results[0]?.message);
    expect(await messagesOf(storage, begun.id)).toHaveLength(2);
  });

  it('begins a conversation once that is begun 20 times at once', async () => {
    const { storage } = store();
    const id = newId();
    const results = await Promise.all(times(20, () => storage.append(id, undefined, openingText())));
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
    expect(await messagesOf(storage, id)).toHaveLength(1);
  });

  it('[R2] lets one of 50 claims win', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const claims = times(50, (i) =>
      told({ type: 'assigned', user: { id: `agent-${i}`, name: `Agent ${i}` } }),
    );
    const results = await Promise.all(claims.map((message) => storage.append(begun.id, begun, message)));
    const won = results.findIndex(({ status }) => status === 'appended');
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
    expect(await storage.load(begun.id)).toMatchObject({ ownerId: `agent-${won}`, seq: 2 });
  });

  it('lets one of 50 conditional updates win', async () => {
    const { storage } = store();
    const doc = session({ subjectId: 'nobody' });
    await storage.insert('sessions', [doc]);
    const results = await Promise.all(
      times(50, (i) => storage.update('sessions', doc.id, { subjectId: `s${i}` }, { subjectId: 'nobody' })),
    );
    const won = results.filter((result) => result !== undefined);
    expect(won).toHaveLength(1);
    expect(await storage.get('sessions', doc.id)).toEqual(won[0]);
  });

  it('[D2][D3] keeps order and ids under any interleaving of several conversations', async () => {
    const { storage } = store();
    const sends = fc.array(
      // which conversation, whose message (a small number: the same one is sent again), and on a fresh state or not
      fc.record({ to: fc.nat(3), message: fc.nat(11), fresh: fc.boolean(), wait: fc.boolean() }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(sends, async (schedule) => {
        const begun = await Promise.all(times(4, () => begin(storage)));
        const news: NewMessage[][] = begun.map(() => times(12, (i) => text(`${i}`)));
        const running: Promise<unknown>[] = [];
        const answers = new Map<string, unknown>();
        for (const { to, message, fresh, wait } of schedule) {
          const [conversation, sent] = [begun[to], news[to]?.[message]];
          if (!conversation || !sent) throw new Error('out of range');
          const before = fresh ? await storage.load(conversation.id) : conversation;
          const one = appendAgain(storage, conversation.id, before, sent).then((result) => {
            const key = `${to}/${message}`;
            if (answers.has(key)) expect(result.message).toEqual(answers.get(key));
            answers.set(key, result.message);
          });
          running.push(one);
          if (wait) await one;
        }
        await Promise.all(running);
        for (const [to, { id }] of begun.entries()) {
          const messages = await messagesOf(storage, id);
          const sent = new Set(schedule.filter((s) => s.to === to).map((s) => news[to]?.[s.message]?.id));
          expect(messages.map(({ seq }) => seq)).toEqual(times(sent.size + 1, (i) => i + 1));
          expect(new Set(messages.slice(1).map((m) => m.id))).toEqual(sent);
          expect(await storage.load(id)).toEqual(
            messages.reduce<Conversation | undefined>(evolve, undefined),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('shows a reader of the same moment no message without all before it', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const writing = Promise.all(times(30, (i) => appendAgain(storage, begun.id, begun, text(`${i}`))));
    const seen: number[][] = [];
    let done = false;
    const finished = writing.then(() => (done = true));
    while (!done) {
      // a storage that reads at once must not keep the writers from their turn
      await turn();
      const page = await storage.find('messages', {
        index: 'bySeq',
        equals: { conversationId: begun.id },
        limit: 1_000,
      });
      seen.push(page.docs.map(({ seq }) => seq));
      const known = await storage.load(begun.id);
      expect(known?.seq).toBeGreaterThanOrEqual(page.docs.length);
    }
    await finished;
    expect(seen.length).toBeGreaterThan(1);
    for (const seqs of seen) expect(seqs).toEqual(times(seqs.length, (i) => i + 1));
  });
}
