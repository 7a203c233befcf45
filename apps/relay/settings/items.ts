import type { Municipality } from '@lotsa/protocol';
import { createHash } from 'node:crypto';
import { SETTINGS, type SettingsItem, type SettingsKind } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import * as v from 'valibot';
import { everyDocument } from '../directory.ts';

/** The collection that the items of a kind are parts of. */
export const COLLECTION_OF = {
  sites: 'sites',
  hours: 'sites',
  departments: 'departments',
  departmentHours: 'departments',
  topics: 'topics',
  agreements: 'agreements',
  users: 'users',
  cannedResponses: 'cannedResponses',
  banners: 'banners',
  retentionRules: 'retentionRules',
  eServices: 'eServices',
} as const satisfies Record<SettingsKind, keyof Municipality>;

/** The part of a document that is an item of a kind, and nothing more: no password's hash, no presence. */
export function itemOf<Kind extends SettingsKind>(kind: Kind, doc: object): SettingsItem<Kind> {
  const schema: v.GenericSchema = SETTINGS[kind];
  const result = v.safeParse(schema, doc);
  // What an earlier version took in is shown as it is; it is checked when it is saved again.
  return (result.success ? result.output : partOf(schema, doc)) as SettingsItem<Kind>;
}

/** The fields of a schema, as they are. */
function partOf(schema: v.GenericSchema, doc: object): object {
  const entries = 'entries' in schema ? (schema.entries as Record<string, unknown>) : {};
  return Object.fromEntries(Object.entries(doc).filter(([field]) => field in entries));
}

/** The same for two items exactly when they are the same. */
export const revisionOf = (item: object): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('base64url').slice(0, 22);

/** Everything that is set up, whole. */
export async function everything(storage: Storage): Promise<Municipality> {
  const [
    departments,
    topics,
    sites,
    users,
    agreements,
    guides,
    questions,
    cannedResponses,
    caseTypes,
    caseTemplates,
    forms,
    banners,
    synonyms,
    retentionRules,
    eServices,
  ] = await Promise.all([
    everyDocument(storage, 'departments'),
    everyDocument(storage, 'topics'),
    everyDocument(storage, 'sites'),
    everyDocument(storage, 'users'),
    everyDocument(storage, 'agreements'),
    everyDocument(storage, 'guides'),
    everyDocument(storage, 'questions'),
    everyDocument(storage, 'cannedResponses'),
    everyDocument(storage, 'caseTypes'),
    everyDocument(storage, 'caseTemplates'),
    everyDocument(storage, 'forms'),
    everyDocument(storage, 'banners'),
    everyDocument(storage, 'synonyms'),
    everyDocument(storage, 'retentionRules'),
    everyDocument(storage, 'eServices'),
  ]);
  return {
    departments,
    topics,
    sites,
    users: users.map((user) => itemOf('users', user)),
    agreements,
    guides,
    questions,
    cannedResponses,
    caseTypes,
    caseTemplates,
    forms,
    banners,
    synonyms,
    retentionRules,
    eServices,
  };
}
