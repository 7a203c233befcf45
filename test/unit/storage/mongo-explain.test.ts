import { expect, it } from 'vitest';
import { accessIn } from '../../../packages/storage/mongo/explain.ts';

// As MongoDB's manual shows them ("Explain Results"); only what says how the documents are found.
const byIndex = {
  stage: 'LIMIT',
  inputStage: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'i' } },
};
const sorted = {
  stage: 'SORT',
  inputStage: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'i' } },
};
const scanned = { stage: 'COLLSCAN', direction: 'forward' };

it.for([
  ['an index', 'index', { winningPlan: byIndex, rejectedPlans: [sorted, scanned] }],
  ['an index, in the slot-based engine', 'index', { winningPlan: { queryPlan: byIndex, slotBasedPlan: {} } }],
  [
    'indexes that are merged in order',
    'index',
    { winningPlan: { stage: 'SORT_MERGE', inputStages: [byIndex] } },
  ],
  ['the id', 'index', { winningPlan: { stage: 'EXPRESS_IXSCAN' } }],
  ['a collection that is not there', 'index', { winningPlan: { stage: 'EOF' } }],
  ['a scan', 'scan', { winningPlan: scanned }],
  [
    'a scan on one of the shards',
    'scan',
    { winningPlan: { stage: 'SHARD_MERGE', shards: [{ winningPlan: scanned }] } },
  ],
  ['a sort in memory', 'scan', { winningPlan: sorted }],
  ['nothing that is known', 'scan', {}],
] as const)('reads %s from a plan of MongoDB as %s', ([, access, queryPlanner]) => {
  expect(accessIn({ queryPlanner })).toBe(access);
});
