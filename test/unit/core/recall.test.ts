import { expect, it } from 'vitest';
import { recall } from '../../../packages/core/recall.ts';

it('computes once, and forgets the oldest when there are too many', () => {
  const cache = new Map<string, string>();
  const computed: string[] = [];
  const ask = (key: string): string =>
    recall(cache, 2, key, () => {
      computed.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'a', 'b', 'c', 'b', 'c', 'a'].map(ask)).toEqual(['A', 'A', 'B', 'C', 'B', 'C', 'A']);
  expect(computed).toEqual(['a', 'b', 'c', 'a']);
  expect(cache.size).toBe(2);
});
