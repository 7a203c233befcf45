import type {
  Conversation,
  Municipality,
  RecordRef,
  RecordType,
  RetentionAction,
  RetentionRule,
} from '@lotsa/protocol';
import type { Misfit } from './settings.ts';

/** From what the time counts, and what may be decided, for each type of record. */
export const RECORDS: Record<RecordType, { from: RetentionFrom; actions: readonly RetentionAction[] }> = {
  conversation: { from: 'closed', actions: ['erase', 'export', 'preserve', 'hold'] },
  case: { from: 'closed', actions: ['erase', 'export', 'preserve', 'hold'] },
  survey: { from: 'answered', actions: ['anonymise', 'preserve'] },
  statistics: { from: 'none', actions: ['preserve'] },
  audit: { from: 'written', actions: ['erase', 'preserve'] },
  visitorToken: { from: 'lastActivity', actions: ['erase', 'preserve'] },
  departmentMonth: { from: 'written', actions: ['erase', 'preserve'] },
  internalSurvey: { from: 'closed', actions: ['erase', 'preserve'] },
  subjectRequest: { from: 'closed', actions: ['erase', 'preserve'] },
  webGap: { from: 'closed', actions: ['erase', 'preserve'] },
};
/** What the time of a rule counts from. */
export type RetentionFrom = 'closed' | 'answered' | 'written' | 'lastActivity' | 'none';

const HOUR_MS = 60 * 60 * 1000;

/** A run does something by it: it is in force and names its decision (rule P4). */
export const isActing = ({ inForce, decision, action, after }: RetentionRule): boolean =>
  inForce && decision !== null && after !== null && action !== 'preserve' && action !== 'hold';

/** What happened before this time is due; null where nothing counts. */
export const dueBefore = ({ after }: RetentionRule, now: number): number | null =>
  after && now - after.amount * (after.unit === 'hours' ? HOUR_MS : 24 * HOUR_MS);

/** The first thing in a rule that does not fit, or does not fit with the other rules. */
export function retentionMisfit(
  { retentionRules }: Pick<Municipality, 'retentionRules'>,
  rule: RetentionRule,
): Misfit | null {
  const { id, record, recordClass, kinds, action, after, decision, inForce, visitorMayErase } = rule;
  const others = retentionRules.filter((other) => other.id !== id && other.record === record);
  if (!RECORDS[record].actions.includes(action)) return { field: 'action', rule: 'not_for_record' };
  if ((record === 'conversation') !== (recordClass !== null))
    return { field: 'recordClass', rule: 'required' };
  if (record === 'case' && kinds.length === 0) return { field: 'kinds', rule: 'required' };
  if (record !== 'case' && kinds.length > 0) return { field: 'kinds', rule: 'not_for_record' };
  const shared = kinds.findIndex((kind) => others.some((other) => other.kinds.includes(kind)));
  if (shared >= 0) return { field: `kinds.${shared}`, rule: 'taken' };
  if (record !== 'case' && others.some((other) => other.recordClass === recordClass))
    return { field: record === 'conversation' ? 'recordClass' : 'record', rule: 'taken' };
  // A class that nobody has chosen yet decides nothing.
  if (recordClass === 'none' && action !== 'hold' && action !== 'preserve')
    return { field: 'action', rule: 'not_for_record' };
  const timed = action !== 'preserve' && action !== 'hold';
  if (timed && after === null) return { field: 'after', rule: 'required' };
  if (inForce && decision === null) return { field: 'decision', rule: 'required' };
  if (visitorMayErase && (record !== 'conversation' || recordClass !== 'minor' || action !== 'erase'))
    return { field: 'visitorMayErase', rule: 'not_for_record' };
  return null;
}

/** The name of a record for its hold and its registration. */
export const recordId = ({ type, id }: RecordRef): string => `${type}:${id}`;

/** A conversation's visitor may erase it now (rule P5): it is over, of little importance, and the rule in force says so. */
export const mayVisitorErase = (
  conversation: Pick<Conversation, 'open' | 'recordClass' | 'secret'>,
  rules: readonly RetentionRule[],
): boolean =>
  conversation.open === 0 &&
  rules.some(
    (rule) =>
      rule.record === 'conversation' &&
      rule.recordClass === conversation.recordClass &&
      rule.visitorMayErase &&
      isActing(rule),
  );
