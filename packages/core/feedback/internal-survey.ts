import {
  fail,
  type FeedbackChoices,
  type Role,
  type SurveyResult,
  type SurveyRound,
  type SurveyScores,
} from '@lotsa/protocol';
import { addDays, localDate, momentOf } from '../local-time.ts';
import { surveyIndex } from '../statistics/measures.ts';

/** The departments' staff: whom the centre is to relieve. */
export const isSurveyed = ({
  role,
  departmentIds,
}: {
  role: Role;
  departmentIds: readonly string[];
}): boolean => (role === 'specialist' || role === 'coordinator') && departmentIds.length > 0;

/** The round that is to be open at a site now, by its settings; null for none. */
export function roundOf(
  { id: siteId, timeZone }: { id: string; timeZone: string },
  { survey: { opensOn, openDays, questions } }: Pick<FeedbackChoices, 'survey'>,
  now: number,
): SurveyRound | null {
  const today = localDate(now, timeZone);
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1].flatMap((each) => opensOn.map((day) => `${each}-${day}`)).toSorted();
  const day = days.findLast((each) => each <= today);
  if (day === undefined || addDays(day, openDays) <= today) return null;
  return {
    id: `${siteId}_${day}`,
    siteId,
    opensAt: momentOf(day, '00:00', timeZone),
    closesAt: momentOf(addDays(day, openDays), '00:00', timeZone),
    questions,
  };
}

/** What was answered: every question, and no other. @throws LotsaError `invalid_payload`. */
export function checkedScores(
  { questions }: Pick<SurveyRound, 'questions'>,
  scores: SurveyScores,
): SurveyScores {
  const missing = questions.find(({ id }) => scores[id] === undefined);
  if (missing) throw fail('invalid_payload', { field: `scores.${missing.id}`, rule: 'required' });
  return Object.fromEntries(questions.map(({ id }) => [id, scores[id] ?? 0]));
}

/** The indices of a round, by the one definition of the statistics; none as long as it goes on, for then each answer would show in them (rule F4). */
export const surveyIndices = (
  { questions, closesAt }: SurveyRound,
  answers: readonly SurveyScores[],
  minimumAnswers: number,
  now: number,
): SurveyResult['indices'] =>
  questions.map(({ id }) => {
    const given = answers.flatMap((scores) => scores[id] ?? []);
    const sum = given.reduce((all, score) => all + score, 0);
    const { value, of } = surveyIndex(sum, given.length, minimumAnswers);
    return { question: id, value: now < closesAt ? null : value, of };
  });
