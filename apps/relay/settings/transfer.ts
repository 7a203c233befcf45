import type { Municipality, MunicipalityKind } from '@lotsa/protocol';
import { isDeepStrictEqual } from 'node:util';
import { hasAdministrator } from '@lotsa/core';
import {
  fail,
  type ImportAnswer,
  type ImportChange,
  type ImportRequest,
  type StaffMember,
} from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { checkMunicipality, FILE_KINDS } from '../seed/municipality.ts';
import type { Relay } from '../sockets/relay.ts';
import { deactivate } from './deactivate.ts';
import { everything, revisionOf } from './items.ts';
import { newUser } from './new-user.ts';

/** What an import is carried out with: a running relay, or what `npm run import` puts together. */
export type Importing = Pick<Relay, 'context' | 'audit' | 'settingsChanged' | 'conversations' | 'presence'>;

/** Everything that is set up, as a file: without passwords, and without who is there. */
export async function exportSettings(relay: Relay, user: UserDoc): Promise<Municipality> {
  requireAdministrator(user);
  await relay.audit(user, 'settingsExported', 'settings');
  return everything(relay.context.storage);
}

/**
 * Compares a file with what is set up, and takes it in when the comparison was looked at. Each item is written whole, by its
 * id, what is named before what names it: an import that was cut off is finished by the same one again.
 * @throws LotsaError `invalid_form` with the paths in the file; `changed_meanwhile` when it would do something else by now.
 */
export async function importSettings(
  relay: Importing,
  user: UserDoc,
  { file: input, mode, plan }: ImportRequest,
): Promise<ImportAnswer> {
  requireAdministrator(user);
  const { file, errors } = checkMunicipality(input);
  if (!file) throw fail('invalid_form', { fields: errors });
  const now = await everything(relay.context.storage);
  const changes = FILE_KINDS.flatMap((kind) => changesOf(now, file, kind, mode));
  const users = usersAfter(now.users, file.users, changes);
  // Where nobody is, the link of the next start makes the first administrator.
  if (users.length > 0 && !hasAdministrator(users)) throw fail('last_administrator', {});
  const answer: ImportAnswer = {
    changes,
    unchanged:
      FILE_KINDS.reduce((sum, kind) => sum + file[kind].length, 0) -
      changes.filter(({ change }) => change !== 'gone').length,
    plan: revisionOf([changes, file]),
    applied: plan !== null,
  };
  if (plan === null) return answer;
  if (plan !== answer.plan) throw fail('changed_meanwhile', { name: null });
  await relay.audit(user, 'settingsImported', 'settings', {
    change: {
      before: null,
      after: {
        mode,
        new: count(changes, 'new'),
        changed: count(changes, 'changed'),
        gone: count(changes, 'gone'),
      },
    },
  });
  for (const change of changes) await take(relay, user, now, file, change);
  await relay.settingsChanged();
  return answer;
}

function requireAdministrator(user: UserDoc): void {
  if (user.role !== 'administrator') throw fail('forbidden', {});
}

const count = (changes: readonly ImportChange[], what: ImportChange['change']): number =>
  changes.filter(({ change }) => change === what).length;

/** What a kind's part of a file would change. */
function changesOf(
  now: Municipality,
  file: Municipality,
  kind: MunicipalityKind,
  mode: ImportRequest['mode'],
): ImportChange[] {
  const known = new Map<string, object>(now[kind].map((item) => [item.id, item]));
  const given = new Set(file[kind].map(({ id }) => id));
  const written = file[kind].flatMap((item): ImportChange[] => {
    const before = known.get(item.id);
    if (!before) return [{ kind, id: item.id, change: 'new', fields: [] }];
    const fields = differingFields(before, item);
    return fields.length > 0 ? [{ kind, id: item.id, change: 'changed', fields }] : [];
  });
  if (mode === 'merge') return written;
  const gone = now[kind]
    .filter((item) => !given.has(item.id) && !isGone(item))
    .map(({ id }): ImportChange => ({ kind, id, change: 'gone', fields: [] }));
  return [...written, ...gone];
}

const differingFields = (before: object, after: object): string[] =>
  Object.keys(after).filter(
    (field) => !isDeepStrictEqual(before[field as keyof typeof before], after[field as keyof typeof after]),
  );

const isGone = (item: object): boolean =>
  ('retired' in item && item.retired === true) || ('role' in item && 'active' in item && !item.active);

function usersAfter(
  now: readonly StaffMember[],
  given: readonly StaffMember[],
  changes: readonly ImportChange[],
): StaffMember[] {
  const gone = new Set(
    changes.filter(({ kind, change }) => kind === 'users' && change === 'gone').map(({ id }) => id),
  );
  const ids = new Set(given.map(({ id }) => id));
  return [...given, ...now.filter(({ id }) => !ids.has(id) && !gone.has(id))];
}

/** Carries out one change, and writes it down before (rule P7). */
async function take(
  relay: Importing,
  user: UserDoc,
  now: Municipality,
  file: Municipality,
  { kind, id, change, fields }: ImportChange,
): Promise<void> {
  const { storage } = relay.context;
  const before = (now[kind] as { id: string }[]).find((item) => item.id === id);
  const item = (file[kind] as { id: string }[]).find((one) => one.id === id);
  const only = (of: object | undefined) =>
    of ? Object.fromEntries(Object.entries(of).filter(([field]) => fields.includes(field))) : null;
  const subject = `${kind}:${id}`;
  if (change === 'new' && item) {
    await relay.audit(user, 'settingsChanged', subject, { change: { before: null, after: item } });
    const doc = kind === 'users' ? newUser(item as StaffMember) : item;
    await storage.insert(kind, [doc as never]);
  } else if (change === 'changed' && item) {
    await relay.audit(user, 'settingsChanged', subject, {
      change: { before: only(before), after: only(item) },
    });
    await storage.update(kind, id, item);
    if (kind === 'users' && isGone(item)) await deactivate(relay, item as StaffMember);
  } else if (change === 'gone' && before) {
    await relay.audit(user, 'settingsRemoved', subject, { change: { before, after: null } });
    if (kind === 'users') {
      await storage.update('users', id, { active: false });
      await deactivate(relay, before as StaffMember);
    } else if (kind === 'sites' || kind === 'departments' || kind === 'topics') {
      await storage.update(kind, id, { retired: true });
    } else await storage.removeOne(kind, id);
  }
}
