import { evolve } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { messagesOf } from './read-all.ts';
import { begin, session, text } from './samples.ts';
import type { Current } from './storage-contract.ts';

/** What is stored outlives the process. */
export function reopening(store: Current): void {
  it('[D1] has everything after it was closed and opened again', async () => {
    let { storage } = store();
    const begun = await begin(storage);
    const result = await storage.append(begun.id, begun, text('Kvar?'));
    if (result.status !== 'appended') throw new Error(result.status);
    const one = session();
    await storage.insert('sessions', [one]);
    const marks = await storage.raise(begun.id, { visitorRead: 1 });
    storage = await store().reopen();
    const messages = await messagesOf(storage, begun.id);
    expect(messages[1]).toEqual(result.message);
    expect(await storage.load(begun.id)).toEqual(
      messages.reduce<Conversation | undefined>(evolve, undefined),
    );
    expect(await storage.get('conversations', begun.id)).toEqual({ ...result.conversation, marks });
    expect(await storage.get('sessions', one.id)).toEqual(one);
    // and goes on where it was
    expect(await storage.append(begun.id, begun, text('x'))).toEqual({ status: 'conflict' });
    expect((await storage.append(begun.id, result.conversation, text('Vidare'))).status).toBe('appended');
  });

  it('finishes what was begun when it is closed', async () => {
    const { storage } = store();
    const docs = Array.from({ length: 20 }, () => session());
    const writes = docs.map((doc) => storage.insert('sessions', [doc]));
    const reopened = await store().reopen();
    expect(await Promise.all(writes)).toEqual(docs.map(() => 1));
    for (const doc of docs) expect(await reopened.get('sessions', doc.id)).toEqual(doc);
  });

  it('fails what is asked of it after it was closed with a word', async () => {
    const { storage } = store();
    await store().reopen();
    const gone = { answer: { code: 'storage_unavailable' } };
    await expect(storage.insert('sessions', [session()])).rejects.toMatchObject(gone);
    await expect(storage.get('sessions', 'x')).rejects.toMatchObject(gone);
    await expect(storage.ping()).rejects.toMatchObject(gone);
  });
}
