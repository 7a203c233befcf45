import { mayEditGuides } from '@lotsa/core';
import { fail, type SynonymList } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';

/** What editors know to mean the same. */
export interface SynonymLists {
  list(user: UserDoc): Promise<SynonymList[]>;
  /** `revision` is that of the list it was made from, 0 where there was none. */
  save(user: UserDoc, id: string, groups: SynonymList['groups'], revision: number): Promise<SynonymList>;
}

/** Makes them. `changed` is called when one was saved. */
export function createSynonyms({ storage }: Context, audit: Audit, changed: () => void): SynonymLists {
  return {
    async list(user) {
      if (!mayEditGuides(user)) throw fail('forbidden', {});
      return everyDocument(storage, 'synonyms');
    },
    async save(user, id, groups, revision) {
      if (!mayEditGuides(user)) throw fail('forbidden', {});
      await audit(user, 'synonymsChanged', id);
      const list = { id, groups, revision: revision + 1 };
      const saved =
        revision === 0
          ? (await storage.insert('synonyms', [list])) === 1
          : await storage.update('synonyms', id, list, { revision });
      if (!saved) throw fail('changed_meanwhile', { name: null });
      changed();
      return list;
    },
  };
}
