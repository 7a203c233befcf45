import type { OpeningHours } from '@lotsa/protocol';
import { Checkbox, RadioGroup } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { HoursFields } from '../hours/hours-fields.tsx';
import type { SectionProps } from '../sections/section.ts';
import { Group } from '../settings/fields.tsx';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf } from './options.ts';

const SITES: SettingsPage<'hours'> = {
  kind: 'hours',
  section: 'hours',
  title: ({ id }, app) => nameOf(app, 'sites', id),
  badge: ({ item }, { i18n }) =>
    item.openOverride
      ? {
          text: item.openOverride.state === 'open' ? i18n.t.overrideOpen : i18n.t.overrideClosed,
          tone: 'warn',
        }
      : null,
  fields: function SiteHoursFields({ form }) {
    const { i18n, state } = useApp();
    const { t } = i18n;
    const { id, hours, openOverride } = form.draft;
    const site = state.value.directory?.sites.find((one) => one.id === id);
    return (
      <>
        <Group title={t.overrideTitle}>
          <RadioGroup
            legend={t.overrideLegend}
            value={openOverride?.state ?? 'hours'}
            options={[
              { value: 'hours', label: t.overrideHours },
              { value: 'open', label: t.overrideOpen },
              { value: 'closed', label: t.overrideClosed },
            ]}
            onValue={(value) =>
              form.set(
                'openOverride',
                value === 'hours' ? null : { state: value, until: openOverride?.until ?? null },
              )
            }
          />
        </Group>
        <HoursFields
          hours={hours}
          languages={(site?.languages ?? []).filter((language) => language !== 'sv')}
          errorAt={(path) => form.errorAt(path === '' ? 'hours' : `hours.${path}`)}
          onHours={(next) => form.set('hours', next)}
        />
      </>
    );
  },
};

const OFFICE: OpeningHours = {
  timeZone: 'Europe/Stockholm',
  weekly: {
    mon: [['08:00', '16:30']],
    tue: [['08:00', '16:30']],
    wed: [['08:00', '16:30']],
    thu: [['08:00', '16:30']],
    fri: [['08:00', '16:30']],
    sat: [],
    sun: [],
  },
  eveClosesAt: null,
  exceptions: [],
};

const DEPARTMENTS: SettingsPage<'departmentHours'> = {
  kind: 'departmentHours',
  section: 'department-hours',
  title: ({ id }, app) => nameOf(app, 'departments', id),
  about: ({ item }, { i18n }) => (item.hours ? i18n.t.hoursOwn : i18n.t.hoursAsSite),
  fields: function DepartmentHoursFields({ form }) {
    const { t } = useApp().i18n;
    const { hours } = form.draft;
    return (
      <>
        <Checkbox
          label={t.hoursAsSite}
          hint={t.hoursAsSiteHint}
          checked={hours === null}
          onChecked={(on) => form.set('hours', on ? null : OFFICE)}
        />
        {hours && (
          <HoursFields
            hours={hours}
            languages={[]}
            errorAt={(path) => form.errorAt(path === '' ? 'hours' : `hours.${path}`)}
            onHours={(next) => form.set('hours', next)}
          />
        )}
      </>
    );
  },
};

/** When the sites are open. */
export const HoursScreen = ({ item }: SectionProps) => <SettingsSection page={SITES} item={item} />;

/** When the departments work. */
export const DepartmentHoursScreen = ({ item }: SectionProps) => (
  <SettingsSection page={DEPARTMENTS} item={item} />
);
