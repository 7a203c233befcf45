/** A moment: milliseconds since 1970, an ISO 8601 text with offset, or a Date. */
export type Instant = number | string | Date;

/** Times, dates, numbers and lists in one language. */
export interface Formats {
  /** "14:05" */
  readonly time: (at: Instant) => string;
  /** "i dag", "i går", "i morgon", a weekday within six days back or ahead, else "12 november", with the year when it is another. */
  readonly day: (at: Instant) => string;
  /** "i dag 14:05" */
  readonly dayTime: (at: Instant) => string;
  /** "21 november 2026" */
  readonly date: (at: Instant) => string;
  /** "2026-11-21" on the clock of the time zone, the same in every language: for grouping and for `datetime` attributes. */
  readonly dayKey: (at: Instant) => string;
  readonly number: (n: number, options?: Intl.NumberFormatOptions) => string;
  /** "bygglov, skola och vatten" */
  readonly list: (items: readonly string[]) => string;
  /** "5 minuter", "5–10 minuter" */
  readonly minutes: (from: number, to?: number) => string;
}

/** Settings of {@link createFormats}. */
export interface FormatOptions {
  /** IANA name. A municipality's day is Swedish wherever the reader is. */
  readonly timeZone?: string;
  /** What "today" is measured from, in epoch milliseconds. */
  readonly now?: () => number;
}

const DAY = 86_400_000;

/**
 * The formats of a language (BCP 47). Clock of 24 hours and Western digits in all of them, as everywhere on Swedish signs and
 * letters; English as it is written in Europe.
 */
export function createFormats(
  lang: string,
  { timeZone = 'Europe/Stockholm', now = () => Date.now() }: FormatOptions = {},
): Formats {
  const base = lang === 'en' ? 'en-GB' : lang;
  const locale = new Intl.Locale(base, { numberingSystem: 'latn', hourCycle: 'h23' });
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (at: Instant) => format.format(new Date(at));
  };
  const time = dateFormat({ hour: '2-digit', minute: '2-digit' });
  const weekday = dateFormat({ weekday: 'long' });
  const dayMonth = dateFormat({ day: 'numeric', month: 'long' });
  const date = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Sweden writes dates as ISO 8601 does.
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const dayKey = (at: Instant) => key.format(new Date(at));
  const day = (at: Instant) => {
    const [then, today] = [dayKey(at), dayKey(now())];
    const distance = Math.round((Date.parse(then) - Date.parse(today)) / DAY);
    if (Math.abs(distance) <= 1) return relative.format(distance, 'day');
    if (Math.abs(distance) < 7) return weekday(at);
    return then.slice(0, 4) === today.slice(0, 4) ? dayMonth(at) : date(at);
  };
  return {
    time,
    day,
    dayTime: (at) => `${day(at)} ${time(at)}`,
    date,
    dayKey,
    number: (n, options) => new Intl.NumberFormat(locale, options).format(n),
    list: (items) => new Intl.ListFormat(locale).format(items),
    minutes: (from, to = from) => {
      const unit = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
      // Of equal ends a range is written as "about", which the sentence says itself.
      return from === to ? unit.format(from) : unit.formatRange(from, to);
    },
  };
}
