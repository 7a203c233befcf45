import type { ToPanel } from '@lotsa/protocol';

/** What the loader says, without what only `host-page.ts` reads. */
export type Heard =
  | { lotsa: 'hidden' }
  | (Omit<Extract<ToPanel, { lotsa: 'opened' }>, 'lotsa'> & { lotsa: 'opened' | 'changed' });

const SLUG = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/;
const PAGE = /^https?:\/\/[^?#\s]{1,990}$/;

const text = (value: unknown, shape: RegExp): string | null =>
  typeof value === 'string' && shape.test(value) ? value : null;

/**
 * What the loader said, by the shape of protocol's `ToPanel`, or null when it is something else. By hand, because the schema
 * library would double the panel; a field that does not fit is left out, as a page may have any attribute.
 */
export function fromLoader(data: unknown): Heard | null {
  if (typeof data !== 'object' || data === null || !('lotsa' in data)) return null;
  if (data.lotsa === 'hidden') return { lotsa: 'hidden' };
  if (data.lotsa !== 'opened' && data.lotsa !== 'changed') return null;
  const { lotsa, page, lang, topic, department } = data as Record<string, unknown> & typeof data;
  return {
    lotsa: lotsa as 'opened',
    page: text(page, PAGE),
    lang: text(lang, LANGUAGE),
    topic: text(topic, SLUG),
    department: text(department, SLUG),
  };
}
