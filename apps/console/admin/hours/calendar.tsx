import { type CalendarDay, hoursCalendar } from '@lotsa/core';
import type { OpeningHours } from '@lotsa/protocol';
import { SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { languageName } from '../../names/names.ts';
import './calendar.css';

const DAYS = 60;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** The drawn day: from six in the morning to ten at night. */
const [FIRST, LAST] = [6 * 60, 22 * 60];

/** The next 60 days as visitors will meet them: a table, each day with its hours written and drawn. */
export function HoursCalendar({
  hours,
  languages,
}: {
  readonly hours: OpeningHours;
  readonly languages: readonly string[];
}) {
  const { i18n, now } = useApp();
  const { t } = i18n;
  const [language, setLanguage] = useState('');
  const [today] = useState(() => now.value);
  const days = hoursCalendar(hours, today, DAYS, language || undefined);
  const weeks = weeksOf(days);
  return (
    <section class="calendar" aria-labelledby="calendar-title">
      <h4 id="calendar-title">{t.calendarTitle({ n: DAYS })}</h4>
      <p class="ui-field-hint">{t.calendarHint}</p>
      {Object.keys(hours.languages ?? {}).length > 0 && (
        <SelectField
          label={t.calendarFor}
          value={language}
          options={[
            { value: '', label: t.calendarAll },
            ...languages.map((value) => ({ value, label: languageName(value, i18n) })),
          ]}
          onValue={setLanguage}
        />
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t.calendarWeek}</th>
            {WEEK.map((day) => (
              <th key={day} scope="col">
                {t[`day_${day}`]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ number, days: row }) => (
            <tr key={row.find((day) => day)?.date}>
              <th scope="row" data-label={t.calendarWeek}>
                {number}
              </th>
              {row.map((day, at) =>
                day ? (
                  <Day key={day.date} day={day} />
                ) : (
                  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a day of another month: nothing to name
                  <td key={WEEK[at]} class="calendar-none" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ day }: { readonly day: CalendarDay }) {
  const { i18n } = useApp();
  const { t, lang } = i18n;
  const [, month = '', date = ''] = day.date.split('-');
  const first = date === '01';
  const words = [
    ...day.holidays.map((id) => t[`holiday_${id}`]),
    ...(day.exception ? [day.exception.label ?? t.calendarException] : []),
  ];
  const monthName = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day.date}T12:00Z`),
  );
  return (
    <td data-closed={day.intervals.length === 0 || undefined} data-special={words.length > 0 || undefined}>
      <span class="calendar-weekday">{t[`day_${day.weekday}`]} </span>
      <time class="calendar-date" dateTime={day.date} data-first={first || undefined}>
        {Number(date)}/{Number(month)}
        {first && <span class="calendar-month"> {monthName}</span>}
      </time>
      <svg viewBox={`0 0 ${LAST - FIRST} 10`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="calendar-ground" width={LAST - FIRST} height="10" />
        {day.intervals.map(([from, to]) => (
          <rect
            key={from}
            class="calendar-open"
            x={Math.max(0, minutesOf(from) - FIRST)}
            width={Math.max(0, Math.min(LAST, minutesOf(to)) - Math.max(FIRST, minutesOf(from)))}
            height="10"
          />
        ))}
      </svg>
      <span class="calendar-hours">
        {day.intervals.length === 0
          ? t.hoursClosed
          : day.intervals.map(([from, to]) => `${from}–${to}`).join(', ')}
      </span>
      {words.length > 0 && <span class="calendar-words">{words.join(', ')}</span>}
    </td>
  );
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Rows of seven from Monday on, with the number of the week (ISO 8601). */
function weeksOf(days: readonly CalendarDay[]): { number: number; days: (CalendarDay | null)[] }[] {
  const rows: { number: number; days: (CalendarDay | null)[] }[] = [];
  for (const day of days) {
    const at = WEEK.indexOf(day.weekday);
    if (rows.length === 0 || at === 0)
      rows.push({ number: weekNumber(day.date), days: WEEK.map(() => null) });
    const row = rows.at(-1);
    if (row) row.days[at] = day;
  }
  return rows;
}

/** The week that a date is in (ISO 8601): the one with its Thursday. */
function weekNumber(date: string): number {
  const day = new Date(`${date}T12:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
  const firstDay = Date.UTC(day.getUTCFullYear(), 0, 1);
  return Math.floor((day.getTime() - firstDay) / (7 * 86_400_000)) + 1;
}
