import type { Directory } from '@lotsa/client';
import type { StatChannel, StatDimension } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';
import { departmentName, languageName, topicName } from '../names/names.ts';

/** What a channel is called. */
export const channelName = (channel: StatChannel, { t }: ConsoleI18n): string =>
  channel === 'form' ? t.statForm : t[`channel_${channel}`];

/** What a part of the contacts is called. */
export function rowName(
  dimension: StatDimension,
  key: string,
  directory: Directory | null,
  i18n: ConsoleI18n,
): string {
  if (key === '') return i18n.t.statNoKey;
  switch (dimension) {
    case 'channel':
      return channelName(key as StatChannel, i18n);
    case 'topic':
      return topicName(directory, key, i18n);
    case 'department':
      return departmentName(directory, key, i18n);
    case 'language':
      return languageName(key, i18n);
    case 'hour':
      return `${key.padStart(2, '0')}–${String(Number(key) + 1).padStart(2, '0')}`;
    case 'board':
      return key;
  }
}

/** A day (`2026-11-22`: "22 nov.") or a month (`2026-11`: "nov. 2026"); long for tables. */
export function periodName(key: string, lang: string, length: 'short' | 'long'): string {
  const isMonth = key.length === 7;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    month: length,
    timeZone: 'UTC',
    ...(isMonth ? { year: 'numeric' } : { day: 'numeric' }),
    ...(!isMonth && length === 'long' && { weekday: 'short' }),
  }).format(new Date(isMonth ? `${key}-15` : key));
}
