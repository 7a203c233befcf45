import type { Message } from '@lotsa/protocol';
import type { Attempt } from './writers.ts';

/** What the clients of one conversation did and saw, and what is stored of it. */
export interface Evidence {
  history: readonly Attempt[];
  /** What a participant was told: message id by sequence number. */
  seen: readonly ReadonlyMap<number, string>[];
  stored: readonly Message[];
}

/**
 * Holds a history against the store (rules D1 to D4): what was acknowledged is stored once, at the place that was said; what
 * was refused for good or never sent is not there; places go up by one, and everybody saw a part of that order.
 * @returns what is wrong, one line each; nothing when all is right.
 */
export function violations({ history, seen, stored }: Evidence): string[] {
  const wrong: string[] = [];
  const places = new Map<string, number>();
  stored.forEach((message, i) => {
    if (message.seq !== i + 1) wrong.push(`place ${message.seq} where ${i + 1} should be`);
    if (places.has(message.id)) wrong.push(`${message.id} is stored twice`);
    places.set(message.id, message.seq);
  });
  const invoked = new Set(history.map(({ id }) => id));
  for (const { id, text, outcome, seq } of history) {
    if (outcome !== 'ok') continue;
    const place = places.get(id);
    if (place === undefined) wrong.push(`acknowledged and lost: ${text} (${id})`);
    else if (seq !== null && place !== seq) wrong.push(`${text} acknowledged at ${seq}, stored at ${place}`);
  }
  for (const message of stored) {
    if (message.author.type === 'visitor' && message.kind === 'text' && !invoked.has(message.id)) {
      wrong.push(`nobody wrote ${message.id}`);
    }
  }
  const acknowledged = history.filter(({ outcome }) => outcome === 'ok').map(({ id }) => places.get(id) ?? 0);
  if (acknowledged.some((place, i) => i > 0 && place <= (acknowledged[i - 1] ?? 0))) {
    wrong.push('stored in another order than they were acknowledged in');
  }
  for (const view of seen) {
    for (const [seq, id] of view) {
      if (places.get(id) !== seq)
        wrong.push(`${id} was seen at ${seq}, stored at ${places.get(id) ?? 'no place'}`);
    }
  }
  return wrong;
}
