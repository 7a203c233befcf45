import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import './virtual-list.css';

/** Rows above and below the ones in sight, so that Tab and the wheel always find one. */
const BEYOND = 6;

/** Props of {@link VirtualList}. */
export interface VirtualListProps {
  readonly ids: readonly string[];
  readonly label: string;
  /** Height of every row, in rem. */
  readonly rowRem: number;
  /** A component that is drawn again only when its props or signals change: it is asked for with every row that comes into sight. */
  readonly renderRow: (id: string) => ComponentChildren;
  /** This one is kept in sight when it changes. */
  readonly current: string | null;
  /** The end is near: fetch more. */
  readonly onEnd?: (() => void) | undefined;
}

const rowOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('.virtual-row')?.dataset['id'] ?? null) : null;

/** A list of any length at the price of what is in sight. */
export function VirtualList({ ids, label, rowRem, renderRow, current, onEnd }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rem = useMemo(() => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, []);
  const height = rowRem * rem;
  /** The rows that are in sight: the first one, and the one behind the last. */
  const [sight, setSight] = useState({ from: 0, to: Math.ceil(800 / height) });
  const first = Math.max(0, sight.from - BEYOND);
  const last = Math.min(ids.length, sight.to + BEYOND);
  /**
   * The row that has the focus stays when it goes out of sight, between its neighbours: by Tab one goes on from there, and not
   * from the beginning of the page (WCAG 2.4.3).
   */
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = focused === null ? -1 : ids.indexOf(focused);
  const measure = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const from = Math.floor(box.scrollTop / height);
    const to = Math.ceil((box.scrollTop + box.clientHeight) / height);
    setSight((was) => (was.from === from && was.to === to ? was : { from, to }));
  }, [height]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [measure]);
  useLayoutEffect(() => {
    if (onEnd && last >= ids.length) onEnd();
  }, [onEnd, last, ids.length]);
  useLayoutEffect(() => {
    const box = scroller.current;
    const at = current === null ? -1 : ids.indexOf(current);
    if (!box || at < 0) return;
    const top = at * height;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
    // Only when another one is opened: a list that moves by itself must not move the reader.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [current]);

  const isAway = (at: number): boolean => at < first || at >= last;
  const away = (focusedAt < 0 ? [] : [focusedAt - 1, focusedAt, focusedAt + 1]).filter(
    (at) => at >= 0 && at < ids.length && isAway(at),
  );
  const inSight = Array.from({ length: last - first }, (_, i) => first + i);
  // In one array: a row that goes out of sight stays the element that it was.
  const drawn = [...away, ...inSight].toSorted((a, b) => a - b);

  return (
    <div
      ref={scroller}
      class="virtual"
      onScroll={measure}
      onFocusIn={({ target }) => setFocused(rowOf(target))}
      onFocusOut={({ target, relatedTarget }) => {
        // A window that goes to the background comes back to where the focus was.
        if (document.activeElement !== target) setFocused(rowOf(relatedTarget));
      }}
    >
      <ul
        class="virtual-rows"
        aria-label={label}
        style={{
          '--row': `${rowRem}rem`,
          blockSize: `${ids.length * rowRem}rem`,
          paddingBlockStart: `${first * rowRem}rem`,
        }}
      >
        {drawn.map((at) => {
          const id = ids[at] ?? '';
          return (
            <li
              key={id}
              class="virtual-row"
              data-id={id}
              data-away={isAway(at) || undefined}
              style={isAway(at) ? { insetBlockStart: `${at * rowRem}rem` } : undefined}
              aria-setsize={ids.length}
              aria-posinset={at + 1}
            >
              {renderRow(id)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
