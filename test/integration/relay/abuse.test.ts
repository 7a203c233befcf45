import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '@lotsa/protocol';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prove } from '../../../packages/client/prove.ts';
import { post, visit, type VisitorWire, WireClient } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const HOUR = 3_600_000;

let relay: TestRelay;
const sockets: VisitorWire[] = [];
beforeEach(async () => {
  relay = await TestRelay.start('embedded', { TRUST_PROXY: '1', NEWCOMERS_PER_ADDRESS: '2' });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await relay.close();
});

/** A visitor's socket from an address, as a proxy would say it. */
async function from(address: string, cookie = ''): Promise<VisitorWire & { cookie: string }> {
  const visited = await visit(relay.url, cookie);
  const socket = io(`${relay.url}/visitor`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, siteId: 'ekhamra' },
    extraHeaders: { Cookie: visited.cookie, 'X-Forwarded-For': address },
  });
  const wire: VisitorWire = new WireClient(socket);
  sockets.push(wire);
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  return Object.assign(wire, { cookie: visited.cookie });
}

const opening = () => ({
  conversationId: randomUUID(),
  id: randomUUID(),
  text: 'Hej',
  language: 'sv',
  page: null,
  topicId: null,
  departmentId: null,
  contact: { email: 'kim@example.se' },
});

describe('[B2] more begin than usual', () => {
  it('a browser does the work, and nobody who is in a conversation is asked', async () => {
    const first = opening();
    const early = await from('198.51.100.7');
    await early.ask('conversation:start', first);
    await (await from('198.51.100.7')).ask('conversation:start', opening());
    const third = await from('198.51.100.7');
    const request = opening();
    const asked = await third.answer('conversation:start', request);
    expect(asked).toMatchObject({ ok: false, error: { code: 'proof_needed', data: { bits: 15 } } });
    if (asked.ok || asked.error.code !== 'proof_needed') return;
    const proof = await prove(asked.error.data);
    // Work done for one request opens no other.
    const stolen = await third.answer('conversation:start', { ...opening(), proof });
    expect(stolen).toMatchObject({ error: { code: 'proof_needed' } });
    await third.ask('conversation:start', { ...request, proof });
    // A retry of what was accepted is answered as it was, and those who are in write on.
    await third.ask('conversation:start', request);
    await early.ask('message:send', {
      conversationId: first.conversationId,
      id: randomUUID(),
      text: 'Hallå?',
    });
    await (await from('203.0.113.9')).ask('conversation:start', opening());
  });
});

describe('[B3] a ban', () => {
  async function banned(hours: 1 | 24 | 168 = 168) {
    const agent = await relay.staff('agent-01');
    const visitor = await from('203.0.113.9');
    const { conversationId, ...rest } = opening();
    await visitor.ask('conversation:start', { conversationId, ...rest, contact: null });
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    const request = { conversationId, id: randomUUID(), reason: 'Hotade mig', hours };
    await agent.ask('conversation:ban', request);
    return { visitor, agent, conversationId, request };
  }

  it('is told to the visitor with its end, and keeps it from beginning another until then', async () => {
    const { visitor, conversationId, agent, request } = await banned();
    const closed = await visitor.fact(
      'message:sent',
      (message) => message.kind === 'event' && message.event.type === 'closed',
    );
    const until = closed.kind === 'event' && closed.event.type === 'closed' ? closed.event.bannedUntil : 0;
    expect(until).toBeGreaterThan(Date.now() + 167 * HOUR);
    const again = await visitor.answer('conversation:start', opening());
    expect(again).toEqual({ ok: false, error: { code: 'banned', data: { until } } });
    const more = await visitor.answer('message:send', { conversationId, id: randomUUID(), text: 'Nej' });
    expect(more).toMatchObject({ error: { code: 'conversation_closed' } });
    // Asked again it is the same ban (rule D2), and the audit log has who and of what.
    await agent.ask('conversation:ban', request);
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: conversationId },
      limit: 10,
    });
    expect(docs[0]).toMatchObject({ action: 'banned', actorId: 'agent-01' });
  });

  it('lasts: the visitor is known until it ends, days later too, and let in when it has ended', async () => {
    const { visitor } = await banned();
    relay.clock.ahead = 6 * 24 * HOUR;
    const later = await from('203.0.113.10', visitor.cookie);
    expect(await later.answer('conversation:start', opening())).toMatchObject({ error: { code: 'banned' } });
    relay.clock.ahead = 7 * 24 * HOUR + HOUR;
    await relay.sweep();
    const after = await from('203.0.113.10', visitor.cookie);
    await after.ask('conversation:start', opening());
    expect((await relay.storage.find('bans', { index: 'byEnd', limit: 10 })).docs).toEqual([]);
  });

  it('[P3] leaves no address, asks for more work where it happened, and does not close a library', async () => {
    await banned();
    const neighbour = await from('203.0.113.9');
    const request = opening();
    const asked = await neighbour.answer('conversation:start', request);
    expect(asked).toMatchObject({ error: { code: 'proof_needed', data: { bits: 17 } } });
    const { docs } = await relay.storage.find('bans', { index: 'byEnd', limit: 10 });
    expect(JSON.stringify(docs)).not.toContain('203.0.113');
    // Forms stay open: a municipality can be reached by everybody.
    const form = { id: randomUUID(), language: 'sv', answers: { message: 'Hej', email: 'kim@example.se' } };
    const response = await post(relay.url, '/api/sites/ekhamra/forms/kontakt', form);
    expect([201, 422]).toContain(response.status);
  });

  it('is listed for those who oversee, who lift it', async () => {
    const { visitor, agent } = await banned(24);
    expect(await agent.answer('bans:list', { after: null })).toMatchObject({ error: { code: 'forbidden' } });
    const manager = await relay.staff('manager-1');
    const { bans } = await manager.ask('bans:list', { after: null });
    expect(bans).toMatchObject([{ reason: 'Hotade mig', by: { id: 'agent-01' } }]);
    await manager.ask('ban:lift', { banId: bans[0]?.id ?? '' });
    expect(await manager.answer('ban:lift', { banId: bans[0]?.id ?? '' })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await manager.ask('bans:list', { after: null })).bans).toEqual([]);
    const back = await from('203.0.113.77', visitor.cookie);
    await back.ask('conversation:start', opening());
  });
});
