import type { ErrorAnswer, VisitorFacts, VisitorRequestEvents } from '@lotsa/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLink, type Link } from '../../../packages/client/link.ts';
import { ManualClock, settled } from '../../support/manual-clock.ts';
import { TransportPair } from '../../support/transport-pair.ts';

const mark = { conversationId: 'conversation-0001', delivered: 1, read: 0 };

let clock: ManualClock;
let pair: TransportPair<VisitorRequestEvents, VisitorFacts>;
let link: Link<VisitorRequestEvents>;
let states: string[];
let onlines: number;
let again: boolean;
let refusals: ErrorAnswer[];
let loadFails: boolean;

beforeEach(async () => {
  clock = new ManualClock();
  pair = new TransportPair();
  states = [];
  refusals = [];
  onlines = 0;
  again = true;
  loadFails = false;
  link = createLink<VisitorRequestEvents, VisitorFacts>({
    load: () => (loadFails ? Promise.reject(new Error('offline')) : Promise.resolve(pair.client)),
    clock,
    onState: (state) => states.push(state),
    onOnline: () => (onlines += 1),
    onFact: () => undefined,
    onRefused: (error) => {
      refusals.push(error);
      return again;
    },
  });
});

const begin = async (): Promise<void> => {
  link.start();
  await settled();
};

describe('the connection', () => {
  it('comes back after a disconnect by the relay, which Socket.IO leaves to us', async () => {
    await begin();
    await pair.accept();
    await pair.drop();
    expect(pair.attempts).toBe(1);
    await clock.go(1_000);
    expect(pair.attempts).toBe(2);
    await pair.accept();
    expect(states).toEqual(['connecting', 'online', 'offline', 'connecting', 'online']);
    expect(onlines).toBe(2);
  });

  it('waits longer after each failure, up to half a minute, and never the same for all', async () => {
    await begin();
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      clock.chance = i % 2 === 0 ? 0 : 0.999;
      await pair.drop();
      waits.push(clock.waits[0]!);
      await clock.go(clock.waits[0]!);
    }
    expect(waits.map(Math.round)).toEqual([500, 1_999, 2_000, 7_996, 8_000, 29_985, 15_000, 29_985]);
  });

  it('begins to wait from the beginning once it has been online', async () => {
    await begin();
    for (let i = 0; i < 5; i += 1) {
      await pair.drop();
      await clock.go(30_000);
    }
    await pair.accept();
    await pair.drop();
    expect(clock.waits).toEqual([750]);
  });

  it('is tried at once when somebody asks for it', async () => {
    await begin();
    await pair.drop();
    link.retry();
    expect(pair.attempts).toBe(2);
    expect(clock.waits).toEqual([20_000]);
  });

  it('is given up and tried again when the relay took it and fell silent', async () => {
    await begin();
    await clock.go(20_000);
    expect(link.state).toBe('offline');
    await clock.go(1_000);
    expect(pair.attempts).toBe(2);
  });

  it('[D7] comes back when a draining relay says, with a jitter', async () => {
    await begin();
    await pair.accept();
    clock.chance = 0.25;
    await pair.tell('relay:draining', { retryAfterMs: 4_000 });
    expect(link.state).toBe('offline');
    expect(pair.isOnline).toBe(false);
    expect(clock.waits).toEqual([5_000]);
  });

  it('stops when a refusal is final, and goes on at once when it was answered', async () => {
    await begin();
    await pair.drop({ code: 'unauthenticated', data: {} });
    expect(clock.waits).toEqual([0]);
    await clock.go(0);
    again = false;
    const asked = link.ask('messages:mark', mark);
    await pair.drop({ code: 'protocol_mismatch', data: { version: 2 } });
    expect(refusals.map(({ code }) => code)).toEqual(['unauthenticated', 'protocol_mismatch']);
    expect(link.state).toBe('idle');
    expect(clock.waits).toEqual([]);
    expect(await asked).toBeNull();
  });

  it('does not turn in circles when it is refused again and again', async () => {
    await begin();
    const error: ErrorAnswer = { code: 'unauthenticated', data: {} };
    await pair.drop(error);
    await clock.go(0);
    await pair.drop(error);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(1_000);
  });

  it('loads the transport again when that failed', async () => {
    loadFails = true;
    await begin();
    expect(link.state).toBe('offline');
    loadFails = false;
    await clock.go(1_000);
    expect(pair.attempts).toBe(1);
  });
});

describe('a request', () => {
  it('[D2] is asked again, the same, when the connection broke before its answer', async () => {
    await begin();
    await pair.accept();
    const asked = link.ask('messages:mark', mark);
    await settled();
    await pair.drop();
    await clock.go(1_000);
    await pair.accept();
    expect((await pair.answer(null)).payload).toEqual(mark);
    expect(await asked).toEqual({ ok: true, value: null });
  });

  it('waits for a connection', async () => {
    const asked = link.ask('messages:mark', mark);
    await begin();
    await pair.accept();
    await pair.answer(null);
    expect(await asked).toEqual({ ok: true, value: null });
  });

  it('is refused at once, unless it is patient: then a passing error is waited out', async () => {
    await begin();
    await pair.accept();
    const limited: ErrorAnswer = { code: 'rate_limited', data: { retryAfterMs: 3_000 } };
    const hasty = link.ask('messages:mark', mark);
    await settled();
    await pair.refuse(limited);
    expect(await hasty).toEqual({ ok: false, error: limited });

    const patient = link.ask('messages:mark', mark, 'patient');
    await settled();
    await pair.refuse(limited);
    await clock.go(2_999);
    expect(pair.arrived).toEqual([]);
    await clock.go(3_001);
    await pair.refuse({ code: 'storage_unavailable', data: {} });
    await clock.go(2_000);
    await pair.refuse({ code: 'forbidden', data: {} });
    expect(await patient).toEqual({ ok: false, error: { code: 'forbidden', data: {} } });
  });

  it('is answered with nothing when the link is stopped, also while it waits', async () => {
    await begin();
    await pair.accept();
    const under = link.ask('messages:mark', mark);
    await settled();
    link.stop();
    expect(await under).toBeNull();
  });

  it('what is only told is forgotten without a connection', async () => {
    link.tell('typing:set', { conversationId: mark.conversationId, typing: true });
    await begin();
    await pair.accept();
    expect(pair.arrived).toEqual([]);
    link.tell('typing:set', { conversationId: mark.conversationId, typing: true });
    expect(pair.arrived).toHaveLength(1);
  });
});
