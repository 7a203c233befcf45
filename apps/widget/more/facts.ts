import { LIMITS } from '@lotsa/protocol';

/**
 * What a page says of itself, as it travels: at most ten short texts, numbers or truth values by name. Protocol's schema
 * `PageFacts` refuses what does not fit; here a page is told.
 * @returns null when it is something else.
 */
export function factsOf(given: unknown): Record<string, string> | null {
  if (typeof given !== 'object' || given === null) return null;
  const facts: Record<string, string> = {};
  const names = Object.keys(given);
  if (names.length > LIMITS.facts) return null;
  for (const name of names) {
    const value: unknown = (given as Record<string, unknown>)[name];
    if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') return null;
    const text = `${value}`.trim();
    if (!name.trim() || name.length > LIMITS.factName || text.length > LIMITS.factValue) return null;
    if (text) facts[name] = text;
  }
  return facts;
}
