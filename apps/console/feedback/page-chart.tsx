import '../statistics/statistics.css';
import type { PageQuestions, PageWeek } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { Columns } from '../statistics/columns.tsx';
import { periodName } from '../statistics/row-name.ts';
import { Table } from '../tables/table.tsx';

/** The day after it was mended begins the first week, which is told when it is over. */
const FIRST_WEEK_MS = 8 * 86_400_000;

/** Questions from a page week by week, before it was mended and after, as columns and as a table. */
export function PageChart({
  questions,
  mendedAt,
}: {
  readonly questions: PageQuestions;
  /** Null of a gap that is open. */
  readonly mendedAt: number | null;
}) {
  const { t, formats, lang } = useApp().i18n;
  const { before, after, meanBefore, meanAfter } = questions;
  const parts: [name: string, weeks: readonly PageWeek[], mean: number | null][] =
    mendedAt !== null
      ? [
          [t.gapQuestionsBefore, before, meanBefore],
          [t.gapQuestionsAfter, after, meanAfter],
        ]
      : [[t.gapQuestionsNow, before, meanBefore]];
  const most = Math.max(1, ...[...before, ...after].map((week) => week.questions));
  return (
    <section class="feedback-part">
      <h3>{t.gapQuestions}</h3>
      <div class="gap-charts">
        {parts.map(([name, weeks, mean]) => (
          <figure key={name}>
            <figcaption>
              <strong>{name}</strong>
              {mean !== null && (
                <span>{t.gapMean({ n: formats.number(mean, { maximumFractionDigits: 1 }) })}</span>
              )}
            </figcaption>
            {mendedAt !== null && weeks === after && mean === null && (
              <p class="gap-hint">
                {t.gapQuestionsWait({
                  since: formats.date(mendedAt),
                  until: formats.date(mendedAt + FIRST_WEEK_MS),
                })}
              </p>
            )}
            {weeks.length > 0 && (
              <Columns
                most={most}
                columns={weeks.map(({ from, questions: n }) => ({
                  key: from,
                  label: periodName(from, lang, 'short'),
                  value: n,
                }))}
              />
            )}
          </figure>
        ))}
      </div>
      <details>
        <summary>{t.gapTable}</summary>
        <Table caption={t.gapQuestions} columns={[t.gapWhen, t.gapWeek, t.gapCount]}>
          {parts.flatMap(([name, weeks]) =>
            weeks.map(({ from, questions: n }) => (
              <tr key={from}>
                <td>{name}</td>
                <th scope="row">{periodName(from, lang, 'long')}</th>
                <td>{formats.number(n)}</td>
              </tr>
            )),
          )}
        </Table>
        <p class="gap-hint">{t.gapQuestionsHow}</p>
      </details>
    </section>
  );
}
