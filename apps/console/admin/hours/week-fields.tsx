import type { WeeklyHours } from '@lotsa/core';
import { Button, IconButton, iconPlus, iconTrash, TextField } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Intervals = WeeklyHours[(typeof DAYS)[number]];

/** The intervals of one day: any number of them; none is closed. */
export function IntervalFields({
  name,
  intervals,
  errorAt,
  onIntervals,
}: {
  /** Whose intervals, for a screen reader. */
  readonly name: string;
  readonly intervals: Intervals;
  readonly errorAt: (path: string) => string | undefined;
  readonly onIntervals: (intervals: Intervals) => void;
}) {
  const { t } = useApp().i18n;
  const set = (at: number, edge: 0 | 1, value: string) =>
    onIntervals(
      intervals.map((one, index): [string, string] =>
        index === at ? (edge === 0 ? [value, one[1]] : [one[0], value]) : one,
      ),
    );
  const last = intervals.at(-1)?.[1];
  return (
    <div class="hours-intervals">
      {intervals.length === 0 && <p class="hours-closed">{t.hoursClosed}</p>}
      {intervals.map(([from, to], at) => (
        <div key={at} class="hours-interval">
          <TextField
            label={t.hoursFrom({ day: name })}
            type="time"
            value={from}
            error={errorAt(`${at}.0`) ?? errorAt(`${at}`)}
            onValue={(value) => set(at, 0, value)}
          />
          <TextField
            label={t.hoursTo({ day: name })}
            type="time"
            // A clock has no 24:00; midnight at the end is written so.
            value={to === '24:00' ? '00:00' : to}
            error={errorAt(`${at}.1`)}
            onValue={(value) => set(at, 1, value === '00:00' ? '24:00' : value)}
          />
          <IconButton
            icon={iconTrash}
            label={t.hoursRemove({ day: name, from, to })}
            onClick={() => onIntervals(intervals.filter((_one, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        icon={iconPlus}
        aria-label={t.hoursAddFor({ day: name })}
        onClick={() =>
          onIntervals([...intervals, last && last < '17:00' ? [last, '17:00'] : ['08:00', '17:00']])
        }
      >
        {t.hoursAdd}
      </Button>
    </div>
  );
}

/** The hours of a week. */
export function WeekFields({
  week,
  errorAt,
  onWeek,
}: {
  readonly week: WeeklyHours;
  readonly errorAt: (path: string) => string | undefined;
  readonly onWeek: (week: WeeklyHours) => void;
}) {
  const { t } = useApp().i18n;
  return (
    <div class="hours-week">
      {DAYS.map((day) => (
        <div key={day} class="hours-day" role="group" aria-label={t[`day_${day}`]}>
          <p class="hours-day-name">{t[`day_${day}`]}</p>
          <IntervalFields
            name={t[`day_${day}`]}
            intervals={week[day]}
            errorAt={(path) => errorAt(`${day}.${path}`)}
            onIntervals={(intervals) => onWeek({ ...week, [day]: intervals })}
          />
        </div>
      ))}
    </div>
  );
}
