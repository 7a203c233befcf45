import type { Board, BoardAgent } from '@lotsa/protocol';
import { EmptyState, iconUsers, StatusDot } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { Table } from '../tables/table.tsx';
import { statusText } from './status-text.ts';

/** Who is there, and how much each has. */
export function BoardAgents({ board }: { readonly board: Board }) {
  const { i18n } = useApp();
  const { t, lang } = i18n;
  const agents = board.agents.toSorted((a, b) => a.name.localeCompare(b.name, lang, { numeric: true }));
  const free = freePlaces(agents);
  return (
    <div class="board-part">
      <h3>{t.boardAgents}</h3>
      {agents.length === 0 ? (
        <EmptyState icon={iconUsers} title={t.boardNoAgents}>
          {t.boardNoAgentsText}
        </EmptyState>
      ) : (
        <>
          <p class="board-hint">{t.boardFree({ n: free })}</p>
          <Table caption={t.boardAgents} columns={[t.boardAgent, t.boardStatus, t.boardLoad]}>
            {agents.map((agent) => (
              <tr key={agent.id}>
                <th scope="row">{agent.name}</th>
                <td>
                  <StatusDot status={agent.availability}>{statusText(agent, i18n)}</StatusDot>
                </td>
                <td>
                  <Load load={agent.load} capacity={agent.capacity} />
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </div>
  );
}

/** How many more conversations the available ones can take. */
export const freePlaces = (agents: readonly BoardAgent[]): number =>
  agents
    .filter(({ availability }) => availability === 'available')
    .reduce((sum, { load, capacity }) => sum + Math.max(0, capacity - load), 0);

/** One box for each place: filled ones are taken. More than the capacity stands out by a border of its own. */
function Load({ load, capacity }: { readonly load: number; readonly capacity: number }) {
  const { t } = useApp().i18n;
  return (
    <span class="load">
      <span class="load-places" aria-hidden="true">
        {Array.from({ length: Math.max(load, capacity) }, (_, at) => (
          <span key={at} data-taken={at < load || undefined} data-over={at >= capacity || undefined} />
        ))}
      </span>
      {t.boardLoadOf({ n: load, of: capacity })}
    </span>
  );
}
