import type { ContactFact, HandoffFact } from '@lotsa/protocol';

/** A fact as it is stored: a year is seventy thousand of them. The order of the fields is that of {@link packFact}. */
export type PackedFact = readonly [
  half: number,
  age: number,
  channel: ContactFact['channel'],
  topicId: string | null,
  departmentId: string | null,
  language: string,
  outcome: ContactFact['outcome'],
  /** Bits: followUp 1, answered 2, abandoned 4, solved 8, written in time 16, written late 32. */
  flags: number,
  wait: number | null,
  handling: number | null,
  hops: number,
  handoffs: readonly (readonly [HandoffFact['mode'], string, boolean | null])[],
  scores: Record<string, number>,
];

/** Makes it small. */
export const packFact = (it: ContactFact): PackedFact => [
  it.half,
  it.age,
  it.channel,
  it.topicId,
  it.departmentId,
  it.language,
  it.outcome,
  (it.followUp ? 1 : 0) |
    (it.answered ? 2 : 0) |
    (it.abandoned ? 4 : 0) |
    (it.solved ? 8 : 0) |
    (it.writtenInTime === true ? 16 : 0) |
    (it.writtenInTime === false ? 32 : 0),
  it.wait,
  it.handling,
  it.hops,
  it.handoffs.map(({ mode, departmentId, inTime }) => [mode, departmentId, inTime] as const),
  it.scores,
];

// Most facts have none: two years of them share these.
const NO_HANDOFFS: HandoffFact[] = [];
const NO_SCORES: Record<string, number> = {};

/** And whole again. */
export function unpackFact([
  half,
  age,
  channel,
  topicId,
  departmentId,
  language,
  outcome,
  flags,
  wait,
  handling,
  hops,
  handoffs,
  scores,
]: PackedFact): ContactFact {
  return {
    half,
    age,
    channel,
    topicId,
    departmentId,
    language,
    outcome,
    followUp: (flags & 1) > 0,
    answered: (flags & 2) > 0,
    abandoned: (flags & 4) > 0,
    wait,
    handling,
    hops,
    solved: (flags & 8) > 0,
    writtenInTime: (flags & 48) === 0 ? null : (flags & 16) > 0,
    handoffs:
      handoffs.length === 0
        ? NO_HANDOFFS
        : handoffs.map(([mode, department, inTime]) => ({ mode, departmentId: department, inTime })),
    scores: Object.keys(scores).length === 0 ? NO_SCORES : scores,
  };
}
