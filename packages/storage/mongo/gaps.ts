import type { WithId } from 'mongodb';
import type { Plan } from '../port.ts';
import type { Raw } from './documents.ts';

/**
 * Messages in ascending order, up to the first gap. A scan that goes on while others append can pass the place of n
 * before n is there and still meet n+1; what is behind such a place belongs to the next read.
 */
export function withoutGap(messages: WithId<Raw>[], first: number): WithId<Raw>[] {
  const gap = messages.findIndex((message, i) => message['seq'] !== first + i);
  return gap < 0 ? messages : messages.slice(0, gap);
}

/** The number that the first message of a page must have, when the page goes up within one conversation. */
export function firstSeqOf({ equals, range, after, descending }: Plan): number | undefined {
  if (descending || equals.length !== 1) return undefined;
  const least = range.map(([, operator, value]) => {
    if (operator === 'gt') return Math.floor(Number(value)) + 1;
    return operator === 'gte' ? Math.ceil(Number(value)) : 1;
  });
  return Math.max(1, after ? Number(after[0]) + 1 : 1, ...least);
}
