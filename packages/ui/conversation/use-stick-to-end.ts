import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TranscriptItem } from './item.ts';

/** Within this many pixels of the end counts as being there: zoom makes fractions. */
const NEAR = 24;

/**
 * Scrolling of a transcript: it follows new messages only while the reader is at the end or is the one who wrote, keeps what
 * is read in place when earlier messages come in above, and counts what came in unseen below. Put `scroller` and `onScroll` on
 * the element that scrolls. `onAtEnd` is told when the last item, which is in sight at first, is not any more, and when it is again.
 */
export function useStickToEnd(items: readonly TranscriptItem[], onAtEnd?: (atEnd: boolean) => void) {
  const scroller = useRef<HTMLDivElement>(null);
  const [unseen, setUnseen] = useState(0);
  const seen = useRef({ atEnd: true, height: 0, first: items[0]?.key, last: items.at(-1)?.key });

  const report = useRef(onAtEnd);
  report.current = onAtEnd;
  const come = useCallback((atEnd: boolean) => {
    if (atEnd) setUnseen(0);
    if (seen.current.atEnd === atEnd) return;
    seen.current.atEnd = atEnd;
    report.current?.(atEnd);
  }, []);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    come(true);
  }, [come]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { atEnd, height, first, last } = seen.current;
    const lastIndex = items.findLastIndex((item) => item.key === last);
    const added = lastIndex < 0 ? 0 : items.length - 1 - lastIndex;
    const newest = items.at(-1);
    if (atEnd || (added > 0 && newest?.side === 'own')) toEnd();
    else {
      if (first !== items[0]?.key) box.scrollTop += box.scrollHeight - height;
      if (added > 0) setUnseen((n) => n + added);
    }
    Object.assign(seen.current, { height: box.scrollHeight, first: items[0]?.key, last: newest?.key });
  }, [items, toEnd]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    // The on-screen keyboard or a growing composer takes height, and a picture comes after its message: the end stays in sight.
    const watch = new ResizeObserver(() => {
      if (seen.current.atEnd) box.scrollTop = box.scrollHeight;
    });
    watch.observe(box);
    if (box.lastElementChild) watch.observe(box.lastElementChild);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    come(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR);
  };
  return { scroller, unseen, toEnd, onScroll };
}
