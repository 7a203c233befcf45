import type { StaffRef } from '@lotsa/protocol';
import type { AuditDoc } from '@lotsa/storage';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { chained, type NewEntry } from './chain.ts';

/** What may be said of an action besides who did it and to what. */
export interface AuditDetail {
  /** Why, where a reason is asked for. */
  reason?: string;
  /** The fields of settings that were changed, as they were and as they are; no secrets. */
  change?: NonNullable<AuditDoc['change']>;
  /** Names what is done over and over, such as one person's reading of one case on one day: this relay writes it down once. */
  once?: string;
}

/** Writes down what somebody of the staff did, before it has an effect (rule P7). */
export type Audit = (
  actor: StaffRef,
  action: AuditDoc['action'],
  subjectId: string,
  detail?: AuditDetail,
) => Promise<void>;

/** How many `once` a relay remembers; one that was forgotten is written down again. */
const REMEMBERED = 10_000;

/**
 * Makes it. Entries of one relay are written one after the other, each behind the last one in the store; when another relay has
 * taken the place, it is tried again behind that one's.
 */
export function createAudit({ storage, now }: Pick<Context, 'storage' | 'now'>): Audit {
  let last: AuditDoc | undefined;
  let known = false;
  let written: Promise<unknown> = Promise.resolve();
  const seen = new LRUCache<string, true>({ max: REMEMBERED });

  async function write(entry: NewEntry): Promise<void> {
    for (;;) {
      if (!known) {
        const newest = { index: 'bySeq', order: 'desc', limit: 1 } as const;
        [last] = (await storage.find('audit', newest)).docs;
        known = true;
      }
      const doc = chained(entry, last);
      known = false;
      if ((await storage.insert('audit', [doc])) === 0) continue;
      [last, known] = [doc, true];
      return;
    }
  }

  return async (
    { id: actorId, name: actorName },
    action,
    subjectId,
    { reason = null, change, once } = {},
  ) => {
    if (once !== undefined && seen.has(once)) return;
    const entry = { at: now(), actorId, actorName, action, subjectId, reason, ...(change && { change }) };
    const done = written.then(() => write(entry));
    written = done.catch(() => undefined);
    await done;
    if (once !== undefined) seen.set(once, true);
  };
}
