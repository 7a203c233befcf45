import { createHash, randomUUID } from 'node:crypto';
import { dueBefore, isActing } from '@lotsa/core';
import type { RetentionLogEntry, RetentionRule, StaffRef } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';
import { type Due, findDue } from './due.ts';

export type RetentionRelay = Pick<
  Relay,
  'context' | 'conversations' | 'files' | 'earlierAnswers' | 'bans' | 'leases' | 'feedback'
>;

/** Records that are erased under one lease and one entry of the log. */
const BATCH = 20;
/** The relay's other work goes on between two batches. */
const PAUSE_MS = 50;

/** What a run did. `more`: it stopped before everything was done. */
export interface RunResult {
  erased: number;
  held: number;
  more: boolean;
}

/** SHA-256 of a record's id: whoever knows the id finds it in the proof log, and nobody else reads it there. */
export const proofOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The lease under which anything is erased or put under a hold, so that no hold comes between a look and an act. */
export const ERASING = 'erasing';

/**
 * Acts by one rule on what is due: batch by batch, each under the lease, in the proof log before it begins and when it is done.
 * Every act looks again and is whole by itself; a run that was killed is gone on with by the next. Several relays may run at once.
 */
export async function runRule(
  relay: RetentionRelay,
  rule: RetentionRule,
  by: StaffRef | null,
  most: number,
): Promise<RunResult> {
  const result: RunResult = { erased: 0, held: 0, more: false };
  if (!isActing(rule)) return result;
  if (rule.record === 'audit') return runAudit(relay, rule, by);
  const now = relay.context.now();
  let after: string | null = null;
  do {
    if (result.erased >= most) return { ...result, more: true };
    const page: Awaited<ReturnType<typeof findDue>> = await findDue(relay, rule, now, BATCH, after);
    if (page.due.length > 0) {
      const done = await relay.leases.hold(ERASING, () => actOn(relay, rule, by, page.due));
      result.erased += done.erased;
      result.held += done.held;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    after = page.next;
  } while (after !== null);
  return result;
}

async function actOn(
  { context }: RetentionRelay,
  rule: RetentionRule,
  by: StaffRef | null,
  due: readonly Due[],
): Promise<{ erased: number; held: number }> {
  const { storage, now } = context;
  const holds = await Promise.all(
    due.map(({ holdId }) =>
      holdId === null ? Promise.resolve(undefined) : storage.get('legalHolds', holdId),
    ),
  );
  const free = due.filter((_, at) => !holds[at]);
  const held = due.length - free.length;
  if (free.length === 0) return { erased: 0, held };
  const entry = entryOf(rule, now(), by, { ids: free.map(({ id }) => proofOf(id)), held });
  await storage.insert('retentionLog', [entry]);
  let erased = 0;
  for (const each of free) if (await each.act()) erased += 1;
  await storage.update('retentionLog', entry.id, { state: 'done', erased });
  return { erased, held };
}

/** The proof of one batch, before it has begun. */
export const entryOf = (
  { id: ruleId, name: ruleName, decision, action, record }: RetentionRule,
  at: number,
  by: StaffRef | null,
  rest: Pick<RetentionLogEntry, 'ids' | 'held'> & { lastHash?: string },
): RetentionLogEntry => ({
  id: randomUUID(),
  at,
  state: 'begun',
  ruleId,
  ruleName,
  decision: decision ?? '',
  action,
  record,
  erased: 0,
  lastHash: null,
  by,
  ...rest,
});

/** Of the audit log only the beginning can go: up to the first entry whose time is not out (rule P7). */
async function runAudit(
  { context, leases }: RetentionRelay,
  rule: RetentionRule,
  by: StaffRef | null,
): Promise<RunResult> {
  const { storage, now } = context;
  const none = { erased: 0, held: 0, more: false };
  const before = dueBefore(rule, now()) ?? 0;
  return leases.hold(ERASING, async () => {
    const { docs } = await storage.find('audit', { index: 'bySeq', limit: 501 });
    const end = docs.findIndex(({ at }) => at >= before);
    // The last entry of all stays, so that the next one has something to follow.
    const old = docs.slice(0, end < 0 ? docs.length - 1 : end).slice(0, 500);
    const last = old.at(-1);
    if (!last) return none;
    const entry = entryOf(rule, now(), by, { ids: [], held: 0, lastHash: last.hash });
    await storage.insert('retentionLog', [entry]);
    const erased = await storage.cutAudit(last.seq);
    await storage.update('retentionLog', entry.id, { state: 'done', erased });
    return { erased, held: 0, more: old.length === 500 };
  });
}
