import type { Site, SurveyRound, SurveyScores } from '@lotsa/protocol';
import type { FeedbackMailWords } from '../feedback/words/sv.ts';
import { Page } from './page.tsx';
import type { Language } from './words/index.ts';

interface SurveyPageProps {
  site: Site;
  language: Language;
  words: FeedbackMailWords;
  key: string;
  round: SurveyRound | null;
  /** `gone`: answered, over, or no such link. */
  state: 'asking' | 'incomplete' | 'done' | 'gone';
  scores: SurveyScores;
}

const GRADES = [1, 2, 3, 4, 5] as const;

/** The internal survey on one page, which needs neither script nor signing in. */
export function SurveyPage({ site, language, words, key, round, state, scores }: SurveyPageProps) {
  const { say } = language;
  const centre = say(site.centreName);
  if (state === 'done' || state === 'gone' || !round) {
    const title = state === 'done' ? words.surveyThanks : words.surveyGone;
    return (
      <Page title={title} site={site} language={language} inLanguage={null}>
        <h1>{title}</h1>
        <p>{state === 'done' ? words.surveyThanksText : words.surveyGoneText}</p>
      </Page>
    );
  }
  const title = words.surveySubject(centre);
  return (
    <Page title={title} site={site} language={language} inLanguage={null}>
      <h1>{title}</h1>
      <p>{words.surveyAnonymous}</p>
      <p>{words.surveyScale}</p>
      {state === 'incomplete' && (
        <p class="ui-field-error" role="alert" id="survey-missing">
          {words.surveyMissing}
        </p>
      )}
      <form class="form" method="post" action={`/survey?lang=${language.tag}`} noValidate>
        <input type="hidden" name="key" value={key} />
        {round.questions.map(({ id, question }) => {
          const missing = state === 'incomplete' && scores[id] === undefined;
          return (
            <fieldset class="ui-field" aria-describedby={missing ? `missing-${id}` : undefined}>
              <legend class="ui-field-label">{say(question)}</legend>
              {missing && (
                <p class="ui-field-error" id={`missing-${id}`}>
                  {words.surveyChoose}
                </p>
              )}
              {GRADES.map((grade) => (
                <label class="ui-choice">
                  <input
                    type="radio"
                    name={`q-${id}`}
                    value={String(grade)}
                    checked={scores[id] === grade}
                    required
                  />
                  <span>{words.surveyGrade[grade]}</span>
                </label>
              ))}
            </fieldset>
          );
        })}
        <button class="ui-button" data-variant="primary" type="submit">
          {words.surveySend}
        </button>
      </form>
    </Page>
  );
}
