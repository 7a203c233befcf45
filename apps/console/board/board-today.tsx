import type { Figures } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { duration } from '../lists/duration.ts';
import { Table } from '../tables/table.tsx';

/** How the day has gone, as a table whose shares are drawn beside their numbers. */
export function BoardToday({ figures }: { readonly figures: Figures }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const { closed, answered, firstContactSolved, abandoned, medianWait } = figures;
  const rows: readonly (readonly [string, number])[] = [
    [t.boardAnswered, answered],
    [t.boardFirst, firstContactSolved],
    [t.boardAbandoned, abandoned],
  ];
  return (
    <div class="board-part">
      <h3>{t.boardToday}</h3>
      {closed === 0 ? (
        <p class="board-hint">{t.boardNone}</p>
      ) : (
        <Table caption={t.boardToday} columns={[t.boardFigure, t.boardCount, t.boardPart]}>
          <tr>
            <th scope="row">{t.boardClosed}</th>
            <td>{formats.number(closed)}</td>
            <td>–</td>
          </tr>
          {rows.map(([label, n]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{formats.number(n)}</td>
              <td>
                <span class="share">
                  <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="share-all" width="100" height="8" />
                    <rect class="share-part" width={(100 * n) / closed} height="8" />
                  </svg>
                  {formats.number(n / closed, { style: 'percent' })}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {medianWait !== null && (
        <p class="board-median">
          <span class="board-label">{t.boardMedian}</span> <strong>{duration(medianWait, t)}</strong>{' '}
          <span class="board-hint">{t.boardMedianHint}</span>
        </p>
      )}
    </div>
  );
}
