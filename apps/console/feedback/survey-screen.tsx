import { isSurveyed, seesStatistics } from '@lotsa/core';
import type { SurveyResult, SurveyRound, SurveyScores } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconCheck, RadioGroup } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { inLanguage } from '../names/names.ts';
import { useAnswer } from '../fetching/use-answer.ts';
import { Columns } from '../statistics/columns.tsx';
import { Table } from '../tables/table.tsx';
import '../statistics/statistics.css';
import './feedback.css';

/** Whether the centre relieves the departments: to be answered by their staff, and what it came to. */
export function SurveyScreen() {
  const { me } = useApp().state.value;
  if (!me) return null;
  return (
    <div class="feedback">
      {isSurveyed(me) && <Mine />}
      {seesStatistics(me.role) && <Results />}
    </div>
  );
}

function Mine() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const mine = useAnswer(() => staff.ask('survey:mine', {}));
  return (
    <Fetched of={mine} failed={t.surveyFailed}>
      {({ rounds }) =>
        rounds.length === 0 ? (
          <EmptyState icon={iconCheck} title={t.surveyNothing}>
            {t.surveyNothingText}
          </EmptyState>
        ) : (
          rounds.map((round) => <RoundForm key={round.id} round={round} onDone={() => void mine.load()} />)
        )
      }
    </Fetched>
  );
}

const GRADES = [1, 2, 3, 4, 5] as const;

function RoundForm({ round, onDone }: { readonly round: SurveyRound; readonly onDone: () => void }) {
  const { staff, i18n } = useApp();
  const { t, formats, lang } = i18n;
  const [scores, setScores] = useState<SurveyScores>({});
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  async function submit(event: Event) {
    event.preventDefault();
    setChecked(true);
    if (round.questions.some(({ id }) => scores[id] === undefined)) return;
    if (await act(() => staff.ask('survey:answer', { roundId: round.id, scores }), t.surveyThanks)) onDone();
  }
  return (
    <form class="feedback-part" noValidate onSubmit={(event) => void submit(event)}>
      <p>{t.surveyAnonymous}</p>
      <p class="gap-hint">{t.surveyOpenUntil({ when: formats.date(round.closesAt - 1) })}</p>
      {round.questions.map(({ id, question }) => (
        <RadioGroup
          key={id}
          legend={inLanguage(question, lang)}
          value={scores[id] === undefined ? undefined : String(scores[id])}
          options={GRADES.map((grade) => ({ value: String(grade), label: t[`surveyGrade_${grade}`] }))}
          error={checked && scores[id] === undefined ? t.surveyChoose : undefined}
          onValue={(value) => setScores((before) => ({ ...before, [id]: Number(value) }))}
        />
      ))}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t.surveySend}
        </Button>
      </div>
    </form>
  );
}

function Results() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const sites = state.value.directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const pages = usePages(
    (after) => staff.ask('survey:results', { siteId, after }),
    ({ rounds }) => rounds,
    [siteId],
  );
  return (
    <>
      <SiteSelect value={siteId} onValue={setSiteId} />
      <Paged
        pages={pages}
        failed={t.surveyFailed}
        none={
          <EmptyState icon={iconCheck} title={t.surveyNone}>
            {t.surveyNoneText}
          </EmptyState>
        }
      >
        {(rounds) => <History rounds={rounds} />}
      </Paged>
    </>
  );
}

/** Every question through the rounds: columns, and the table with the numbers of answers. */
function History({ rounds }: { readonly rounds: readonly SurveyResult[] }) {
  const { i18n, now } = useApp();
  const { t, formats, lang } = i18n;
  const questions = new Map(
    rounds.toReversed().flatMap((r) => r.questions.map((q) => [q.id, q.question] as const)),
  );
  const whole = (n: number): string => formats.number(n, { maximumFractionDigits: 1 });
  return [...questions].map(([id, words]) => {
    const asked = rounds.flatMap((round) => {
      const index = round.indices.find(({ question }) => question === id);
      return index ? [{ round, index }] : [];
    });
    const drawn = asked.filter(({ index }) => index.value !== null).toReversed();
    const name = inLanguage(words, lang);
    return (
      <section key={id} class="feedback-part">
        <h3>{name}</h3>
        {drawn.length > 0 && (
          <div class="month-chart">
            <Columns
              most={100}
              columns={drawn.map(({ round, index }) => ({
                key: round.id,
                label: formats.dayKey(round.opensAt),
                value: index.value ?? 0,
              }))}
            />
          </div>
        )}
        <Table caption={name} columns={[t.surveyRound, t.surveyIndex, t.surveyAnswers, t.surveyInvited]}>
          {asked.map(({ round, index }) => (
            <tr key={round.id}>
              <th scope="row">{formats.date(round.opensAt)}</th>
              <td>
                {index.value !== null ? (
                  whole(index.value)
                ) : now.value < round.closesAt ? (
                  <Badge tone="accent">{t.surveyGoesOn}</Badge>
                ) : (
                  t.surveyTooFew({ n: formats.number(round.minimumAnswers) })
                )}
              </td>
              <td>{formats.number(index.of)}</td>
              <td>{formats.number(round.invited)}</td>
            </tr>
          ))}
        </Table>
      </section>
    );
  });
}
