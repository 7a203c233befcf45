import { StatChannel, type StatSelection } from '@lotsa/protocol';
import { SelectField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { inLanguage, languageName } from '../names/names.ts';
import { channelName } from './row-name.ts';

const PERIODS = ['7', '30', '90', '365', 'own'] as const;
const DAY = 86_400_000;

/** The days of a period that ends today. */
export const lastDays = (today: string, days: number): { from: string; to: string } => ({
  from: new Date(Date.parse(today) - (days - 1) * DAY).toISOString().slice(0, 10),
  to: today,
});

/** Period, comparison and filters; each change is shown at once. */
export function SelectionForm({
  selection,
  onSelect,
}: {
  readonly selection: StatSelection;
  readonly onSelect: (selection: StatSelection) => void;
}) {
  const { state, i18n, now } = useApp();
  const { t, formats } = i18n;
  const { directory, me } = state.value;
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('30');
  const set = (change: Partial<StatSelection>) => onSelect({ ...selection, ...change });
  const all = { value: '', label: t.statAll };
  const departments = (directory?.departments ?? []).filter(
    ({ id }) => me?.role !== 'coordinator' || me.departmentIds.includes(id),
  );
  const sites = directory?.sites ?? [];
  const languages = sites.find(({ id }) => id === selection.siteId)?.languages ?? [];
  return (
    <form class="stat-form" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t.statPeriod}
        value={period}
        onValue={(value) => {
          const chosen = PERIODS.find((each) => each === value) ?? '30';
          setPeriod(chosen);
          if (chosen !== 'own') set(lastDays(formats.dayKey(now.value), Number(chosen)));
        }}
        options={PERIODS.map((value) => ({ value, label: t[`statPeriod_${value}`] }))}
      />
      {period === 'own' && (
        <>
          <TextField
            label={t.statFrom}
            type="date"
            value={selection.from}
            max={selection.to}
            onValue={(from) => from && from <= selection.to && set({ from })}
          />
          <TextField
            label={t.statTo}
            type="date"
            value={selection.to}
            min={selection.from}
            onValue={(to) => to && to >= selection.from && set({ to })}
          />
        </>
      )}
      <SelectField
        label={t.statCompare}
        value={selection.compare}
        onValue={(value) => set({ compare: value === 'year' || value === 'none' ? value : 'before' })}
        options={(['before', 'year', 'none'] as const).map((value) => ({
          value,
          label: t[`statCompare_${value}`],
        }))}
      />
      <SiteSelect value={selection.siteId} onValue={(siteId) => set({ siteId })} />
      <SelectField
        label={t.statChannel}
        value={selection.channel ?? ''}
        onValue={(value) => set({ channel: StatChannel.options.find((each) => each === value) ?? null })}
        options={[all, ...StatChannel.options.map((value) => ({ value, label: channelName(value, i18n) }))]}
      />
      <SelectField
        label={t.statDepartment}
        value={selection.departmentId ?? ''}
        onValue={(value) => set({ departmentId: value || null })}
        options={[
          all,
          ...departments.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) })),
        ]}
      />
      <SelectField
        label={t.statTopic}
        value={selection.topicId ?? ''}
        onValue={(value) => set({ topicId: value || null })}
        options={[
          all,
          ...(directory?.topics ?? []).map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, i18n.lang),
          })),
        ]}
      />
      <SelectField
        label={t.statLanguage}
        value={selection.language ?? ''}
        onValue={(value) => set({ language: value || null })}
        options={[all, ...languages.map((value) => ({ value, label: languageName(value, i18n) }))]}
      />
    </form>
  );
}
