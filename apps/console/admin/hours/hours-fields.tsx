import type { HolidayKind, WeeklyHours } from '@lotsa/core';
import type { OpeningHours } from '@lotsa/protocol';
import { Button, Checkbox, iconPlus, iconTrash, SelectField, TextField } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { languageName } from '../../names/names.ts';
import { Group } from '../settings/fields.tsx';
import { HoursCalendar } from './calendar.tsx';
import { IntervalFields, WeekFields } from './week-fields.tsx';

const KINDS: readonly HolidayKind[] = ['public', 'closedEve', 'shortened'];
const NO_WEEK: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** Everything that opening hours are made of, and what comes of it. */
export function HoursFields({
  hours,
  languages,
  errorAt,
  onHours,
}: {
  readonly hours: OpeningHours;
  /** Languages that may have hours of their own; none for a department. */
  readonly languages: readonly string[];
  readonly errorAt: (path: string) => string | undefined;
  readonly onHours: (hours: OpeningHours) => void;
}) {
  const { i18n } = useApp();
  const { t } = i18n;
  const set = (change: Partial<OpeningHours>) => onHours({ ...hours, ...change });
  const closedOn = hours.closedOn ?? ['public', 'closedEve'];
  const own = hours.languages ?? {};
  const free = languages.filter((language) => !(language in own));
  const setOwn = (next: Record<string, WeeklyHours>) => {
    const { languages: _languages, ...rest } = hours;
    onHours(Object.keys(next).length > 0 ? { ...rest, languages: next } : rest);
  };
  const neverOpen = errorAt('') ?? errorAt('weekly');
  return (
    <>
      <Group title={t.hoursWeek}>
        {neverOpen && <p class="ui-field-error">{neverOpen}</p>}
        <WeekFields
          week={hours.weekly}
          errorAt={(path) => errorAt(`weekly.${path}`)}
          onWeek={(weekly) => set({ weekly })}
        />
      </Group>
      <Group title={t.hoursHolidays}>
        <div class="settings-checks">
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={t[`holidayKind_${kind}`]}
              checked={closedOn.includes(kind)}
              onChecked={(on) =>
                set({ closedOn: on ? [...closedOn, kind] : closedOn.filter((one) => one !== kind) })
              }
            />
          ))}
        </div>
        <TextField
          class="settings-number"
          label={t.hoursEve}
          hint={t.hoursEveHint}
          optional={t.optional}
          type="time"
          value={hours.eveClosesAt ?? ''}
          error={errorAt('eveClosesAt')}
          onValue={(value) => set({ eveClosesAt: value === '' ? null : value })}
        />
      </Group>
      <Group title={t.hoursExceptions}>
        <p class="ui-field-hint">{t.hoursExceptionsHint}</p>
        {errorAt('exceptions') && <p class="ui-field-error">{errorAt('exceptions')}</p>}
        {hours.exceptions.map((exception, at) => {
          const change = (next: Partial<typeof exception>) =>
            set({
              exceptions: hours.exceptions.map((one, index) => (index === at ? { ...one, ...next } : one)),
            });
          return (
            <div
              key={at}
              class="hours-exception"
              role="group"
              aria-label={exception.date || t.hoursNewException}
            >
              <TextField
                label={t.hoursDate}
                type="date"
                value={exception.date}
                error={errorAt(`exceptions.${at}.date`)}
                onValue={(date) => change({ date })}
              />
              <TextField
                label={t.hoursLabel}
                optional={t.optional}
                value={exception.label ?? ''}
                onValue={(label) => change({ label })}
              />
              <IntervalFields
                name={exception.date}
                intervals={exception.intervals}
                errorAt={(path) => errorAt(`exceptions.${at}.intervals.${path}`)}
                onIntervals={(intervals) => change({ intervals })}
              />
              <div>
                <Button
                  variant="quiet"
                  icon={iconTrash}
                  onClick={() => set({ exceptions: hours.exceptions.filter((_one, index) => index !== at) })}
                >
                  {t.hoursRemoveException}
                </Button>
              </div>
            </div>
          );
        })}
        <div>
          <Button
            icon={iconPlus}
            onClick={() => set({ exceptions: [...hours.exceptions, { date: '', intervals: [] }] })}
          >
            {t.hoursAddException}
          </Button>
        </div>
      </Group>
      {languages.length > 0 && (
        <Group title={t.hoursLanguages}>
          <p class="ui-field-hint">{t.hoursLanguagesHint}</p>
          {Object.entries(own).map(([language, week]) => (
            <details key={language}>
              <summary>{languageName(language, i18n)}</summary>
              <WeekFields
                week={week}
                errorAt={(path) => errorAt(`languages.${language}.${path}`)}
                onWeek={(next) => setOwn({ ...own, [language]: next })}
              />
              <Button
                variant="quiet"
                icon={iconTrash}
                onClick={() =>
                  setOwn(Object.fromEntries(Object.entries(own).filter(([one]) => one !== language)))
                }
              >
                {t.hoursRemoveLanguage}
              </Button>
            </details>
          ))}
          {free.length > 0 && (
            <SelectField
              label={t.hoursAddLanguage}
              value=""
              options={[
                { value: '', label: t.choose },
                ...free.map((value) => ({ value, label: languageName(value, i18n) })),
              ]}
              onValue={(language) => language !== '' && setOwn({ ...own, [language]: NO_WEEK })}
            />
          )}
        </Group>
      )}
      <HoursCalendar hours={hours} languages={languages} />
    </>
  );
}
