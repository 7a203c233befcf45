import { answersMonth, MONTH_DEFINITION, pointsOf } from '@lotsa/core';
import type { Compared, DepartmentMonthView } from '@lotsa/protocol';
import { Banner } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { topicName } from '../names/names.ts';
import { Columns } from '../statistics/columns.tsx';
import { Table } from '../tables/table.tsx';
import { AnswerDialog, MonthPoint } from './month-point.tsx';
import { MonthPromises } from './month-promises.tsx';
import '../statistics/statistics.css';

interface MonthViewProps {
  readonly view: DepartmentMonthView;
  readonly onChanged: () => void;
}

/** A department's month: its figures, what was asked most, its answers, and what it promised before. */
export function MonthView({ view, onChanged }: MonthViewProps) {
  const { i18n, state } = useApp();
  const { t, lang } = i18n;
  const { figures, preliminary, demo, answers, earlier } = view;
  const [asking, setAsking] = useState<string | null>(null);
  const answerTo = (point: string) => answers.find((one) => one.point === point);
  const { me } = state.value;
  const mayAnswer = me !== null && !preliminary && answersMonth(me, figures.departmentId);
  return (
    <>
      {preliminary && <Banner tone="info">{t.monthPreliminary}</Banner>}
      {demo && <Banner tone="info">{t.monthDemo}</Banner>}
      <Figures view={view} />
      <Top view={view} />
      {!preliminary && (
        <section class="feedback-part" aria-labelledby="month-points">
          <h3 id="month-points">{t.monthPoints}</h3>
          <ul class="gap-list">
            {pointsOf(figures).map((point) => (
              <MonthPoint
                key={point}
                point={point}
                answer={answerTo(point)}
                mayAnswer={mayAnswer}
                onAsk={() => setAsking(point)}
              />
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && <MonthPromises figures={figures} earlier={earlier} onChanged={onChanged} />}
      <details class="feedback-part">
        <summary>{t.monthHow}</summary>
        <p>{MONTH_DEFINITION[lang]}</p>
      </details>
      {asking !== null && (
        <AnswerDialog
          figures={figures}
          point={asking}
          answer={answerTo(asking)}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

const arrowOf = ({ n, before }: Compared): string => (n > before ? '↑' : n < before ? '↓' : '→');

function Figures({ view: { figures } }: Pick<MonthViewProps, 'view'>) {
  const { t, formats } = useApp().i18n;
  const { contacts, avoidable, late, deviations } = figures;
  const number = (n: number): string => formats.number(n);
  const rows: [name: string, of: Compared, more: string | null][] = [
    [t.monthContacts, contacts, null],
    [
      t.monthAvoidable,
      avoidable,
      t.monthAvoidableText({ guide: number(avoidable.byGuide), gap: number(avoidable.byGap) }),
    ],
    [t.monthLate, late, t.monthLateText({ of: number(late.of) })],
    [
      t.monthDeviations,
      deviations,
      t.monthDeviationsText({ other: number(deviations.otherDepartment), hops: number(deviations.hops) }),
    ],
  ];
  return (
    <dl class="stat-figures">
      {rows.map(([name, of, more]) => (
        <div key={name} class="stat-figure">
          <dt>{name}</dt>
          <dd>
            <strong>{number(of.n)}</strong>
            {more !== null && <span>{more}</span>}
            <span>{t.monthBefore({ n: number(of.before), arrow: arrowOf(of) })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was asked most: columns, with the month before as a line across each, and the table. */
function Top({ view: { figures } }: Pick<MonthViewProps, 'view'>) {
  const { i18n, state } = useApp();
  const { t, formats } = i18n;
  const { top } = figures;
  const name = (topicId: string): string => topicName(state.value.directory, topicId, i18n);
  return (
    <section class="feedback-part">
      <h3>{t.monthTop}</h3>
      {top.length === 0 ? (
        <p class="gap-hint">{t.monthNoTopics}</p>
      ) : (
        <>
          <p class="gap-hint" aria-hidden="true">
            ▨ {t.monthThis} · ▬ {t.monthEarlier}
          </p>
          <div class="month-chart">
            <Columns
              most={Math.max(1, ...top.flatMap(({ n, before }) => [n, before]))}
              columns={top.map(({ topicId, n, before }) => ({
                key: topicId,
                label: shortened(name(topicId)),
                value: n,
                mark: before,
              }))}
            />
          </div>
          <Table caption={t.monthTop} columns={[t.monthTopic, t.monthN, t.monthEarlier, t.monthAvoidableN]}>
            {top.map(({ topicId, n, before, avoidable }) => (
              <tr key={topicId}>
                <th scope="row">{name(topicId)}</th>
                <td>
                  {formats.number(n)} {arrowOf({ n, before })}
                </td>
                <td>{formats.number(before)}</td>
                <td>{formats.number(avoidable)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);
