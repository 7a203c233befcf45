import * as v from 'valibot';
import type { Localised } from './primitives.ts';
import { Slug } from './primitives.ts';

const RoundId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/, 'round'));

/** The answer to each question, from 1 (not at all) to 5 (very much). */
export const SurveyScores = v.record(
  Slug,
  v.pipe(v.number('number'), v.integer('number'), v.minValue(1, 'number'), v.maxValue(5, 'number')),
);
export type SurveyScores = v.InferOutput<typeof SurveyScores>;

/** A round of the survey to the departments. */
export interface SurveyRound {
  id: string;
  siteId: string;
  opensAt: number;
  closesAt: number;
  questions: { id: string; question: Localised }[];
}

/** What a round came to. */
export interface SurveyResult extends SurveyRound {
  invited: number;
  answers: number;
  minimumAnswers: number;
  /** 0–100 by question; null as long as it goes on, and with fewer answers than the least number (rule F4). */
  indices: { question: string; value: number | null; of: number }[];
}

/** Asked by the departments' staff, and by those who lead. */
export const internalSurveyRequests = {
  /** Rounds that this user can answer now. */
  'survey:mine': v.object({}),
  /** Once. `not_found`: there is no such round for this user, or it was answered. */
  'survey:answer': v.object({ roundId: RoundId, scores: SurveyScores }),
  /** The rounds of a site, the latest first. */
  'survey:results': v.object({ siteId: Slug, after: v.nullable(v.pipe(v.string(), v.maxLength(500))) }),
} as const;

/** What they are answered with. */
export interface InternalSurveyAnswers {
  'survey:mine': { rounds: SurveyRound[] };
  'survey:answer': null;
  'survey:results': { rounds: SurveyResult[]; next: string | null };
}
