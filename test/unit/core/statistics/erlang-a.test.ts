import { agentsNeeded, erlangA, patienceOf } from '@lotsa/core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../apps/relay/seed/year.ts';

describe('Erlang A', () => {
  it('gives what Garnett, Mandelbaum and Reiman (2002) print: 50 agents, 48 calls a minute of a minute, two minutes of patience', () => {
    const result = erlangA({ arrivals: 48, handling: 1, patience: 2 }, 50, 20 / 60);
    expect(result.abandonRate).toBeCloseTo(0.031, 3);
    expect(result.meanWait * 60).toBeCloseTo(3.7, 0);
    expect(result.meanQueue).toBeCloseTo(3, 0);
    expect(result.occupancy).toBeCloseTo(0.93, 2);
  });

  it('is Erlang C when nobody leaves: the same article has 20.8 s of waiting, 17 in the queue and 96 % taken', () => {
    const result = erlangA({ arrivals: 48, handling: 1, patience: null }, 50, 20 / 60);
    expect(result.meanWait * 60).toBeCloseTo(20.8, 1);
    expect(result.meanQueue).toBeCloseTo(17, 0);
    expect(result.occupancy).toBeCloseTo(0.96, 3);
    expect(result.abandonRate).toBe(0);
  });

  it('with one agent whose patience equals its handling, is the Poisson distribution', () => {
    // Leaving and being done are then alike: M/M/∞ with offered load 1, and the agent idle with chance 1/e.
    const result = erlangA({ arrivals: 1, handling: 1, patience: 1 }, 1, 0);
    expect(result.serviceLevel).toBeCloseTo(1 / Math.E, 9);
    expect(result.occupancy).toBeCloseTo(1 - 1 / Math.E, 9);
    expect(result.abandonRate).toBeCloseTo(1 / Math.E, 9);
  });

  it('agrees with a queue that is played out', () => {
    const load = { arrivals: 5, handling: 1.5, patience: 1 };
    const [agents, within] = [7, 0.25];
    const expected = erlangA(load, agents, within);
    const played = play(load, agents, within, 200_000);
    // The mean of so many that wait one behind the other lies within a hundredth.
    expect(Math.abs(played.serviceLevel - expected.serviceLevel)).toBeLessThan(0.01);
    expect(Math.abs(played.abandonRate - expected.abandonRate)).toBeLessThan(0.01);
  });

  it('needs the fewest agents that reach the target, more for more contacts, and none for none', () => {
    const load = { arrivals: 48, handling: 1, patience: 2 };
    const found = agentsNeeded(load, 0.8, 20 / 60);
    if (!found) throw new Error('nobody is needed');
    expect(found.with.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(erlangA(load, found.agents - 1, 20 / 60).serviceLevel).toBeLessThan(0.8);
    expect(agentsNeeded({ ...load, arrivals: 60 }, 0.8, 20 / 60)?.agents).toBeGreaterThan(found.agents);
    expect(agentsNeeded({ ...load, arrivals: 0 }, 0.8, 1)).toBeNull();
  });

  it('takes a large centre, and refuses what cannot be', () => {
    expect(erlangA({ arrivals: 500, handling: 1, patience: 1 }, 500, 0.3).serviceLevel).toBeGreaterThan(0.9);
    expect(erlangA({ arrivals: 0.1, handling: 1, patience: 1 }, 1_000, 1).serviceLevel).toBeCloseTo(1, 9);
    expect(() => erlangA({ arrivals: 2, handling: 1, patience: null }, 2, 1)).toThrow(RangeError);
    expect(() => erlangA({ arrivals: 2, handling: 1, patience: 1 }, 0, 1)).toThrow(RangeError);
  });

  it('estimates patience from all waits and those who left', () => {
    expect(
      patienceOf([
        { wait: 30, abandoned: true },
        { wait: 50, abandoned: false },
        { wait: 40, abandoned: true },
      ]),
    ).toBe(60);
    expect(patienceOf([{ wait: 30, abandoned: false }])).toBeNull();
  });
});

/** Plays a queue out: contact by contact, in the order that they come. */
function play(
  { arrivals, handling, patience }: { arrivals: number; handling: number; patience: number },
  agents: number,
  within: number,
  contacts: number,
): { serviceLevel: number; abandonRate: number } {
  const random = seeded(7);
  const exponential = (mean: number): number => -Math.log(1 - random()) * mean;
  const freeAt = Array.from({ length: agents }, () => 0);
  let [now, inTime, left] = [0, 0, 0];
  for (let i = 0; i < contacts; i += 1) {
    now += exponential(1 / arrivals);
    const free = freeAt.indexOf(Math.min(...freeAt));
    const wait = Math.max(0, (freeAt[free] ?? 0) - now);
    if (wait > exponential(patience)) {
      left += 1;
      continue;
    }
    freeAt[free] = now + wait + exponential(handling);
    if (wait <= within) inTime += 1;
  }
  return { serviceLevel: inTime / contacts, abandonRate: left / contacts };
}
