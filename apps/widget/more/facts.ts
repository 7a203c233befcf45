// The schema `PageFacts` of protocol refuses what does not fit. Here a page is told.
const MOST = 10;
const NAME = 40;
const VALUE = 200;

/**
 * What a page says of itself, as it travels: at most ten short texts, numbers or truth values by name.
 * @returns null when it is something else.
 */
export function factsOf(given: unknown): Record<string, string> | null {
  if (typeof given !== 'object' || given === null) return null;
  const facts: Record<string, string> = {};
  const names = Object.keys(given);
  if (names.length > MOST) return null;
  for (const name of names) {
    const value: unknown = (given as Record<string, unknown>)[name];
    if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') return null;
    const text = `${value}`.trim();
    if (!name.trim() || name.length > NAME || text.length > VALUE) return null;
    if (text) facts[name] = text;
  }
  return facts;
}
