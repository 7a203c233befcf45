import type { Formats } from '@lotsa/ui';

const DAY = 24 * 60 * 60_000;
const byLanguage = new Map<string, Intl.DateTimeFormat>();

/** "i dag", "i morgon", "i går", else "25 nov.": a day where there is little room, on the municipality's clock. */
export function shortDay(at: number, { day, dayKey }: Formats, lang: string, now = Date.now()): string {
  if ([now - DAY, now, now + DAY].some((near) => dayKey(near) === dayKey(at))) return day(at);
  let format = byLanguage.get(lang);
  if (!format) {
    const options = { day: 'numeric', month: 'short', timeZone: 'Europe/Stockholm' } as const;
    format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options);
    byLanguage.set(lang, format);
  }
  return format.format(at);
}
