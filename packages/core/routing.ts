import type { Conversation, Site } from '@lotsa/protocol';
import { isAvailable, type QueueAgent } from './queue.ts';

/** What routing looks at in a conversation that waits. */
export type Routable = Pick<
  Conversation,
  | 'id'
  | 'language'
  | 'topicId'
  | 'departmentId'
  | 'priority'
  | 'waitingSince'
  | 'offer'
  | 'offersMissed'
  | 'previousAgentId'
>;

/** An agent as routing sees it (rule R1). */
export interface RoutableAgent extends QueueAgent {
  id: string;
  languages: readonly string[];
  /** Topics and departments it knows best, by id. */
  skills: readonly string[];
  capacity: number;
  /** Conversations it has, and offers it has not answered yet. */
  load: number;
}

/** A conversation and the agent it is to be offered to. */
export interface Routed {
  conversationId: string;
  agentId: string;
}

/** An agent that missed so many offers in a row is not at its desk: it is set to away. */
export const MISSES_UNTIL_AWAY = 3;

/**
 * Whom each waiting conversation is offered to (rule R2), as far as there is anybody: those that come first in the queue
 * choose first. Among the available agents with a place left that speak the language, the one who had this visitor
 * before is preferred, then one who knows the topic, then the department, then the least loaded. Who has waited longer
 * than the site's `anybodyAfterMs` is offered to anybody with a place left when nobody speaks its language. Who did not
 * take it is asked again only when there is nobody else. A conversation that is offered already is left where it is.
 */
export function route(
  queue: readonly Routable[],
  agents: readonly RoutableAgent[],
  { now, anybodyAfterMs }: { now: number; anybodyAfterMs: Site['anybodyAfterMs'] },
): Routed[] {
  const load = new Map(agents.map((agent) => [agent.id, agent.load]));
  const loadOf = (agent: RoutableAgent): number => load.get(agent.id) ?? 0;
  const routed: Routed[] = [];
  for (const conversation of queue.toSorted(byNeed)) {
    if (conversation.offer) continue;
    const free = agents.filter((agent) => isAvailable(agent, now) && loadOf(agent) < agent.capacity);
    const speaking = free.filter((agent) => speaks(agent, conversation.language));
    const waited = now - conversation.waitingSince >= anybodyAfterMs;
    const asked = speaking.length === 0 && waited ? free : speaking;
    const fresh = asked.filter((agent) => !conversation.offersMissed.includes(agent.id));
    const [best] = (fresh.length > 0 ? fresh : asked).toSorted(
      (a, b) =>
        fit(conversation, b) - fit(conversation, a) || loadOf(a) - loadOf(b) || (a.id < b.id ? -1 : 1),
    );
    if (!best) continue;
    load.set(best.id, loadOf(best) + 1);
    routed.push({ conversationId: conversation.id, agentId: best.id });
  }
  return routed;
}

/** Who speaks a language speaks its varieties too: easy Swedish (`sv-x-easy`) is Swedish. */
const speaks = ({ languages }: RoutableAgent, wanted: string): boolean =>
  languages.some((language) => wanted === language || wanted.startsWith(`${language}-`));

/** Those that were answered before and came back come first (rule O3), then whoever waits longest. */
const byNeed = (a: Routable, b: Routable): number =>
  a.priority - b.priority || a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1);

/** How well an agent fits: had this visitor before 4, knows the topic 2, knows the department 1. */
function fit({ previousAgentId, topicId, departmentId }: Routable, { id, skills }: RoutableAgent): number {
  const knows = (skill: string | null): boolean => skill !== null && skills.includes(skill);
  return (previousAgentId === id ? 4 : 0) + (knows(topicId) ? 2 : 0) + (knows(departmentId) ? 1 : 0);
}
