import { MISSES_UNTIL_AWAY, type Routable, type RoutableAgent, route } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anna, begun, bo, claim, claimed, mia, sara, system, visitor } from '../../support/histories.ts';

const NOW = 10_000_000;
const ANYBODY = 120_000;
const times = { now: NOW, anybodyAfterMs: ANYBODY };

const waiting = (over: Partial<Routable> = {}): Routable => ({
  id: 'c1',
  language: 'sv',
  topicId: 'bygglov',
  departmentId: 'SBF',
  priority: 1,
  waitingSince: NOW - 1_000,
  offer: null,
  offersMissed: [],
  previousAgentId: null,
  ...over,
});
const agent = (id: string, over: Partial<RoutableAgent> = {}): RoutableAgent => ({
  id,
  role: 'agent',
  availability: 'available',
  presentUntil: NOW + 1,
  languages: ['sv'],
  skills: [],
  capacity: 3,
  load: 0,
  ...over,
});
const to = (queue: Routable[], agents: RoutableAgent[]): string[] =>
  route(queue, agents, times).map(({ conversationId, agentId }) => `${conversationId}>${agentId}`);

describe('routing', () => {
  it('[R2] longest waiting first, and before it those that came back', () => {
    const queue = [
      waiting({ id: 'new' }),
      waiting({ id: 'old', waitingSince: NOW - 50_000 }),
      waiting({ id: 'back', priority: 0 }),
    ];
    expect(to(queue, [agent('a', { capacity: 2 })])).toEqual(['back>a', 'old>a']);
  });

  it('[R2] who had the visitor before, then the topic, then the department, then the least loaded', () => {
    const plain = agent('a-plain');
    const loaded = agent('a-loaded', { load: 1 });
    const department = agent('b', { skills: ['SBF'], load: 1 });
    const topic = agent('c', { skills: ['bygglov'], load: 2 });
    const before = agent('d', { load: 2 });
    const queue = [waiting({ previousAgentId: 'd' })];
    expect(to(queue, [loaded, plain])).toEqual(['c1>a-plain']);
    expect(to(queue, [plain, department])).toEqual(['c1>b']);
    expect(to(queue, [plain, department, topic])).toEqual(['c1>c']);
    expect(to(queue, [plain, department, topic, before])).toEqual(['c1>d']);
  });

  it('[R2] easy Swedish is Swedish, and nobody else speaks it', () => {
    const queue = [waiting({ language: 'sv-x-easy' })];
    expect(to(queue, [agent('a', { languages: ['s', 'en'] })])).toEqual([]);
    expect(to(queue, [agent('a', { languages: ['en'] }), agent('b')])).toEqual(['c1>b']);
    expect(to([waiting({ language: 'sv' })], [agent('a', { languages: ['sv-x-easy'] })])).toEqual([]);
  });

  it('[R1] nobody who is away, busy, gone, full, or of another role', () => {
    const agents = [
      agent('a', { availability: 'away' }),
      agent('b', { availability: 'busy' }),
      agent('c', { presentUntil: NOW }),
      agent('d', { load: 3 }),
      agent('e', { role: 'specialist' }),
    ];
    expect(to([waiting()], agents)).toEqual([]);
  });

  it('[R2] waits for its language, but not for ever', () => {
    const swedish = agent('a');
    const queue = (waited: number) => [waiting({ language: 'ar', waitingSince: NOW - waited })];
    expect(to(queue(ANYBODY - 1), [swedish])).toEqual([]);
    expect(to(queue(ANYBODY), [swedish])).toEqual(['c1>a']);
    expect(to(queue(ANYBODY), [swedish, agent('b', { languages: ['ar'], load: 2 })])).toEqual(['c1>b']);
  });

  it('[R2] who missed it is asked again only when there is nobody else', () => {
    const queue = [waiting({ offersMissed: ['a'] })];
    expect(to(queue, [agent('a'), agent('b', { load: 2 })])).toEqual(['c1>b']);
    expect(to(queue, [agent('a')])).toEqual(['c1>a']);
  });

  const arbitraryAgent = fc.record({
    availability: fc.constantFrom('available', 'busy', 'away'),
    presentUntil: fc.constantFrom(NOW - 1, NOW + 1),
    role: fc.constantFrom('agent', 'manager', 'specialist'),
    languages: fc.subarray(['sv', 'en', 'ar']),
    skills: fc.subarray(['bygglov', 'SBF', 'SOF']),
    capacity: fc.integer({ min: 0, max: 4 }),
    load: fc.nat(4),
  });
  const agents = fc
    .array(arbitraryAgent, { maxLength: 6 })
    .map((all): RoutableAgent[] => all.map((each, i) => ({ ...agent(`a${i}`), ...each })));
  const queues = fc
    .array(
      fc.record({
        language: fc.constantFrom('sv', 'en', 'ar'),
        topicId: fc.constantFrom(null, 'bygglov'),
        departmentId: fc.constantFrom(null, 'SBF', 'SOF'),
        priority: fc.constantFrom<0 | 1>(0, 1),
        waitingSince: fc.integer({ min: NOW - 2 * ANYBODY, max: NOW }),
        previousAgentId: fc.constantFrom(null, 'a0', 'a1'),
        offersMissed: fc.subarray(['a0', 'a1', 'a2']),
        offer: fc.constantFrom(null, null, { user: { id: 'a0', name: 'A' }, until: NOW + 5 }),
      }),
      { maxLength: 12 },
    )
    .map((all): Routable[] => all.map((each, i) => ({ ...waiting({ id: `c${i}` }), ...each })));

  it('[R1] [R2] never beyond capacity, never to who cannot, never twice, never what is offered', () => {
    fc.assert(
      fc.property(queues, agents, (queue, staff) => {
        const routed = route(queue, staff, times);
        expect(new Set(routed.map((each) => each.conversationId)).size).toBe(routed.length);
        for (const { conversationId, agentId } of routed) {
          const conversation = queue.find(({ id }) => id === conversationId);
          const chosen = staff.find(({ id }) => id === agentId);
          if (!conversation || !chosen) throw new Error('routed what is not there');
          expect(conversation.offer).toBeNull();
          expect(chosen).toMatchObject({ availability: 'available', presentUntil: NOW + 1 });
          expect(chosen.role).not.toBe('specialist');
          const waited = NOW - conversation.waitingSince >= ANYBODY;
          expect(chosen.languages.includes(conversation.language) || waited).toBe(true);
        }
        for (const { id, load, capacity } of staff) {
          const more = routed.filter(({ agentId }) => agentId === id).length;
          if (more > 0) expect(load + more).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });

  it('[R2] passes nobody over: who is left waiting has no agent left who could take it', () => {
    fc.assert(
      fc.property(queues, agents, (queue, staff) => {
        const routed = route(queue, staff, times);
        const left = queue.filter(
          (c) => !c.offer && !routed.some(({ conversationId }) => conversationId === c.id),
        );
        for (const { language, waitingSince } of left) {
          const could = staff.filter(
            (a) =>
              a.role !== 'specialist' &&
              a.availability === 'available' &&
              a.presentUntil > NOW &&
              a.load + routed.filter(({ agentId }) => agentId === a.id).length < a.capacity &&
              (a.languages.includes(language) || NOW - waitingSince >= ANYBODY),
          );
          expect(could).toEqual([]);
        }
      }),
    );
  });
});

describe('an offer', () => {
  const offer = { type: 'offer', user: { id: 'anna', name: 'Name of anna' }, until: 60_000 } as const;
  const offered = () => {
    const history = begun();
    history.do(system, offer);
    return history;
  };

  it('[R2] keeps the conversation for one agent, until its time', () => {
    const history = offered();
    expect(history.is).toMatchObject({ status: 'queued', ownerType: 'queue', offer: { until: 60_000 } });
    expect(history.refusal(bo, claim)).toEqual({ code: 'already_claimed', data: { name: 'Name of anna' } });
    expect(history.refusal(anna, claim)).toBeNull();
    history.now = 60_000;
    expect(history.refusal(bo, claim)).toBeNull();
    history.do(anna, claim);
    expect(history.is).toMatchObject({ ownerId: 'anna', offer: null, offersMissed: [] });
  });

  it('[R2] that is missed or refused goes on, and is remembered', () => {
    const history = offered();
    expect(history.refusal(system, { type: 'endOffer', reason: 'missed' })).toMatchObject({
      code: 'wrong_status',
    });
    expect(history.refusal(anna, { type: 'endOffer', reason: 'left' })).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(bo, { type: 'declineOffer' })).toMatchObject({ code: 'wrong_status' });
    history.do(anna, { type: 'declineOffer' });
    expect(history.is).toMatchObject({ offer: null, offersMissed: ['anna'] });
    history.do(system, { ...offer, user: { id: 'bo', name: 'Name of bo' } });
    history.now = 60_000;
    history.do(system, { type: 'endOffer', reason: 'missed' });
    expect(history.is.offersMissed).toEqual(['anna', 'bo']);
    expect(MISSES_UNTIL_AWAY).toBeGreaterThan(1);
  });

  it('is made by Lotsa, and only in the queue', () => {
    expect(begun().refusal(mia, offer)).toMatchObject({ code: 'forbidden' });
    expect(offered().refusal(system, offer)).toMatchObject({ code: 'wrong_status' });
    expect(claimed().refusal(system, offer)).toMatchObject({ code: 'wrong_status' });
  });
});

describe('assigning', () => {
  const toBo = { type: 'assign', user: { id: 'bo', name: 'Name of bo' } } as const;

  it('a manager gives any conversation to an agent, and takes it over', () => {
    const queued = begun();
    queued.do(mia, toBo);
    expect(queued.is).toMatchObject({ status: 'assigned', ownerId: 'bo' });
    queued.do(mia, { type: 'assign', user: { id: 'mia', name: 'Name of mia' } });
    expect(queued.is).toMatchObject({ ownerId: 'mia' });
    expect(queued.refusal(bo, { type: 'sendText', text: 'Hej' })).toMatchObject({ code: 'forbidden' });
  });

  it('an agent gives its own, and nobody else’s', () => {
    const history = claimed();
    expect(history.refusal(bo, toBo)).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(visitor, toBo)).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(sara, toBo)).toMatchObject({ code: 'not_found' });
    history.do(anna, toBo);
    expect(history.is).toMatchObject({ ownerId: 'bo' });
    expect(history.refusal(mia, toBo)).toEqual({ code: 'already_claimed', data: { name: 'Name of bo' } });
  });

  it('[R2] whoever had it before it came back is preferred', () => {
    const history = claimed();
    history.do(anna, { type: 'release' });
    expect(history.is).toMatchObject({ previousAgentId: 'anna', assignedAt: null });
  });
});
