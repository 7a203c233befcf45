import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '@lotsa/protocol';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffSocket, visit, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

describe('what comes over the wire', () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
  });
  afterAll(() => relay.close());

  it('a bad payload is answered with the field that is wrong, and nothing happens', async () => {
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    const good = {
      conversationId,
      id: randomUUID(),
      text: 'Hej',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: { email: 'kim@example.se' },
    };
    const bad: [object, string][] = [
      [{ ...good, text: '' }, 'text'],
      [{ ...good, text: 'x'.repeat(4_001) }, 'text'],
      [{ ...good, text: { $gt: '' } }, 'text'],
      [{ ...good, conversationId: '../../etc' }, 'conversationId'],
      [{ ...good, language: 'klingonska språket' }, 'language'],
      [{ ...good, contact: { email: 'ingen adress' } }, 'contact.email'],
      [{ ...good, contact: {} }, 'contact.email'],
      [{ ...good, page: 'inte en adress' }, 'page'],
    ];
    for (const [payload, field] of bad) {
      const answer = await visitor.answer('conversation:start', payload as never);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_payload', data: { field } } });
    }
    for (const nothing of [null, undefined, 'text', 7, [], [[good]]]) {
      const answer = await visitor.answer('conversation:start', nothing as never);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_payload' } });
    }
    expect(await visitor.answer('conversation:resume', { conversationId, after: 0 })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await visitor.answer('no:such' as never, {} as never)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'event' } },
    });
    expect(await visitor.answer('__proto__' as never, {} as never)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'event' } },
    });
  });

  it('refuses another version of the protocol, a stranger and a foreign page', async () => {
    const { cookie } = await visit(relay.url);
    const auth = { protocol: PROTOCOL_VERSION + 1, siteId: 'ekhamra' };
    await expect(visitorSocket(relay.url, cookie, auth)).rejects.toThrow('protocol_mismatch');
    await expect(visitorSocket(relay.url, '')).rejects.toThrow('unauthenticated');
    await expect(staffSocket(relay.url, cookie)).rejects.toThrow('unauthenticated');
    const socket = io(`${relay.url}/visitor`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION, siteId: 'ekhamra' },
      extraHeaders: { Cookie: cookie, Origin: 'https://evil.example' },
    });
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    expect(error.message).toBe('websocket error');
  });

  it('[R4] without an agent there is no chat, but a message can be left', async () => {
    const visitor = await relay.visitor();
    const start = {
      conversationId: randomUUID(),
      id: randomUUID(),
      text: 'Är någon där?',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
    };
    expect(await visitor.answer('conversation:start', { ...start, contact: null })).toMatchObject({
      error: { code: 'chat_closed' },
    });
    const left = await visitor.ask('conversation:start', { ...start, contact: { phone: '0980-319 200' } });
    expect(left.conversation).toMatchObject({ status: 'queued', contactLeft: true });
  });

  it('[P2] a personal number in the contact details is masked, and a phone number that has the digits of one is not', async () => {
    const visitor = await relay.visitor();
    const left = async (phone: string): Promise<unknown> => {
      const start = { conversationId: randomUUID(), id: randomUUID(), text: 'Ring mig.', language: 'sv' };
      const about = { page: null, topicId: null, departmentId: null };
      await visitor.ask('conversation:start', { ...start, ...about, contact: { phone } });
      return (await relay.storage.get('conversations', start.conversationId))?.contact;
    };
    expect(await left('19121212-1212')).toEqual({ phone: '••••••-••••' });
    expect(await left('0701012304')).toEqual({ phone: '0701012304' });
  });

  it('[R4] tells the panel when an agent comes, and when it takes a break', async () => {
    const visitor = await relay.visitor();
    const agent = await relay.staff('agent-03');
    await visitor.fact('offer:changed', (offer) => offer.chat);
    await agent.ask('availability:set', { availability: 'away' });
    const offer = await visitor.fact('offer:changed', ({ chat }) => !chat);
    expect(offer.reason).toBe('noAgent');
    await agent.ask('availability:set', { availability: 'available' });
  });

  it('a flood is slowed down by token, and what was accepted is kept', async () => {
    const visitor = await relay.visitor();
    await relay.staff('agent-04');
    await visitor.fact('offer:changed', (offer) => offer.chat);
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Först',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: null,
    });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        visitor.answer('message:send', { conversationId, id: randomUUID(), text: `${i}` }),
      ),
    );
    const accepted = answers.filter((answer) => answer.ok).length;
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'rate_limited' } });
    const { messages } = await visitor.ask('conversation:resume', { conversationId, after: 0 });
    expect(messages).toHaveLength(accepted + 1);
  });

  it('a site that asks for a topic gets no question without one, and a retry of one that was taken is answered', async () => {
    const agent = await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const { askTopic } = (await relay.storage.get('sites', 'ekhamra')) ?? {};
    const start = {
      conversationId: randomUUID(),
      id: randomUUID(),
      text: 'Får jag bygga ett uterum?',
      language: 'sv',
      page: null,
      departmentId: null,
      contact: null,
    };
    await relay.storage.update('sites', 'ekhamra', { askTopic: 'required' });
    // The settings are read anew every few seconds.
    relay.clock.ahead += 10_000;
    for (const topicId of [null, 'finns-inte']) {
      expect(await visitor.answer('conversation:start', { ...start, topicId })).toEqual({
        ok: false,
        error: { code: 'invalid_payload', data: { field: 'topicId', rule: 'required' } },
      });
    }
    const first = await visitor.ask('conversation:start', { ...start, topicId: 'bygglov' });
    const again = await visitor.ask('conversation:start', { ...start, topicId: null });
    expect(again.conversation.id).toBe(first.conversation.id);
    await relay.storage.update('sites', 'ekhamra', { askTopic: askTopic ?? 'off' });
    relay.clock.ahead += 10_000;
    agent.close();
  });

  it('[D7] goes down telling its clients to come back, and answers no more', async () => {
    const closing = await TestRelay.start();
    const visitor = await closing.visitor();
    const gone = new Promise<string>((resolve) => visitor.socket.once('disconnect', resolve));
    const closed = closing.closeApp();
    await visitor.fact('relay:draining');
    // A reason after which a client comes back by itself.
    expect(await gone).not.toBe('io server disconnect');
    await closed;
    await closing.close();
  });
});
