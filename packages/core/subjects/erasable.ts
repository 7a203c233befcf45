import type { KeptBecause, RetentionRule } from '@lotsa/protocol';
import { dueBefore, isActing } from '../retention.ts';

/** What decides whether a record may be erased at its person's wish. */
export interface ErasableFacts {
  record: { type: 'conversation'; recordClass: string } | { type: 'case'; kind: string };
  open: boolean;
  closedAt: number | null;
  /** Under a legal hold. */
  held: boolean;
  /** Its transfer to the registry or the archive was confirmed. */
  transferred: boolean;
}

/** Whether it may be erased, by which rule; or why it is kept, and until when where that is known. */
export type Erasability =
  | { may: true; rule: RetentionRule }
  | { may: false; kept: KeptBecause; until: number | null };

/**
 * A public record is erased by a decision of the competent board and by nothing else (arkivlagen 10 §), also where a person asks for
 * it (GDPR art. 17.3 b and d): rule S5. So what may go is what a rule in force lets go: its time is out, or the rule says that a
 * visitor's wish is enough. Everything else is a reason for the no.
 */
export function erasability(
  { record, open, closedAt, held, transferred }: ErasableFacts,
  rules: readonly RetentionRule[],
  now: number,
): Erasability {
  const no = (kept: KeptBecause, until: number | null = null): Erasability => ({ may: false, kept, until });
  if (open || closedAt === null) return no('open');
  if (held) return no('held');
  const rule = rules.find((one) =>
    record.type === 'conversation'
      ? one.record === 'conversation' && one.recordClass === record.recordClass
      : one.record === 'case' && one.kinds.includes(record.kind),
  );
  if (!rule) return no('unclassed');
  if (rule.action === 'preserve' || rule.action === 'hold') return no('mustBeKept');
  if (!isActing(rule)) return no('noDecision');
  if (rule.action === 'export' && !transferred) return no('mustBeKept');
  const before = dueBefore(rule, now);
  if (rule.visitorMayErase || (before !== null && closedAt < before)) return { may: true, rule };
  return no('notYet', before === null ? null : closedAt + (now - before));
}
