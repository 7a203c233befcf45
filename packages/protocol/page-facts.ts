import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { writtenText } from './primitives.ts';

/**
 * What a host page says of itself by `setContext`: short texts by name, for whoever answers. The page's word and nobody
 * else's: it is shown as such, and nothing is decided by it.
 */
export const PageFacts = v.pipe(
  v.record(writtenText(LIMITS.factName), writtenText(LIMITS.factValue)),
  v.check((facts) => Object.keys(facts).length <= LIMITS.facts, 'too_many'),
);
export type PageFacts = v.InferOutput<typeof PageFacts>;
