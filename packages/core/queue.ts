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

/**
 * How long a waiting visitor will wait, in milliseconds, from how long recent conversations kept an agent (rule R3):
 * with `n` places ahead and `agents` at work, `n` conversations must end first, one every median/agents.
 * Null while there is too little to tell from, or nobody works: no number is better than a made-up one.
 */
export function estimateWait(place: number, agents: number, serviceMs: readonly number[]): number | null {
  if (agents < 1 || serviceMs.length < ENOUGH_SERVICE_TIMES) return null;
  const median = serviceMs.toSorted((a, b) => a - b)[serviceMs.length >> 1] ?? 0;
  return Math.round((place * median) / agents);
}

/** How long a closed conversation kept an agent; null when it never had one. */
export const serviceTime = (c: Conversation): number | null =>
  c.closedAt !== null && c.firstReplyAt !== null ? c.closedAt - c.firstReplyAt : null;
