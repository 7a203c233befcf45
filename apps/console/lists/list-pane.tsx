import { EmptyState, iconChat, iconCheck, iconHandOff, iconInbox, type IconPath, Skeleton } from '@lotsa/ui';
import { isCentre } from '@lotsa/core';
import { useCallback, useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { type BoxName, conversationsIn } from './box-names.ts';
import { BOX_PANEL, boxTab } from './box-rail.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { VirtualList } from './virtual-list.tsx';
import './list-pane.css';

/** Lines of a row, with their room. */
const ROW_REM = 5.25;

const EMPTY_ICONS: Record<BoxName, IconPath> = {
  queue: iconCheck,
  mine: iconChat,
  handoffs: iconHandOff,
  all: iconInbox,
  closed: iconInbox,
};

/** The list that was chosen. */
export function ListPane() {
  const { i18n, state, box, staff, route } = useApp();
  const { t } = i18n;
  const name = box.value;
  const { me, boxes } = state.value;
  const ids = conversationsIn(state.value, name);
  const { loaded, more } = boxes[name];
  const place = route.place.value;
  const current = place.name === 'desk' ? place.conversationId : null;

  useEffect(() => {
    if (!loaded) void staff.loadBox(name);
  }, [staff, name, loaded]);
  const loadMore = useCallback(() => void staff.loadMore(name), [staff, name]);

  const centre = me !== null && isCentre(me.role);
  const empty: Record<BoxName, readonly [title: string, text?: string]> = {
    queue: [t.emptyQueue, t.emptyQueueText],
    mine: [t.emptyMine, centre ? t.emptyMineText : t.emptyMineSpecialist],
    handoffs: [t.emptyHandoffs, centre ? t.emptyHandoffsCentre : t.emptyHandoffsText],
    all: [t.emptyAll],
    closed: [t.emptyClosed],
  };
  const [title, text] = empty[name];

  return (
    <section class="list-pane" aria-label={t[name]}>
      <div
        class="list-panel"
        id={BOX_PANEL}
        role="tabpanel"
        aria-labelledby={boxTab(name)}
        aria-busy={!loaded}
        tabIndex={-1}
      >
        <div class="list-head">
          <h2>{t[name]}</h2>
          {loaded && (
            <span class="list-count">
              {i18n.formats.number(ids.length)}
              {more && '+'}
            </span>
          )}
        </div>
        {ids.length > 0 ? (
          <VirtualList
            key={name}
            ids={ids}
            label={t[name]}
            rowRem={ROW_REM}
            current={current}
            renderRow={(id) => <ConversationRow id={id} box={name} current={id === current} />}
            onEnd={more ? loadMore : undefined}
          />
        ) : loaded ? (
          <EmptyState icon={EMPTY_ICONS[name]} title={title}>
            {text}
          </EmptyState>
        ) : (
          <div class="list-skeleton">
            <Skeleton lines={3} />
            <Skeleton lines={3} />
            <Skeleton lines={3} />
          </div>
        )}
      </div>
    </section>
  );
}
