import {
  CountBadge,
  Icon,
  iconAlert,
  iconCalendar,
  iconChart,
  iconCheck,
  iconChat,
  iconClock,
  iconFile,
  iconHandOff,
  iconInbox,
  iconSettings,
  type IconPath,
} from '@lotsa/ui';
import { reviewsDue } from '../admin/review.ts';
import { useApp } from '../app-context.ts';
import { RailLink } from './rail-link.tsx';
import { NARROW } from '../shell/use-media.ts';
import { boxesOf, type BoxName, unreadInMine } from './box-names.ts';
import { adminAddress, BOARD, casesAddress, WEEK } from '../routing/route.ts';
import './box-rail.css';

const ICONS: Record<BoxName, IconPath> = {
  overdue: iconAlert,
  queue: iconClock,
  mine: iconChat,
  handoffs: iconHandOff,
  all: iconInbox,
  closed: iconCheck,
};

/** Id of the list that the tabs steer. */
export const BOX_PANEL = 'box-panel';
/** Id of a tab. */
export const boxTab = (box: BoxName): string => `box-${box}`;

interface BoxRailProps {
  readonly role: Parameters<typeof boxesOf>[0];
  /** The administration is open; null for those who have none. */
  readonly onAdmin: boolean | null;
}

/** The lists to choose from, as tabs beside the list; along the top edge on a small screen. */
export function BoxRail({ role, onAdmin }: BoxRailProps) {
  const { i18n, state, box, route, pace } = useApp();
  const { t } = i18n;
  const boxes = boxesOf(role);
  const due = onAdmin === null ? 0 : reviewsDue(state.value, pace.value);
  const onBoard = route.place.value.name === 'board';
  const onWeek = route.place.value.name === 'week';
  const onCases = route.place.value.name === 'cases';
  const onRecord = route.place.value.name === 'records';
  const onScreen = onBoard || onWeek || onCases || onRecord || onAdmin === true;

  const choose = (name: BoxName) => {
    box.value = name;
    if (onScreen) route.open(null);
  };
  const step = (event: KeyboardEvent) => {
    const now = boxes.indexOf(box.value);
    const ahead = i18n.dir === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      ArrowRight: now + ahead,
      ArrowLeft: now - ahead,
      Home: 0,
      End: -1,
    };
    // With Alt the arrows go through the conversations.
    const next = event.altKey ? undefined : steps[event.key];
    const to = next === undefined ? undefined : boxes.at(next % boxes.length);
    if (!to) return;
    event.preventDefault();
    choose(to);
    document.getElementById(boxTab(to))?.focus();
  };

  return (
    <nav class="rail" aria-label={t.lists}>
      {boxes.length > 0 && (
        <div role="tablist" aria-label={t.lists} aria-orientation="vertical" onKeyDown={step}>
          {boxes.map((name) => (
            <button
              key={name}
              id={boxTab(name)}
              type="button"
              role="tab"
              class="rail-tab"
              aria-selected={box.value === name && !onScreen}
              aria-controls={box.value === name && !onScreen ? BOX_PANEL : undefined}
              tabIndex={box.value === name ? 0 : -1}
              onClick={() => {
                choose(name);
                // On a small screen the list is under the conversation.
                if (matchMedia(NARROW).matches) route.open(null);
              }}
            >
              <span class="rail-icon">
                <Icon of={ICONS[name]} />
                <BoxBadge name={name} />
              </span>
              {t[name]}
            </button>
          ))}
        </div>
      )}
      {boxes.length > 0 && (
        <RailLink
          icon={iconFile}
          label={t.cases}
          href={casesAddress(null)}
          current={onCases}
          onOpen={() => route.openCases(null)}
        />
      )}
      {role === 'manager' && (
        <RailLink icon={iconChart} label={t.board} href={BOARD} current={onBoard} onOpen={route.openBoard} />
      )}
      {role === 'specialist' && (
        <RailLink icon={iconCalendar} label={t.week} href={WEEK} current={onWeek} onOpen={route.openWeek} />
      )}
      {onAdmin !== null && (
        <RailLink
          icon={iconSettings}
          label={t.administration}
          href={adminAddress(null, null)}
          current={onAdmin}
          badge={<CountBadge n={due} label={t.reviewsDue({ n: due })} />}
          onOpen={() => route.openAdmin(null)}
        />
      )}
    </nav>
  );
}

/** What waits in a list. A component of its own: the lists change with every message, and the tabs do not. */
function BoxBadge({ name }: { readonly name: BoxName }) {
  const { i18n, state, lists } = useApp();
  const { t } = i18n;
  if (name === 'all' || name === 'closed') return null;
  if (name === 'mine') {
    const n = unreadInMine(state.value);
    return <CountBadge n={n} label={t.unread({ n })} tone="danger" />;
  }
  const n = lists[name].value.length;
  if (name === 'overdue') return <CountBadge n={n} label={t.inList({ n })} tone="danger" />;
  // More than have been fetched: "50+".
  return state.value.boxes[name].more ? (
    <CountBadge n={n + 1} max={n} label={t.moreThan({ n })} />
  ) : (
    <CountBadge n={n} label={t.inList({ n })} />
  );
}
