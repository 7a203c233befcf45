import { type LocalDate, addDays, weekdayOf } from './local-time.ts';
import { recall } from './recall.ts';

/**
 * `public`: a holiday by law. `closedEve`: an eve on which municipalities keep closed. `shortened`: a day before a
 * holiday on which they close early. The last two are local practice, not law.
 */
export type HolidayKind = 'public' | 'closedEve' | 'shortened';

type Rule = (year: number) => LocalDate;

const on =
  (monthAndDay: string): Rule =>
  (year) =>
    `${String(year).padStart(4, '0')}-${monthAndDay}`;

const fromEaster =
  (days: number): Rule =>
  (year) =>
    addDays(easterSunday(year), days);

const saturdayFrom =
  (monthAndDay: string): Rule =>
  (year) => {
    let date = on(monthAndDay)(year);
    while (weekdayOf(date) !== 'sat') date = addDays(date, 1);
    return date;
  };

const dayBefore =
  (rule: Rule): Rule =>
  (year) =>
    addDays(rule(year), -1);

const epiphany = on('01-06');
const ascension = fromEaster(39);
const nationalDay = on('06-06');
const midsummer = saturdayFrom('06-20');
const allSaints = saturdayFrom('10-31');

// Lag (1989:253) om allmänna helgdagar, 1-2 §§, as it reads since 2005. Its ordinary Sundays are not listed.
const PUBLIC = {
  nyarsdagen: on('01-01'),
  'trettondedag-jul': epiphany,
  langfredagen: fromEaster(-2),
  paskdagen: fromEaster(0),
  'annandag-pask': fromEaster(1),
  'forsta-maj': on('05-01'),
  'kristi-himmelsfardsdag': ascension,
  pingstdagen: fromEaster(49),
  nationaldagen: nationalDay,
  midsommardagen: midsummer,
  'alla-helgons-dag': allSaints,
  juldagen: on('12-25'),
  'annandag-jul': on('12-26'),
} as const satisfies Record<string, Rule>;

const CLOSED_EVES = {
  paskafton: fromEaster(-1),
  pingstafton: fromEaster(48),
  midsommarafton: dayBefore(midsummer),
  julafton: on('12-24'),
  nyarsafton: on('12-31'),
} as const satisfies Record<string, Rule>;

const SHORTENED = {
  trettondagsafton: dayBefore(epiphany),
  skartorsdagen: fromEaster(-3),
  valborg: on('04-30'),
  'dag-fore-khd': dayBefore(ascension),
  'dag-fore-nationaldagen': dayBefore(nationalDay),
  'dag-fore-alla-helgon': dayBefore(allSaints),
} as const satisfies Record<string, Rule>;

/** Stable name of a holiday; screens translate it. */
export type HolidayId = keyof typeof PUBLIC | keyof typeof CLOSED_EVES | keyof typeof SHORTENED;

/** One holiday of one year. */
export interface Holiday {
  readonly date: LocalDate;
  readonly id: HolidayId;
  readonly kind: HolidayKind;
}

const RULES: readonly (readonly [HolidayKind, Partial<Record<HolidayId, Rule>>])[] = [
  ['public', PUBLIC],
  ['closedEve', CLOSED_EVES],
  ['shortened', SHORTENED],
];

/**
 * Every Swedish public holiday of a year (1–9999), the eves on which municipalities are closed and the days on which they
 * close early, ordered by date. Two holidays may share a date. Ordinary Sundays are public holidays by the same law,
 * but are left to the weekly opening hours.
 */
export function swedishHolidays(year: number): Holiday[] {
  return RULES.flatMap(([kind, rules]) =>
    Object.entries(rules).map(([id, rule]) => ({ date: rule(year), id: id as HolidayId, kind })),
  ).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

const YEARS_REMEMBERED = 16;
const years = new Map<string, ReadonlyMap<LocalDate, readonly HolidayKind[]>>();
const NONE: readonly HolidayKind[] = [];

/** The kinds of holiday a date is; empty on an ordinary day. Computed once a year of the calendar, so cheap to ask. */
export function holidayKinds(date: LocalDate): readonly HolidayKind[] {
  const year = date.slice(0, 4);
  const kinds = recall(years, YEARS_REMEMBERED, year, () => {
    const byDate = new Map<LocalDate, HolidayKind[]>();
    for (const { date: day, kind } of swedishHolidays(Number(year)))
      byDate.set(day, [...(byDate.get(day) ?? []), kind]);
    return byDate;
  });
  return kinds.get(date) ?? NONE;
}

/** Easter Sunday in the Gregorian calendar: the anonymous computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const month = String(Math.floor(n / 31)).padStart(2, '0');
  const day = String((n % 31) + 1).padStart(2, '0');
  return on(`${month}-${day}`)(year);
}
