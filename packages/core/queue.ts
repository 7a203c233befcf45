import type { Conversation, Role } from '@lotsa/protocol';
import { isCentre } from './access.ts';

/** An agent as the queue sees it. */
export interface QueueAgent {
  role: Role;
  availability: 'available' | 'busy' | 'away';
  /** The time until which a console of theirs counts as connected. */
  presentUntil: number;
}

/** Somebody who can take the next conversation: chat is offered only while there is one (rules R1, R4). */
export const isAvailable = (agent: QueueAgent, now: number): boolean =>
  isCentre(agent.role) && agent.availability === 'available' && agent.presentUntil > now;

/** Fewer conversations than this say nothing about how long one takes. */
const ENOUGH_SERVICE_TIMES = 5;
/** Standard deviations of the normal distribution that one case of ten lies beyond, on each side. */
const TENTH = 1.2816;

/** The places that available agents have for conversations. */
export interface Staffing {
  /** The sum of their capacities. */
  places: number;
  /** Those that no conversation takes now. */
  free: number;
}

/** How long somebody will wait, in milliseconds: on average, and four times of five between `low` and `high`. */
export interface WaitEstimate {
  expected: number;
  low: number;
  high: number;
}

/**
 * How long a visitor at a place in the queue will wait (rule R3), from how long recent conversations took a place.
 * Those before it and itself take the free places first; for each further one a conversation must end, which happens
 * once every mean/places. Ends of many conversations come as if by chance (Palm and Khintchine), so the time until the
 * n-th is Erlang's distribution, of which Wilson and Hilferty's approximation gives the tenths.
 *
 * Who leaves the queue makes it shorter, so this rather says too much. Null while there is too little to tell from, or
 * nobody works: no number is better than a made-up one.
 */
export function estimateWait(
  place: number,
  { places, free }: Staffing,
  serviceMs: readonly number[],
): WaitEstimate | null {
  if (places < 1 || serviceMs.length < ENOUGH_SERVICE_TIMES) return null;
  const ends = Math.max(0, place - free);
  if (ends === 0) return { expected: 0, low: 0, high: 0 };
  const n = serviceMs.length;
  const mean = serviceMs.reduce((sum, ms) => sum + ms, 0) / n;
  const variance = serviceMs.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / n;
  // What chance does to the ends, and what so few conversations leave unknown of the mean.
  const shape = 1 / (1 / ends + (mean > 0 ? variance / mean ** 2 / n : 0));
  const expected = (ends * mean) / places;
  const tenth = (deviations: number): number =>
    Math.round(expected * Math.max(0, 1 - 1 / (9 * shape) + deviations / (3 * Math.sqrt(shape))) ** 3);
  return { expected, low: tenth(-TENTH), high: tenth(TENTH) };
}

/** How long a closed conversation took a place of an agent; null when it took none at its end. */
export const serviceTime = (c: Conversation): number | null =>
  c.closedAt !== null && c.assignedAt !== null ? c.closedAt - c.assignedAt : null;
