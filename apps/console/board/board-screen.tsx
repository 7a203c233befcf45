import type { Board } from '@lotsa/protocol';
import { Button, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Failed } from '../fetching/failed.tsx';
import { duration, urgency } from '../lists/duration.ts';
import { BoardAgents } from './board-agents.tsx';
import { BoardToday } from './board-today.tsx';
import './board.css';

/** The contact centre as it is now, for its managers: who waits, who is there, how the day has gone. */
export function BoardScreen() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const [failed, setFailed] = useState(false);
  const { board } = state.value;

  const watch = () => {
    setFailed(false);
    void staff.watchBoard().then((answer) => setFailed(!answer.ok));
  };
  useEffect(() => {
    watch();
    return () => void staff.leaveBoard();
    // oxlint-disable-next-line react/exhaustive-deps -- watched for as long as it is on the screen
  }, [staff]);

  if (!board && failed) {
    return <Failed title={t.boardFailed} onAgain={watch} />;
  }
  return (
    <article class="board" aria-labelledby="board-title" aria-busy={!board}>
      <header class="board-head">
        <h2 id="board-title" tabIndex={-1}>
          {t.board}
        </h2>
        {board && <p>{t.boardLive({ when: i18n.formats.time(board.at) })}</p>}
      </header>
      {board ? (
        <>
          <Now board={board} />
          <div class="board-parts">
            <BoardAgents board={board} />
            <BoardToday figures={board.today} />
          </div>
        </>
      ) : (
        <>
          <Skeleton lines={3} />
          <Skeleton lines={6} />
        </>
      )}
    </article>
  );
}

/** The figures that tell whether one has to act. */
function Now({ board }: { readonly board: Board }) {
  const { i18n, now, box, route } = useApp();
  const { t, formats } = i18n;
  const { waiting, waitingSince, active, overdue, overdueCases } = board;
  const waited = waitingSince === null ? null : now.value - waitingSince;
  const show = (name: 'queue' | 'all' | 'overdue') => () => {
    box.value = name;
    route.open(null);
  };
  return (
    <ul class="board-now">
      <Tile label={t.boardWaiting} value={formats.number(waiting)} onShow={show('queue')} />
      <Tile
        label={t.boardLongest}
        value={waited === null ? '–' : duration(waited, t)}
        hint={waited === null ? t.boardNobody : urgency(waited) === 'now' ? t.badgeWaitsLong : undefined}
        urgent={waited !== null && urgency(waited) === 'now'}
        onShow={show('queue')}
      />
      <Tile label={t.boardActive} value={formats.number(active)} onShow={show('all')} />
      <Tile
        label={t.boardOverdue}
        value={formats.number(overdue)}
        urgent={overdue > 0}
        onShow={show('overdue')}
      />
      <Tile
        label={t.casesOverdue}
        value={formats.number(overdueCases)}
        urgent={overdueCases > 0}
        onShow={() => route.openCases(null)}
      />
    </ul>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly onShow: () => void;
}

function Tile({ label, value, hint, urgent, onShow }: TileProps) {
  const { t } = useApp().i18n;
  return (
    <li class="board-tile" data-urgent={urgent || undefined}>
      <span class="board-label">{label}</span>
      <strong class="board-value">{value}</strong>
      {hint && <span class="board-hint">{hint}</span>}
      <Button variant="quiet" aria-label={`${t.boardShow}: ${label}`} onClick={onShow}>
        {t.boardShow}
      </Button>
    </li>
  );
}
