import { EmptyState, iconChat, iconCheck, iconHandOff, iconInbox, type IconPath, Skeleton } from '@lotsa/ui';
import { isCentre } from '@lotsa/core';
import { useComputed } from '@preact/signals';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { AssignDialog } from '../assigning/assign-dialog.tsx';
import { Guarded } from '../errors/guarded.tsx';
import { NARROW, useMedia } from '../shell/use-media.ts';
import { AssignableRow } from './assignable-row.tsx';
import { type BoxName, sourceOf } from './box-names.ts';
import { BOX_PANEL, boxTab } from './box-rail.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { useThrottled } from './use-throttled.ts';
import { VirtualList } from './virtual-list.tsx';
import './list-pane.css';

/** Lines of a row, with their room. */
const ROW_REM = 5.25;

const EMPTY_ICONS: Record<BoxName, IconPath> = {
  queue: iconCheck,
  mine: iconChat,
  overdue: iconCheck,
  handoffs: iconHandOff,
  all: iconInbox,
  closed: iconInbox,
};

/** A list. One of its own for each `name`: what is shown of another must not be seen in it. */
export function ListPane({ name }: { readonly name: BoxName }) {
  const { i18n, state, lists, staff, route } = useApp();
  const [assigning, setAssigning] = useState<string | null>(null);
  const { t } = i18n;
  const { me } = state.value;
  const source = sourceOf(name);
  const ids = useThrottled(lists[name]);
  const shown = useThrottled(useComputed(() => state.value.boxes[source]));
  const { loaded, more } = shown;
  const place = route.place.value;
  const current = place.name === 'desk' ? place.conversationId : null;

  useEffect(() => {
    if (!loaded) void staff.loadBox(source);
  }, [staff, source, loaded]);
  const loadMore = useCallback(
    () => void staff.loadMore(source),
    // Anew with each page: a list that is picked out of another one may not have grown by it.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [staff, source, shown],
  );

  /** On a small screen it is all there is. */
  const alone = useMedia(NARROW) && current === null;

  const centre = me !== null && isCentre(me.role);
  const empty: Record<BoxName, readonly [title: string, text?: string]> = {
    queue: [t.emptyQueue, t.emptyQueueText],
    mine: [t.emptyMine, centre ? t.emptyMineText : t.emptyMineSpecialist],
    overdue: [t.emptyOverdue, t.emptyOverdueText],
    handoffs: [t.emptyHandoffs, centre ? t.emptyHandoffsCentre : t.emptyHandoffsText],
    all: [t.emptyAll],
    closed: [t.emptyClosed],
  };
  const [title, text] = empty[name];
  const assignable = me?.role === 'manager' && (name === 'overdue' || name === 'queue' || name === 'all');
  const renderRow = useCallback(
    (id: string) =>
      assignable ? (
        <AssignableRow id={id} box={name} current={id === current} onAssign={setAssigning} />
      ) : (
        <ConversationRow id={id} box={name} current={id === current} />
      ),
    [assignable, name, current],
  );
  const toAssign = assigning === null ? undefined : state.value.conversations.get(assigning);

  return (
    <section class="list-pane" role={alone ? 'main' : undefined} aria-label={t[name]}>
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
        <Guarded of={name}>
          {ids.length > 0 ? (
            <VirtualList
              ids={ids}
              label={t[name]}
              rowRem={ROW_REM}
              current={current}
              renderRow={renderRow}
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
        </Guarded>
      </div>
      {toAssign && <AssignDialog conversation={toAssign} onClose={() => setAssigning(null)} />}
    </section>
  );
}
