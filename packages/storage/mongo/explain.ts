import { type Collection, type Document, MongoServerError } from 'mongodb';
import type { Plan } from '../port.ts';
import { type Raw, rawField } from './documents.ts';
import { pageFilterOf, sortOf } from './filter.ts';

/** Stages that read a whole collection, or sort in memory what an index should have given in order. */
const SCANS = new Set(['COLLSCAN', 'SORT']);
const COMMAND_NOT_FOUND = 59;

/**
 * How the database would find a query. A server that speaks MongoDB's protocol but has no `explain` is asked for its
 * indexes instead: whether one begins with the query's fields in their order.
 */
export async function explain(collection: Collection<Raw>, plan: Plan): Promise<'index' | 'scan'> {
  try {
    const found = collection.find(pageFilterOf(plan)).sort(sortOf(plan)).limit(plan.limit);
    return accessIn(await found.explain('queryPlanner'));
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== COMMAND_NOT_FOUND) throw error;
    return (await hasIndex(collection, plan)) ? 'index' : 'scan';
  }
}

/** What an answer of the `explain` command says. */
export function accessIn(explained: Document): 'index' | 'scan' {
  const stages = stagesOf(explained['queryPlanner']);
  return stages.length === 0 || stages.some((stage) => SCANS.has(stage)) ? 'scan' : 'index';
}

/** The stages of the winning plan, in the form of either engine (`stage` within `winningPlan`, or its `queryPlan`). */
function stagesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(stagesOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part as Document).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'rejectedPlans') return [];
    return key === 'stage' && typeof value === 'string' ? [value] : stagesOf(value);
  });
}

async function hasIndex(collection: Collection<Raw>, { equals, order }: Plan): Promise<boolean> {
  const fields = [...equals.map(([field]) => field), ...order].map(rawField).join();
  // A collection that nobody has written to yet has no index, and nothing to scan.
  const indexes = (await collection.indexes().catch(() => null)) ?? [{ key: { _id: 1 } }];
  return indexes.some(({ key }) => Object.keys(key).join() === fields);
}
