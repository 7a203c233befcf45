import { dueBefore, isActing, localDate, recordId } from '@lotsa/core';
import {
  type LegalHold,
  LIMITS,
  type RecordRef,
  type RetentionPreview,
  type RetentionRule,
  type StaffRef,
} from '@lotsa/protocol';
import { everyDocument } from '../directory.ts';
import { findDue } from './due.ts';
import { gatherRegistrations } from '../registry/gather.ts';
import { ERASING, type RetentionRelay, runRule, type RunResult } from './run.ts';

/** Keeping records for as long as it was decided, and no longer (rule P4). */
export interface Retention {
  /** What a run would do now. Nothing is changed. */
  preview(): Promise<{ rules: RetentionPreview[]; unclassed: number }>;
  /** Acts by all rules that are in force; by nobody's hand when `by` is null. Up to some hundred records a call when by hand. */
  run(by: StaffRef | null): Promise<RunResult>;
  /** Runs once a night, at a quiet hour. */
  look(): Promise<void>;
  hold(of: RecordRef, reason: string, by: StaffRef): Promise<LegalHold>;
  /** The same at its person's wish (rule S6). A hold that is there already keeps its own reason. */
  restrict(of: RecordRef, reason: string, by: StaffRef): Promise<void>;
  lift(of: RecordRef): Promise<void>;
}

/** What one request erases at most; the next goes on. */
const BY_HAND = 200;
const EXAMPLES = 5;
/** At night, when nobody waits (Europe/Stockholm). */
const QUIET = { from: 1, until: 5 };
const LAST_RUN = 'retention:last-run';

/** Makes it. */
export function createRetention(relay: RetentionRelay): Retention {
  const { storage, now, log } = relay.context;
  const rules = () => everyDocument(storage, 'retentionRules');

  async function previewOf(rule: RetentionRule, holds: readonly LegalHold[]): Promise<RetentionPreview> {
    const before = dueBefore(rule, now());
    const held = new Set(holds.map(({ id }) => id));
    const preview: RetentionPreview = {
      rule,
      acts: isActing(rule),
      before,
      due: 0,
      held: 0,
      waiting: 0,
      examples: [],
    };
    if (before === null) return preview;
    if (rule.record === 'audit') {
      const range = { field: 'at', lt: before } as const;
      preview.due = await storage.count('audit', { index: 'byTime', range, limit: LIMITS.retentionCount });
      return preview;
    }
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof findDue>> = await findDue(relay, rule, now(), 200, after);
      preview.due += page.due.length;
      for (const { id, at, holdId } of page.due) {
        const isHeld = holdId !== null && held.has(holdId);
        if (isHeld) preview.held += 1;
        if (preview.examples.length < EXAMPLES) preview.examples.push({ id, at, held: isHeld });
      }
      after = page.next;
    } while (after !== null && preview.due < LIMITS.retentionCount);
    // A session's id is made of somebody's key, and a rating's names a conversation.
    if (rule.record === 'visitorToken') preview.examples = [];
    for (const state of rule.action === 'export' ? (['waiting', 'registered'] as const) : [])
      preview.waiting += await storage.count('registrations', {
        index: 'byRule',
        equals: { state, ruleId: rule.id },
        limit: LIMITS.retentionCount,
      });
    return preview;
  }

  async function run(by: StaffRef | null): Promise<RunResult> {
    const total: RunResult = { erased: 0, held: 0, more: false };
    await gatherRegistrations(relay.context);
    for (const rule of await rules()) {
      const left = by === null ? Number.POSITIVE_INFINITY : BY_HAND - total.erased;
      const done = await runRule(relay, rule, by, left);
      total.erased += done.erased;
      total.held += done.held;
      total.more ||= done.more;
    }
    return total;
  }

  return {
    run,
    async preview() {
      const { docs: holds } = await storage.find('legalHolds', {
        index: 'byTime',
        limit: LIMITS.retentionCount,
      });
      const previews: RetentionPreview[] = [];
      for (const rule of await rules()) previews.push(await previewOf(rule, holds));
      const unclassed = await storage.count('conversations', {
        index: 'byClass',
        equals: { recordClass: 'none' },
        range: { field: 'closedAt', gte: 0 },
        limit: LIMITS.retentionCount,
      });
      return { rules: previews, unclassed };
    },
    async look() {
      await gatherRegistrations(relay.context);
      const hour = Number(
        new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE }).format(
          now(),
        ),
      );
      if (hour < QUIET.from || hour >= QUIET.until) return;
      const today = Number(localDate(now(), TIME_ZONE).replaceAll('-', ''));
      if (((await storage.get('counters', LAST_RUN))?.value ?? 0) >= today) return;
      // A night is done when its run is: one that was killed begins again with the next look.
      let done;
      do done = await run(null);
      while (done.more);
      await storage.put('counters', { id: LAST_RUN, value: today });
      log.info({ erased: done.erased, held: done.held }, 'retention rules have run');
    },
    hold: (of, reason, by) =>
      relay.leases.hold(ERASING, async () => {
        const known = await storage.get('legalHolds', recordId(of));
        const hold: LegalHold = { ...known, id: recordId(of), of, reason, by, at: now() };
        await storage.put('legalHolds', hold);
        return hold;
      }),
    restrict: (of, reason, by) =>
      relay.leases.hold(ERASING, async () => {
        const known = await storage.get('legalHolds', recordId(of));
        const hold: LegalHold = known ?? { id: recordId(of), of, reason, by, at: now() };
        await storage.put('legalHolds', { ...hold, restricted: true });
        await relay.earlierAnswers.forget(of.type, of.id);
      }),
    lift: async (of) => void (await storage.removeOne('legalHolds', recordId(of))),
  };
}

const TIME_ZONE = 'Europe/Stockholm';
