import type { ToPanel } from '@lotsa/protocol';

const SLUG = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/;
const PAGE = /^https?:\/\/[^?#\s]{1,990}$/;

const text = (value: unknown, shape: RegExp): string | null =>
  typeof value === 'string' && shape.test(value) ? value : null;

/**
 * What the loader said, by the shape of protocol's `ToPanel`, or null when it is something else. By hand, because the schema
 * library would double the panel; a field that does not fit is left out, as a page may have any attribute.
 */
export function fromLoader(data: unknown): ToPanel | null {
  if (typeof data !== 'object' || data === null || !('lotsa' in data)) return null;
  if (data.lotsa === 'hidden') return { lotsa: 'hidden' };
  if (data.lotsa !== 'opened') return null;
  const { page, language, topicId, departmentId } = data as Record<string, unknown>;
  return {
    lotsa: 'opened',
    page: text(page, PAGE),
    language: text(language, LANGUAGE),
    topicId: text(topicId, SLUG),
    departmentId: text(departmentId, SLUG),
  };
}
