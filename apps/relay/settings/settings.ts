import type { MunicipalityKind } from '@lotsa/protocol';
import { isDeepStrictEqual } from 'node:util';
import { hasAdministrator, maySet, maySetItem, misfitOf, neededBy } from '@lotsa/core';
import {
  decode,
  fail,
  SETTINGS,
  type SettingsEntry,
  type SettingsItem,
  type SettingsKind,
  type StaffMember,
} from '@lotsa/protocol';
import type { Storage, UserDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';
import { COLLECTION_OF, everything, itemOf, revisionOf } from './items.ts';
import { contactForm, newSite } from './new-site.ts';
import { newUser } from './new-user.ts';

/** What is set up, and who may change it. Every change is written down before it has an effect (rule P7). */
export interface Settings {
  list(user: UserDoc, kind: SettingsKind): Promise<SettingsEntry[]>;
  put(user: UserDoc, kind: SettingsKind, given: unknown, revision: string | null): Promise<SettingsEntry>;
  remove(
    user: UserDoc,
    kind: 'agreements' | 'cannedResponses' | 'banners' | 'retentionRules' | 'eServices',
    id: string,
    revision: string,
  ): Promise<void>;
}

/** What follows from a change. */
interface SettingsOptions {
  audit: Audit;
  /** It takes effect on everything that runs. */
  changed: () => Promise<void>;
  /** Somebody may not sign in any more. */
  deactivated: (user: StaffMember) => Promise<void>;
}

/** Makes it. */
export function createSettings(context: Context, options: SettingsOptions): Settings {
  const { storage } = context;
  const { audit } = options;

  /** Who saved an item last, as far as it is known. */
  async function lastEditor(subject: string): Promise<string | null> {
    const { docs } = await storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: subject },
      order: 'desc',
      limit: 1,
    });
    return docs[0]?.actorName ?? null;
  }

  return {
    async list(user, kind) {
      if (!maySet(user, kind)) throw fail('forbidden', {});
      const docs = await everyDocument(storage, COLLECTION_OF[kind]);
      const items = docs.map((doc) => itemOf(kind, doc)).filter((item) => maySetItem(user, kind, item));
      return Promise.all(
        items.map(async (item) => ({
          item,
          revision: revisionOf(item),
          ...(kind === 'cannedResponses' ? { uses: await usesOf(storage, item.id) } : {}),
        })),
      );
    },

    async put(user, kind, given, revision) {
      if (!maySet(user, kind)) throw fail('forbidden', {});
      const item = decode(SETTINGS[kind], given);
      if (!maySetItem(user, kind, item)) throw fail('forbidden', {});
      const collection = COLLECTION_OF[kind];
      const subject = `${collection}:${item.id}`;
      const doc = await storage.get(collection, item.id);
      const before = doc ? itemOf(kind, doc) : null;
      if (before && !maySetItem(user, kind, before)) throw fail('forbidden', {});
      // Asked again after the answer was lost: it is saved already.
      if (before && isDeepStrictEqual(before, item)) return { item, revision: revisionOf(item) };
      if (revision === null && before) throw fail('invalid_payload', { field: 'id', rule: 'taken' });
      if (revision !== null && (!before || revisionOf(before) !== revision))
        throw fail('changed_meanwhile', { name: await lastEditor(subject) });
      if (!doc && (kind === 'hours' || kind === 'departmentHours')) throw fail('not_found', {});
      const whole = await checked(storage, kind, doc, item);

      await audit(user, 'settingsChanged', subject, { change: difference(before, item) });
      if (doc && before) {
        const saved = await storage.update(collection, item.id, item, onlyKnown(doc, before));
        if (!saved) throw fail('changed_meanwhile', { name: await lastEditor(subject) });
      } else {
        // A site needs somewhere to leave a question when the chat is closed; first, so that there is none without.
        if (kind === 'sites') await storage.insert('forms', [contactForm(item.id)]);
        if ((await storage.insert(collection, [whole as never])) === 0)
          throw fail('invalid_payload', { field: 'id', rule: 'taken' });
      }
      if (kind === 'users' && !(item as StaffMember).active) await options.deactivated(item as StaffMember);
      await options.changed();
      return { item, revision: revisionOf(item) };
    },

    async remove(user, kind, id, revision) {
      if (!maySet(user, kind)) throw fail('forbidden', {});
      const doc = await storage.get(kind, id);
      if (!doc) throw fail('not_found', {});
      const before = itemOf(kind, doc);
      if (!maySetItem(user, kind, before)) throw fail('forbidden', {});
      const subject = `${kind}:${id}`;
      if (revisionOf(before) !== revision)
        throw fail('changed_meanwhile', { name: await lastEditor(subject) });
      await audit(user, 'settingsRemoved', subject, { change: { before, after: null } });
      if (!(await storage.removeOne(kind, id, onlyKnown(doc, before))))
        throw fail('changed_meanwhile', { name: await lastEditor(subject) });
      await options.changed();
    },
  };
}

/**
 * The whole document that an item makes, when it fits with everything else.
 * @throws LotsaError `invalid_payload`, `in_use` or `last_administrator`.
 */
async function checked(
  storage: Storage,
  kind: SettingsKind,
  doc: object | undefined,
  item: SettingsItem,
): Promise<object> {
  const collection: MunicipalityKind = COLLECTION_OF[kind];
  const whole = { ...(doc ?? blankOf(kind, item)), ...item };
  const all = await everything(storage);
  const others = (all[collection] as { id: string }[]).filter(({ id }) => id !== item.id);
  const after = { ...all, [collection]: [...others, whole] };
  const misfit = misfitOf(after, collection, whole as never);
  if (misfit) throw fail('invalid_payload', misfit);
  if (isGone(item)) {
    const needing = neededBy(after, collection, item.id);
    if (needing) throw fail('in_use', needing);
  }
  if (!hasAdministrator(after.users)) throw fail('last_administrator', {});
  return whole;
}

const isGone = (item: SettingsItem): boolean =>
  ('retired' in item && item.retired) || ('role' in item && !item.active);

/** What a new document has besides its item. */
function blankOf(kind: SettingsKind, item: SettingsItem): object {
  if (kind === 'sites') return newSite();
  if (kind === 'departments') return { hours: null };
  return kind === 'users' ? newUser(item as StaffMember) : {};
}

/** The condition that nobody was faster: the fields of the item are what they were, where the document has them. */
function onlyKnown<Doc extends object>(doc: Doc, before: object): Partial<Doc> {
  return Object.fromEntries(
    Object.entries(doc).filter(([field]) => field !== 'id' && field in before),
  ) as Partial<Doc>;
}

/** The fields that differ, before and after. */
function difference(before: object | null, after: object): { before: object | null; after: object } {
  if (!before) return { before: null, after };
  const fields = Object.keys(after).filter(
    (field) => !isDeepStrictEqual(before[field as keyof typeof before], after[field as keyof typeof after]),
  );
  const only = (item: object) => Object.fromEntries(fields.map((field) => [field, item[field as never]]));
  return { before: only(before), after: only(after) };
}

/** How often a canned response was used. */
const usesOf = async (storage: Storage, id: string): Promise<number> =>
  (await storage.get('counters', usesSeries(id)))?.value ?? 0;

/** The series that counts the uses of a canned response. */
export const usesSeries = (id: string): string => `canned:${id}`;
