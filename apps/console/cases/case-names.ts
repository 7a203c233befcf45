import { isDueSoon, isOverdue } from '@lotsa/core';
import type { Case } from '@lotsa/protocol';
import type { App } from '../app-context.ts';
import { departmentName, inLanguage } from '../names/names.ts';

type Names = Pick<App, 'i18n' | 'state' | 'cases'>;

/** What a type of case is called. */
export function kindName({ i18n, cases }: Names, kind: string): string {
  const type = cases.value.settings?.types.find(({ id }) => id === kind);
  return type ? inLanguage(type.name, i18n.lang) : kind;
}

/** The types of case to choose from, by name. */
export const kindOptions = ({
  i18n,
  cases,
}: Pick<App, 'i18n' | 'cases'>): { value: string; label: string }[] =>
  (cases.value.settings?.types ?? []).map(({ id, name }) => ({
    value: id,
    label: inLanguage(name, i18n.lang),
  }));

/** With whom it lies: a department, or the contact centre. */
export const liesWith = ({ i18n, state }: Names, departmentId: string | null): string =>
  departmentId ? departmentName(state.value.directory, departmentId, i18n) : i18n.t.caseCentre;

/** Whether its promise has passed, or is near (rule O6). */
export function dueOf({ state }: Names, it: Case, now: number): 'overdue' | 'soon' | null {
  if (isOverdue(it, now)) return 'overdue';
  const site = state.value.directory?.sites.find(({ id }) => id === it.siteId);
  return it.open === 1 && site && isDueSoon(it.promisedAt, site.hours, now) ? 'soon' : null;
}
