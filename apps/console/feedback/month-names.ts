import type { Directory } from '@lotsa/client';
import type { ConsoleI18n } from '../locales/index.ts';
import { topicName } from '../names/names.ts';

/** "oktober 2026" */
export const monthName = (month: string, { lang }: ConsoleI18n): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15`));

/** What a point of a month is called. */
export function pointName(point: string, directory: Directory | null, i18n: ConsoleI18n): string {
  const { t } = i18n;
  if (point === 'avoidable') return t.monthAvoidable;
  if (point === 'late') return t.monthLate;
  if (point === 'deviations') return t.monthDeviations;
  return topicName(directory, point.replace(/^topic-/, ''), i18n);
}
