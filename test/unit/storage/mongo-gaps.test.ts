import { plan } from '@lotsa/storage';
import { expect, it } from 'vitest';
import { firstSeqOf, withoutGap } from '../../../packages/storage/mongo/gaps.ts';

const raws = (...seqs: number[]) => seqs.map((seq) => ({ _id: `c:${seq}`, conversationId: 'c', seq }));

it('[D3] gives no message behind a place that the scan passed before it was filled', () => {
  expect(withoutGap(raws(1, 2, 4, 5), 1)).toEqual(raws(1, 2));
  expect(withoutGap(raws(4, 5), 3)).toEqual([]);
  expect(withoutGap(raws(3, 4, 5), 3)).toEqual(raws(3, 4, 5));
});

const within = { index: 'bySeq', equals: { conversationId: 'c' }, limit: 9 } as const;
const cursor = btoa(JSON.stringify([7, 'c:7']));

it.for([
  ['from the beginning', 1, within],
  ['behind a number', 5, { ...within, range: { field: 'seq', gt: 4 } }],
  ['from a number', 4, { ...within, range: { field: 'seq', gte: 4 } }],
  ['from before the first', 1, { ...within, range: { field: 'seq', gt: -9, lt: 9 } }],
  ['behind a cursor', 8, { ...within, after: cursor }],
  ['behind a cursor in a range', 8, { ...within, range: { field: 'seq', gt: 2 }, after: cursor }],
  [
    'downwards, where a later message cannot be met without those before',
    undefined,
    { ...within, order: 'desc' },
  ],
  ['across conversations', undefined, { index: 'bySeq', limit: 9 }],
] as const)('knows the first number of a page %s', ([, first, query]) => {
  expect(firstSeqOf(plan('messages', query))).toBe(first);
});
