import type { StatDimension, StatReport, StatRow } from '@lotsa/protocol';
import { SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Table } from '../tables/table.tsx';
import { Columns } from './columns.tsx';
import { figureName, figureText } from './figure-text.ts';
import { periodName, rowName } from './row-name.ts';

const DIMENSIONS: readonly StatDimension[] = ['channel', 'topic', 'department', 'board', 'language', 'hour'];

/** Contacts over time, as columns and as a table. */
export function OverTime({ series }: { readonly series: readonly StatRow[] }) {
  const { t, lang } = useApp().i18n;
  const most = Math.max(0, ...series.map(({ contacts }) => contacts));
  const columns = series.map(({ key, contacts }) => ({
    key,
    label: periodName(key, lang, 'short'),
    value: contacts,
  }));
  return (
    <section class="stat-part">
      <h3>{t.statOverTime}</h3>
      <Columns columns={columns} most={most} />
      <details>
        <summary>{t.statTable}</summary>
        <Rows
          caption={t.statOverTime}
          head={t.statWhen}
          rows={series}
          name={(key) => periodName(key, lang, 'long')}
        />
      </details>
    </section>
  );
}

/** Contacts told apart along what one chooses: a table with the shares drawn beside their numbers. */
export function Breakdown({ by }: { readonly by: StatReport['by'] }) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const [dimension, setDimension] = useState<StatDimension>('department');
  const name = (key: string) => rowName(dimension, key, state.value.directory, i18n);
  return (
    <section class="stat-part" aria-label={t.statBreakdown}>
      <SelectField
        label={t.statBreakdown}
        value={dimension}
        onValue={(value) => setDimension(DIMENSIONS.find((each) => each === value) ?? 'department')}
        options={DIMENSIONS.map((value) => ({ value, label: t[`statBy_${value}`] }))}
      />
      <Rows
        caption={t[`statBy_${dimension}`]}
        head={t[`statBy_${dimension}`]}
        rows={by[dimension]}
        name={name}
      />
    </section>
  );
}

interface RowsProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly StatRow[];
  readonly name: (key: string) => string;
}

function Rows({ caption, head, rows, name }: RowsProps) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const all = rows.reduce((sum, { contacts }) => sum + contacts, 0);
  const figures = ['contacts', 'answerRate', 'medianWait', 'solveRate'] as const;
  return (
    <Table caption={caption} columns={[head, t.statShare, ...figures.map((id) => figureName(id, i18n))]}>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">{name(row.key)}</th>
          <td>
            <svg class="stat-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="stat-bar-all" width="100" height="8" />
              <rect class="stat-bar-part" width={all === 0 ? 0 : (100 * row.contacts) / all} height="8" />
            </svg>
            {all === 0 ? '–' : formats.number(row.contacts / all, { style: 'percent' })}
          </td>
          {figures.map((id) => (
            <td key={id}>{figureText(id, row[id], i18n)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
