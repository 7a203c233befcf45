import { evolve } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { messagesOf, readAll } from './read-all.ts';
import { after, begin, newId, note, openingText, text, told } from './samples.ts';
import type { Current } from './storage-contract.ts';

/** One append after the other. */
export function appending(store: Current): void {
  it('gives the first message the number 1 and makes the conversation of it', async () => {
    const { storage } = store();
    const id = newId();
    const message = openingText({ siteId: 'first' });
    const result = await storage.append(id, undefined, message);
    const placed = { ...message, conversationId: id, seq: 1 };
    expect(result).toEqual({
      status: 'appended',
      message: placed,
      conversation: evolve(undefined, placed as never),
    });
    expect(await storage.load(id)).toEqual(after(result));
  });

  it('[D3] numbers the messages of a conversation 1, 2, 3 without gaps, whatever their kind', async () => {
    const { storage } = store();
    let conversation = await begin(storage);
    const news = [
      text('a'),
      note('b'),
      told({ type: 'assigned', user: { id: 'amina', name: 'Amina' } }),
      text('c'),
    ];
    for (const message of news)
      conversation = after(await storage.append(conversation.id, conversation, message));
    const messages = await messagesOf(storage, conversation.id);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(messages.slice(1).map(({ id }) => id)).toEqual(news.map(({ id }) => id));
    expect(messages.slice(1)).toEqual(
      news.map((m, i) => ({ ...m, conversationId: conversation.id, seq: i + 2 })),
    );
  });

  it('[D2] answers a retry with the message as it was stored, and stores it once', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const message = text('En gång');
    const first = await storage.append(begun.id, begun, message);
    if (first.status !== 'appended') throw new Error(first.status);
    await storage.append(begun.id, first.conversation, text('Efteråt'));
    const now = await storage.load(begun.id);
    const stored = { status: 'duplicate', message: first.message };
    // on the state before, on the state after, and with other words under the same id
    expect(await storage.append(begun.id, begun, message)).toEqual(stored);
    expect(await storage.append(begun.id, now, message)).toEqual(stored);
    expect(await storage.append(begun.id, now, { ...text('Annat'), id: message.id })).toEqual(stored);
    expect((await messagesOf(storage, begun.id)).map((m) => m.id)).toHaveLength(3);
    expect(await storage.load(begun.id)).toEqual(now);
  });

  it('[D2] answers a retry of the opening message in the same way', async () => {
    const { storage } = store();
    const [id, message] = [newId(), openingText()];
    const first = await storage.append(id, undefined, message);
    if (first.status !== 'appended') throw new Error(first.status);
    expect(await storage.append(id, undefined, message)).toEqual({
      status: 'duplicate',
      message: first.message,
    });
    expect(await messagesOf(storage, id)).toEqual([first.message]);
  });

  it('[D2] counts a message id within its own conversation only', async () => {
    const { storage } = store();
    const [one, other] = [await begin(storage), await begin(storage)];
    const message = text('Samma id');
    expect((await storage.append(one.id, one, message)).status).toBe('appended');
    expect((await storage.append(other.id, other, message)).status).toBe('appended');
  });

  it('refuses a message behind one that has a follower, and changes nothing', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const now = after(await storage.append(begun.id, begun, text('Först')));
    expect(await storage.append(begun.id, begun, text('För sent'))).toEqual({ status: 'conflict' });
    expect(await storage.append(begun.id, undefined, openingText())).toEqual({ status: 'conflict' });
    expect(await storage.load(begun.id)).toEqual(now);
    expect(await messagesOf(storage, begun.id)).toHaveLength(2);
  });

  it('refuses a message behind one that is not there', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const ahead = { ...begun, seq: 7 };
    expect(await storage.append(begun.id, ahead, text('Ur ingenstans'))).toEqual({ status: 'conflict' });
    const unknown = { ...begun, id: newId() };
    expect(await storage.append(unknown.id, unknown, text('Ur ingenstans'))).toEqual({ status: 'conflict' });
    expect(await storage.load(unknown.id)).toBeUndefined();
    expect(await messagesOf(storage, unknown.id)).toEqual([]);
  });

  it('loads the fold of all messages, and lists show the same conversation', async () => {
    const { storage } = store();
    const siteId = `fold-${newId()}`;
    let conversation = await begin(storage, { siteId, contact: { email: 'ada@example.se' } });
    const user = { id: 'amina', name: 'Amina' };
    for (const message of [
      text('Mer'),
      told({ type: 'assigned', user }),
      note('Intern'),
      told({ type: 'visitorEnded' }),
      told({ type: 'closed', outcome: 'answered', topicId: 'avfall' }),
    ]) {
      conversation = after(await storage.append(conversation.id, conversation, message));
    }
    const messages = await messagesOf(storage, conversation.id);
    const fold = messages.reduce<Conversation | undefined>(evolve, undefined);
    expect(fold).toMatchObject({ status: 'closed', outcome: 'answered', seq: 6 });
    expect(await storage.load(conversation.id)).toEqual(fold);
    const none = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };
    expect(await storage.get('conversations', conversation.id)).toEqual({ ...fold, marks: none });
    const query = { index: 'byClosing', equals: { siteId, status: 'closed' }, limit: 10 } as const;
    expect(await readAll(storage, 'conversations', query)).toEqual([{ ...fold, marks: none }]);
  });

  it('keeps what an event takes away, and no text brings it back', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const identity = {
      by: 'site',
      subject: 'kund-1',
      name: 'Kim Ek',
      email: '',
      provider: '',
      at: 1,
    } as const;
    const news = [
      told({ type: 'identified', identity: { ...identity, assurance: 'low' } }),
      text('Det är jag'),
      told({ type: 'identityEnded' }),
      text('Nu inte längre'),
    ];
    let conversation = begun;
    for (const message of news) conversation = after(await storage.append(begun.id, conversation, message));
    expect(conversation).not.toHaveProperty('identity');
    expect(await storage.load(begun.id)).toEqual(conversation);
  });

  it('shows a text in the lists as soon as it is acknowledged, to whoever asks the same storage', async () => {
    const { storage } = store();
    const siteId = `listed-${newId()}`;
    let conversation = await begin(storage, { siteId });
    const query = { index: 'byQueue', equals: { siteId, status: 'queued' }, limit: 10 } as const;
    for (const words of ['Ett', 'Två', 'Tre']) {
      conversation = after(await storage.append(conversation.id, conversation, text(words)));
      expect((await storage.find('conversations', query)).docs).toMatchObject([{ ...conversation }]);
    }
    conversation = after(await storage.append(conversation.id, conversation, text('Fyra')));
    expect(await storage.get('conversations', conversation.id)).toMatchObject({ ...conversation });
    conversation = after(await storage.append(conversation.id, conversation, text('Fem')));
    expect(await storage.load(conversation.id)).toEqual(conversation);
  });

  it('finds a message by the id of its sender, in its conversation only', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    const result = await storage.append(begun.id, begun, text('Var är jag?'));
    if (result.status !== 'appended') throw new Error(result.status);
    expect(await storage.messageById(begun.id, result.message.id)).toEqual(result.message);
    expect(await storage.messageById(begun.id, newId())).toBeUndefined();
    expect(await storage.messageById(newId(), result.message.id)).toBeUndefined();
  });

  it('knows nothing of a conversation that never began', async () => {
    const { storage } = store();
    expect(await storage.load(newId())).toBeUndefined();
    expect(await storage.get('conversations', newId())).toBeUndefined();
  });

  it('neither keeps nor gives out what the caller may change afterwards', async () => {
    const { storage } = store();
    const id = newId();
    const message = openingText({ contact: { email: 'ada@example.se' } });
    const result = await storage.append(id, undefined, message);
    const kept = structuredClone(after(result));
    after(result).language = 'changed';
    if (message.kind === 'text' && message.opening?.contact) message.opening.contact.email = 'changed';
    const loaded = await storage.load(id);
    expect(loaded).toEqual(kept);
    Object.assign(loaded?.excerpt ?? {}, { text: 'changed' });
    Object.assign((await messagesOf(storage, id))[0] ?? {}, { text: 'changed' });
    expect(await storage.load(id)).toEqual(kept);
    expect((await messagesOf(storage, id))[0]).toMatchObject({ text: 'Hej!' });
  });

  it('[D4] gives 500 messages in pages, and exactly what came after a number', async () => {
    const { storage } = store();
    let conversation = await begin(storage);
    const { id } = conversation;
    for (let i = 2; i <= 500; i++) {
      const result = await storage.append(id, conversation, text(`nr ${i}`, i));
      conversation = after(result);
    }
    const whole = { index: 'bySeq', equals: { conversationId: id }, limit: 200 } as const;
    const all = await readAll(storage, 'messages', whole);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
    const range = { field: 'seq', gt: 321 } as const;
    const missed = { index: 'bySeq', equals: { conversationId: id }, range, limit: 100 } as const;
    expect(await readAll(storage, 'messages', missed)).toEqual(all.slice(321));
    const last = await storage.find('messages', { ...missed, order: 'desc', limit: 3 });
    expect(last.docs.map(({ seq }) => seq)).toEqual([500, 499, 498]);
  });
}
