import { type CaseListQuery, isCentre } from '@lotsa/core';
import type { CaseBox, Me } from '@lotsa/protocol';
import { departmentName } from '../names/names.ts';
import type { App } from '../app-context.ts';

/** A list of cases to choose. `key` tells it from the others. */
export interface CaseListName {
  readonly key: string;
  readonly label: string;
  readonly box: CaseBox;
  readonly departmentId: string | null;
}

/** The lists of a role, what is to be done first before the rest. */
export function caseListsOf(me: Me, { i18n, state }: Pick<App, 'i18n' | 'state'>): CaseListName[] {
  const { t } = i18n;
  const list = (box: CaseBox, label: string, departmentId: string | null = null): CaseListName => ({
    key: `${box}-${departmentId ?? ''}`,
    label,
    box,
    departmentId,
  });
  const own = [list('mine', t.casesIn_mine), list('owned', t.casesIn_owned)];
  if (isCentre(me.role)) {
    const everywhere = [
      list('department', t.casesIn_centre, ''),
      list('all', t.casesIn_all),
      list('ended', t.casesIn_ended),
    ];
    const overdue = list('overdue', t.casesIn_overdue);
    return me.role === 'manager' ? [overdue, ...own, ...everywhere] : [...own, overdue, ...everywhere];
  }
  const several = me.departmentIds.length > 1;
  const ofDepartments = (box: CaseBox, label: string): CaseListName[] =>
    me.departmentIds.map((id) =>
      list(box, several ? `${label}: ${departmentName(state.value.directory, id, i18n)}` : label, id),
    );
  return [
    ...ofDepartments('department', t.casesIn_department),
    ...own,
    ...ofDepartments('overdue', t.casesIn_overdue),
    ...ofDepartments('ended', t.casesIn_ended),
  ];
}

/** Two that ask for the same. */
export const isSameQuery = (a: CaseListQuery | undefined, b: CaseListQuery): boolean =>
  a !== undefined &&
  a.box === b.box &&
  a.departmentId === b.departmentId &&
  a.kind === b.kind &&
  a.status === b.status;
