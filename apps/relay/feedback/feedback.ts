import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Directory } from '../directory.ts';
import type { StatDays } from '../statistics/stat-days.ts';
import { createDepartmentMonths, type DepartmentMonths } from './department-months.ts';
import { createFeedbackChoosing, type FeedbackChoosing } from './settings.ts';
import { createWebGaps, type WebGaps } from './web-gaps.ts';

/** What the municipality learns from its citizens' questions. */
export interface Feedback {
  choosing: FeedbackChoosing;
  gaps: WebGaps;
  months: DepartmentMonths;
}

/** Makes it. */
export function createFeedback(
  context: Context,
  parts: { audit: Audit; directory: () => Promise<Directory>; days: StatDays },
): Feedback {
  const choosing = createFeedbackChoosing(context, parts.audit);
  return {
    choosing,
    gaps: createWebGaps(context, { ...parts, choosing }),
    months: createDepartmentMonths(context, parts),
  };
}
