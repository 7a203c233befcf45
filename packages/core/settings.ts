import type {
  Agreement,
  CannedResponse,
  CaseTemplate,
  Form,
  Municipality,
  MunicipalityKind,
  RetentionRule,
  Role,
  SettingsItem,
  SettingsKind,
  StaffMember,
} from '@lotsa/protocol';
import { unknownVariables } from './canned.ts';
import { caseTypes } from './case-types.ts';
import { retentionMisfit } from './retention.ts';
import { asksWho } from './check-form.ts';

/** A field of an item that names another item. */
export interface Reference {
  field: string;
  to: readonly MunicipalityKind[];
  id: string;
}

type ItemOf<Kind extends MunicipalityKind> = Municipality[Kind][number];
const named = (field: string, to: MunicipalityKind, id: string | null): Reference[] =>
  id === null ? [] : [{ field, to: [to], id }];

const REFERENCES: { [Kind in MunicipalityKind]: (item: ItemOf<Kind>) => Reference[] } = {
  departments: () => [],
  topics: ({ departmentId }) => named('departmentId', 'departments', departmentId),
  sites: ({ defaultTopicId }) => named('defaultTopicId', 'topics', defaultTopicId),
  users: ({ departmentIds, skills }) => [
    ...departmentIds.flatMap((id, at) => named(`departmentIds.${at}`, 'departments', id)),
    ...skills.map((id, at) => ({ field: `skills.${at}`, to: ['departments', 'topics'] as const, id })),
  ],
  agreements: ({ departmentId, topicId, userIds }) => [
    ...named('departmentId', 'departments', departmentId),
    ...named('topicId', 'topics', topicId),
    ...userIds.flatMap((id, at) => named(`userIds.${at}`, 'users', id)),
  ],
  guides: ({ departmentId }) => named('departmentId', 'departments', departmentId),
  questions: ({ departmentId, topicId, guideId }) => [
    ...named('departmentId', 'departments', departmentId),
    ...named('topicId', 'topics', topicId),
    ...named('guideId', 'guides', guideId),
  ],
  cannedResponses: () => [],
  caseTypes: () => [],
  caseTemplates: () => [],
  forms: ({ siteId, departmentId, topicId }) => [
    ...named('siteId', 'sites', siteId),
    ...named('departmentId', 'departments', departmentId),
    ...named('topicId', 'topics', topicId),
  ],
  banners: ({ siteId }) => named('siteId', 'sites', siteId),
  synonyms: () => [],
  retentionRules: () => [],
  eServices: ({ topicIds }) => topicIds.flatMap((id, at) => named(`topicIds.${at}`, 'topics', id)),
};

/** The items that an item names. */
export const referencesOf = <Kind extends MunicipalityKind>(kind: Kind, item: ItemOf<Kind>): Reference[] =>
  REFERENCES[kind](item);

/** A field that does not fit what else there is; `rule` says why, as in `invalid_payload`. */
export interface Misfit {
  field: string;
  rule: string;
}

/** The first field of an item that does not fit with everything else; `all` has the item as it would be. */
export function misfitOf<Kind extends MunicipalityKind>(
  all: Municipality,
  kind: Kind,
  item: ItemOf<Kind>,
): Misfit | null {
  const stray = referencesOf(kind, item).find(
    ({ to, id }) => !to.some((target) => all[target].some((other) => other.id === id)),
  );
  if (stray) return { field: stray.field, rule: 'unknown' };
  switch (kind) {
    case 'cannedResponses':
      return cannedMisfit(all, item as CannedResponse);
    case 'agreements':
      return agreementMisfit(all, item as Agreement);
    case 'forms':
      return formMisfit(all, item as Form);
    case 'caseTemplates':
      return templateMisfit(all, item as CaseTemplate);
    case 'retentionRules':
      return retentionMisfit(all, item as RetentionRule);
    default:
      return null;
  }
}

function cannedMisfit(all: Municipality, { id, shortcut, text }: CannedResponse): Misfit | null {
  if (all.cannedResponses.some((other) => other.id !== id && other.shortcut === shortcut))
    return { field: 'shortcut', rule: 'taken' };
  const wrong = Object.entries(text).find(([, words]) => unknownVariables(words).length > 0);
  return wrong ? { field: `text.${wrong[0]}`, rule: 'unknown_variable' } : null;
}

