import { recordId } from '@lotsa/core';
import type { RecordRef, Registration, RetentionRule } from '@lotsa/protocol';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';

const BATCH = 100;
/** Clocks of relays differ, and writes overtake each other: what was closed this long before is looked at again. */
const OVERLAP_MS = 60_000;

/** Puts what was closed since the last time, and is to be transferred before it is erased, in the registrar's queue. */
export async function gatherRegistrations(context: Context): Promise<void> {
  for (const rule of await everyDocument(context.storage, 'retentionRules')) {
    if (rule.action !== 'export') continue;
    if (rule.record === 'conversation' && rule.recordClass !== null)
      await gather(context, rule, rule.recordClass);
    for (const kind of rule.kinds) await gather(context, rule, kind);
  }
}

async function gather({ storage, now }: Context, rule: RetentionRule, of: string): Promise<void> {
  const series = `registrations:${rule.id}:${of}`;
  const since = ((await storage.get('counters', series))?.value ?? 0) - OVERLAP_MS;
  const range = { field: 'closedAt', gte: Math.max(0, since) } as const;
  const found =
    rule.record === 'conversation'
      ? (
          await storage.find('conversations', {
            index: 'byClass',
            equals: { recordClass: of },
            range,
            limit: BATCH,
          })
        ).docs.map((doc) => ({ ref: { type: 'conversation', id: doc.id } as RecordRef, doc }))
      : (
          await storage.find('cases', { index: 'byKind', equals: { kind: of }, range, limit: BATCH })
        ).docs.map((doc) => ({ ref: { type: 'case', id: doc.number } as RecordRef, doc }));
  const waiting = found.map(({ ref, doc }): Registration => ({
    id: recordId(ref),
    of: ref,
    ruleId: rule.id,
    state: 'waiting',
    closedAt: doc.closedAt ?? 0,
    secret: doc.secret,
    diaryNumber: null,
    checksum: null,
    by: null,
    at: now(),
  }));
  if (waiting.length > 0) await storage.insert('registrations', waiting);
  const last = found.at(-1)?.doc.closedAt;
  if (typeof last === 'number') await storage.put('counters', { id: series, value: Math.min(last, now()) });
}
