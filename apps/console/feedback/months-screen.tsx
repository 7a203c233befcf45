import { isMonthTold, monthBefore, seesMonth } from '@lotsa/core';
import { EmptyState, iconBuilding, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import type { SectionProps } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { Fetched } from '../fetching/fetched.tsx';
import { inLanguage } from '../names/names.ts';
import { useAnswer } from '../fetching/use-answer.ts';
import { monthName } from './month-names.ts';
import { MonthView } from './month-view.tsx';
import './feedback.css';

/** Months that can be chosen. */
const MONTHS = 24;

/** What the centre met for a department in a month, and what the department does about it. */
export function MonthsScreen({ item }: SectionProps) {
  const { state, route, i18n, now } = useApp();
  const { t, lang } = i18n;
  const { me, directory } = state.value;
  const departments = (directory?.departments ?? []).filter(({ id }) => me !== null && seesMonth(me, id));
  const sites = directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const months = [i18n.formats.dayKey(now.value).slice(0, 7)];
  while (months.length < MONTHS) months.push(monthBefore(months.at(-1) ?? ''));
  // The latest one that can be answered.
  const [month, setMonth] = useState(
    () => months.find((each) => isMonthTold(each, now.value)) ?? months[0] ?? '',
  );
  const department = departments.find(({ id }) => id === item) ?? departments[0];
  if (!department)
    return (
      <EmptyState icon={iconBuilding} title={t.monthNoDepartments}>
        {t.monthNoDepartmentsText}
      </EmptyState>
    );
  return (
    <div class="feedback">
      <div class="feedback-choose">
        <SiteSelect value={siteId} onValue={setSiteId} />
        <SelectField
          label={t.monthDepartment}
          value={department.id}
          onValue={(id) => route.openAdmin('department-months', id)}
          options={departments.map(({ id, name }) => ({ value: id, label: inLanguage(name, lang) }))}
        />
        <SelectField
          label={t.monthMonth}
          value={month}
          onValue={setMonth}
          options={months.map((value) => ({ value, label: monthName(value, i18n) }))}
        />
      </div>
      <Month siteId={siteId} departmentId={department.id} month={month} />
    </div>
  );
}

interface MonthProps {
  readonly siteId: string;
  readonly departmentId: string;
  readonly month: string;
}

function Month(of: MonthProps) {
  const { staff, i18n } = useApp();
  const month = useAnswer(() => staff.ask('department-month:get', of), Object.values(of));
  return (
    <Fetched of={month} failed={i18n.t.monthFailed}>
      {(view) => <MonthView view={view} onChanged={() => void month.load()} />}
    </Fetched>
  );
}
