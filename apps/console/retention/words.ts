import type { RetentionRule } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';

/** `60 days after the conversation was closed`; empty where no time counts. */
export function keptFor({ after, record }: RetentionRule, { t, formats }: ConsoleI18n): string {
  if (!after) return '';
  const n = formats.number(after.amount);
  const time = after.unit === 'days' ? t.retentionDays({ n }) : t.retentionHours({ n });
  return `${time} ${t[`retentionFrom_${record}`]}`.trim();
}