function agreementMisfit(all: Municipality, agreement: Agreement): Misfit | null {
  const { id, departmentId, topicId, userIds } = agreement;
  const same = (other: Agreement) => other.departmentId === departmentId && other.topicId === topicId;
  if (all.agreements.some((other) => other.id !== id && same(other)))
    return { field: 'topicId', rule: 'taken' };
  const topic = all.topics.find((other) => other.id === topicId);
  if (topic?.departmentId && topic.departmentId !== departmentId)
    return { field: 'topicId', rule: 'other_department' };
  const stranger = userIds.findIndex(
    (user) => !all.users.find((other) => other.id === user)?.departmentIds.includes(departmentId),
  );
  return stranger < 0 ? null : { field: `userIds.${stranger}`, rule: 'not_in_department' };
}

/** Its cases have a type; where nobody is asked who it is, the form does not either (TF 2:18). */
function formMisfit({ caseTypes: own }: Municipality, form: Form): Misfit | null {
  const type = caseTypes(own).find(({ id }) => id === form.kind);
  if (!type) return { field: 'kind', rule: 'unknown' };
  return type.anonymous && asksWho(form) ? { field: 'fields', rule: 'asks_who' } : null;
}

function templateMisfit({ caseTypes: own }: Municipality, { typeIds }: CaseTemplate): Misfit | null {
  const types = caseTypes(own);
  const stray = typeIds.findIndex((id) => !types.some((type) => type.id === id));
  return stray < 0 ? null : { field: `typeIds.${stray}`, rule: 'unknown' };
}

/** What still needs an item, so that it cannot be retired or removed; null when nothing does. */
export function neededBy(
  all: Municipality,
  kind: MunicipalityKind,
  id: string,
): { kind: MunicipalityKind; id: string } | null {
  for (const other of Object.keys(REFERENCES) as MunicipalityKind[]) {
    // Who leaves is taken out of agreements when they are next looked over; nobody stays because of one.
    if (kind === 'users') continue;
    for (const item of all[other]) {
      if ('retired' in item && item.retired) continue;
      if ('active' in item && 'role' in item && !item.active) continue;
      const needs = REFERENCES[other](item as never).some(
        (reference) => reference.id === id && reference.to.includes(kind) && reference.to.length === 1,
      );
      if (needs) return { kind: other, id: item.id };
    }
  }
  return null;
}

/** May sign in. Who was stored before anybody could be deactivated has no word of it. */
export const isActive = ({ active }: { active?: boolean | undefined }): boolean => active !== false;

/** Somebody is left who can administer. */
export const hasAdministrator = (users: readonly StaffMember[]): boolean =>
  users.some(({ role, active }) => role === 'administrator' && active);

/** Who may change which settings; who is not named may not see them either (least privilege). ACCESS.md is its table. */
const MAY_SET: Record<SettingsKind, readonly Role[]> = {
  sites: ['administrator'],
  departments: ['administrator'],
  topics: ['administrator'],
  users: ['administrator'],
  hours: ['administrator', 'manager'],
  departmentHours: ['administrator', 'manager', 'coordinator'],
  agreements: ['administrator', 'manager', 'coordinator'],
  cannedResponses: ['administrator', 'manager'],
  banners: ['administrator', 'manager'],
  retentionRules: ['administrator'],
  eServices: ['administrator', 'manager', 'editor'],
};

/** What the rules of access look at. */
export interface SettingsUser {
  role: Role;
  departmentIds: readonly string[];
}

/** May see and change settings of a kind, of its own departments at least. */
export const maySet = ({ role }: SettingsUser, kind: SettingsKind): boolean => MAY_SET[kind].includes(role);

/** May change this item: a coordinator only what is about its departments. */
export function maySetItem<Kind extends SettingsKind>(
  user: SettingsUser,
  kind: Kind,
  item: SettingsItem<Kind>,
): boolean {
  if (!maySet(user, kind)) return false;
  if (user.role !== 'coordinator') return true;
  const departmentId = kind === 'agreements' ? (item as Agreement).departmentId : item.id;
  return user.departmentIds.includes(departmentId);
}

/** The agreement that holds for a topic of a department: its own, else the department's for all topics. */
export function agreementOf(
  agreements: Iterable<Agreement>,
  departmentId: string | null,
  topicId: string | null,
): Agreement | undefined {
  const all = [...agreements].filter((agreement) => agreement.departmentId === departmentId);
  return (
    all.find((agreement) => agreement.topicId !== null && agreement.topicId === topicId) ??
    all.find((agreement) => agreement.topicId === null)
  );
}
