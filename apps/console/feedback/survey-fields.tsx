import { newId } from '@lotsa/client';
import type { FeedbackChoices } from '@lotsa/protocol';
import { Button, iconPlus, iconTrash, TextField } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

type Survey = FeedbackChoices['survey'];

/** The survey as it is typed. */
interface TypedSurvey {
  readonly questions: readonly { readonly id: string; readonly sv: string; readonly en: string }[];
  readonly opensOn: string;
  readonly openDays: string;
  readonly minimumAnswers: string;
}

/** As it is, to be typed in. */
export const typedSurvey = ({ questions, opensOn, openDays, minimumAnswers }: Survey): TypedSurvey => ({
  questions: questions.map(({ id, question }) => ({ id, sv: question.sv, en: question['en'] ?? '' })),
  opensOn: opensOn.join(', '),
  openDays: String(openDays),
  minimumAnswers: String(minimumAnswers),
});

const DAYS = /^(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:\s*,\s*(?!$)|$)){0,4}$/;
const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

const wrongOf = ({ questions, opensOn, openDays, minimumAnswers }: TypedSurvey) => ({
  questions: questions.some(({ sv }) => !sv.trim()),
  opensOn: !DAYS.test(opensOn.trim()),
  openDays: !isWhole(openDays, 3, 60),
  minimumAnswers: !isWhole(minimumAnswers, 3, 1_000),
});

/** What was typed; null where something of it is wrong. */
export function readSurvey(typed: TypedSurvey): Survey | null {
  if (Object.values(wrongOf(typed)).some(Boolean)) return null;
  return {
    questions: typed.questions.map(({ id, sv, en }) => ({
      id,
      question: { sv: sv.trim(), ...(en.trim() ? { en: en.trim() } : {}) },
    })),
    opensOn: [...new Set(typed.opensOn.split(',').flatMap((day) => day.trim() || []))],
    openDays: Number(typed.openDays),
    minimumAnswers: Number(typed.minimumAnswers),
  };
}

interface SurveyFieldsProps {
  readonly typed: TypedSurvey;
  readonly onTyped: (typed: TypedSurvey) => void;
  readonly checked: boolean;
}

/** What the departments are asked, and when. */
export function SurveyFields({ typed, onTyped, checked }: SurveyFieldsProps) {
  const { t } = useApp().i18n;
  const { questions } = typed;
  const wrong = wrongOf(typed);
  const change = (part: Partial<TypedSurvey>) => onTyped({ ...typed, ...part });
  const word = (id: string, part: { sv?: string; en?: string }) =>
    change({ questions: questions.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  return (
    <section class="feedback-part" aria-labelledby="feedback-survey">
      <h3 id="feedback-survey">{t.surveySettings}</h3>
      {questions.map(({ id, sv, en }, at) => (
        <div key={id} class="feedback-row">
          <TextField
            label={t.surveyQuestionSv({ n: at + 1 })}
            value={sv}
            maxLength={300}
            error={checked && !sv.trim() ? t.surveyQuestionMissing : undefined}
            onValue={(value) => word(id, { sv: value })}
          />
          <TextField
            label={t.surveyQuestionEn({ n: at + 1 })}
            optional={t.optional}
            value={en}
            maxLength={300}
            onValue={(value) => word(id, { en: value })}
          />
          {questions.length > 1 && (
            <div>
              <Button
                icon={iconTrash}
                onClick={() => change({ questions: questions.filter((each) => each.id !== id) })}
              >
                {t.surveyRemoveQuestion({ n: at + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      {questions.length < 10 && (
        <div>
          <Button
            icon={iconPlus}
            onClick={() => change({ questions: [...questions, { id: `q${newId()}`, sv: '', en: '' }] })}
          >
            {t.surveyAddQuestion}
          </Button>
        </div>
      )}
      <TextField
        label={t.surveyOpensOn}
        hint={t.surveyOpensOnHint}
        value={typed.opensOn}
        error={checked && wrong.opensOn ? t.surveyOpensOnWrong : undefined}
        onValue={(opensOn) => change({ opensOn })}
      />
      <TextField
        label={t.surveyOpenDays}
        inputMode="numeric"
        value={typed.openDays}
        error={checked && wrong.openDays ? t.surveyOpenDaysWrong : undefined}
        onValue={(openDays) => change({ openDays })}
      />
      <TextField
        label={t.surveyMinimum}
        inputMode="numeric"
        value={typed.minimumAnswers}
        error={checked && wrong.minimumAnswers ? t.surveyMinimumWrong : undefined}
        onValue={(minimumAnswers) => change({ minimumAnswers })}
      />
    </section>
  );
}
