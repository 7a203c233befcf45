import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './virtual-list.css';

/** Rows above and below the ones in sight, so that Tab and the wheel always find one. */
const BEYOND = 6;

/** Props of {@link VirtualList}. */
export interface VirtualListProps {
  readonly ids: readonly string[];
  readonly label: string;
  /** Height of every row, in rem. */
  readonly rowRem: number;
  readonly renderRow: (id: string) => ComponentChildren;
  /** This one is kept in sight when it changes. */
  readonly current: string | null;
  /** The end is near: fetch more. */
  readonly onEnd?: (() => void) | undefined;
}

/** A list of any length at the price of what is in sight. */
export function VirtualList({ ids, label, rowRem, renderRow, current, onEnd }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const height = rowRem * rem;
  const first = Math.max(0, Math.floor(view.top / height) - BEYOND);
  const last = Math.min(ids.length, Math.ceil((view.top + view.height) / height) + BEYOND);

  const measure = () => {
    const box = scroller.current;
    if (box) setView({ top: box.scrollTop, height: box.clientHeight });
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
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

  return (
    <div ref={scroller} class="virtual" onScroll={measure}>
      <ul class="virtual-rows" aria-label={label} style={{ blockSize: `${ids.length * rowRem}rem` }}>
        {ids.slice(first, last).map((id, at) => (
          <li
            key={id}
            class="virtual-row"
            aria-setsize={ids.length}
            aria-posinset={first + at + 1}
            style={{ blockSize: `${rowRem}rem`, insetBlockStart: `${(first + at) * rowRem}rem` }}
          >
            {renderRow(id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
