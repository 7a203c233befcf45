import { timingSafeEqual } from 'node:crypto';
import {
  type Actor,
  caseNumber,
  caseSeries,
  type CaseCommand,
  decideCase,
  evolveCase,
  localDate,
  requireSeen,
} from '@lotsa/core';
import { type Case, type CaseEntry, type CaseOpening, fail, type Site } from '@lotsa/protocol';
import { type CaseDoc, takeNext } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { tokenId } from '../tokens.ts';
import { caseOf } from './case-boxes.ts';
import { callsForMail } from './case-mail.ts';

/** A case that changed, and as it was. */
export interface CaseChanged {
  before: Case | undefined;
  doc: CaseDoc;
}

/** The cases of this relay: everything that changes one goes through it. */
export interface Cases {
  /**
   * Opens a case under the next number of its site and year. The same id again is the case that was opened (rule D2).
   * @param by `key`: its secret, where its visitor gets one now; `mailHandoffId`: see {@link CaseDoc}; `silent`: no
   * mail says that it came in.
   */
  open(
    caseId: string,
    site: Site,
    opening: Omit<CaseOpening, 'number' | 'siteId'>,
    by: { actor: Actor; id: string; key?: string; mailHandoffId?: string; silent?: boolean },
  ): Promise<CaseDoc>;
  /** Decides a command and makes its entry durable. The same entry id again changes nothing (rule D2). */
  execute(
    number: string,
    command: CaseCommand,
    by: {
      actor: Actor;
      id: string;
      /** The last entry that a member of the staff had before it; what a colleague did since then must not be undone. */
      seen?: number | null;
    },
  ): Promise<CaseDoc>;
  get(caseId: string): Promise<CaseDoc | undefined>;
  byNumber(number: string): Promise<CaseDoc | undefined>;
  /** The case that a number and a secret open together; which of them was wrong is not told. */
  byKey(number: string, key: string): Promise<CaseDoc | undefined>;
  /** Lets another secret open a case. When there are many the oldest goes, but never the first. */
  addKey(caseId: string, key: string): Promise<void>;
}

/** Relays that change one case at once; each conflict is a change that was made. */
const MAX_CONFLICTS = 20;
/** Links to one case that a visitor may have: the first one, and those that it asked for or was sent. */
const MAX_KEYS = 50;
/** Compared against where there is no case, so that this takes no other time than a wrong secret. */
const NO_KEY = tokenId('');

/** Makes the service. `publish` tells the consoles. */
export function createCases(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  publish: (changed: CaseChanged) => void,
): Cases {
  const get = (caseId: string): Promise<CaseDoc | undefined> => storage.get('cases', caseId);

  async function byNumber(number: string): Promise<CaseDoc | undefined> {
    const { docs } = await storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
    return docs[0];
  }

  return {
    get,
    byNumber,

    async byKey(number, key) {
      const doc = await byNumber(number);
      const given = Buffer.from(tokenId(key));
      const fits = (doc?.keyHashes ?? [NO_KEY]).filter((hash) => timingSafeEqual(Buffer.from(hash), given));
      return fits.length > 0 ? doc : undefined;
    },

    async addKey(caseId, key) {
      for (let tries = 0; tries < MAX_CONFLICTS; tries += 1) {
        const doc = await get(caseId);
        if (!doc) throw fail('not_found', {});
        const [first, ...later] = [...doc.keyHashes, tokenId(key)];
        const keyHashes = [...(first === undefined ? [] : [first]), ...later.slice(1 - MAX_KEYS)];
        if (await storage.update('cases', caseId, { keyHashes }, { keyHashes: doc.keyHashes })) return;
      }
      throw fail('storage_unavailable', {});
    },

    async open(caseId, site, opening, { actor, id, key, mailHandoffId = null, silent = false }) {
      const known = await get(caseId);
      if (known) return known;
      const year = Number(localDate(now(), site.hours.timeZone).slice(0, 4));
      const serial = await takeNext(storage, caseSeries(site.id, year));
      const number = caseNumber(site.id, year, serial);
      const command = { type: 'receive', opening: { ...opening, number, siteId: site.id } } as const;
      const entry = decideCase(undefined, command, { actor, id, now: now() });
      const it = evolveCase(undefined, caseId, entry);
      const doc: CaseDoc = {
        ...it,
        mailDueAt: (!silent && callsForMail(it, entry)) || mailHandoffId !== null ? now() : null,
        mailSince: entry.seq,
        mailHandoffId,
        log: [entry],
        keyHashes: key === undefined ? [] : [tokenId(key)],
      };
      // Another relay may have opened it in the same moment: there is one case, and one of two numbers is not used.
      const added = await storage.insert('cases', [doc]);
      if (added > 0) publish({ before: undefined, doc });
      return added > 0 ? doc : ((await get(caseId)) ?? doc);
    },

    async execute(number, command, { actor, id, seen = null }) {
      for (let tries = 0; tries < MAX_CONFLICTS; tries += 1) {
        const doc = await byNumber(number);
        if (!doc) throw fail('not_found', {});
        if (doc.log.some((entry) => isRepeated(entry, id, actor))) return doc;
        const { log } = doc;
        const before = caseOf(doc);
        if (seen !== null && actor.type === 'staff') requireSeen(log, seen, command, actor.user);
        const entry = decideCase(before, command, { actor, id, now: now() });
        const after = evolveCase(before, doc.id, entry);
        const mail =
          doc.mailDueAt === null && callsForMail(after, entry)
            ? { mailDueAt: now(), mailSince: entry.seq }
            : {};
        const changed = await storage.update(
          'cases',
          doc.id,
          { ...after, ...mail, log: [...log, entry] },
          { seq: before.seq },
        );
        if (!changed) continue;
        publish({ before, doc: changed });
        return changed;
      }
      throw fail('storage_unavailable', {});
    },
  };
}

/** The request that caused an entry, sent again. @throws LotsaError when the id is somebody else's. */
function isRepeated(entry: CaseEntry, id: string, actor: Actor): boolean {
  if (entry.id !== id) return false;
  const { author } = entry;
  const same =
    author.type === actor.type &&
    (actor.type !== 'staff' || (author.type === 'staff' && author.id === actor.user.id));
  if (!same) throw fail('invalid_payload', { field: 'id', rule: 'taken' });
  return true;
}
