import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const GAP = 4;

/**
 * Shows a popup in the top layer, under its anchor or over it where there is more room, and keeps it there while the page
 * scrolls or resizes. Coordinates are computed because CSS anchor positioning is not in every browser we serve.
 */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  open: boolean,
  align: 'start' | 'end' | 'stretch' = 'start',
): void {
  useLayoutEffect(() => {
    const at = anchor.current;
    const box = popup.current;
    if (!open || !at || !box) return;
    // Without popovers the fixed position alone does almost as well.
    if ('showPopover' in box) {
      box.popover = 'manual';
      box.showPopover();
    }
    const place = () => {
      const { top, bottom, left, right, width } = at.getBoundingClientRect();
      const below = innerHeight - bottom - 2 * GAP;
      const above = top - 2 * GAP;
      const { style } = box;
      style.maxBlockSize = '';
      if (align === 'stretch') style.inlineSize = `${width}px`;
      const under = below >= Math.min(box.offsetHeight, 320) || below >= above;
      style.maxBlockSize = `${under ? below : above}px`;
      style.top = under ? `${bottom + GAP}px` : '';
      style.bottom = under ? '' : `${innerHeight - top + GAP}px`;
      const rightEdge = (getComputedStyle(at).direction === 'rtl') !== (align === 'end');
      const start = rightEdge ? right - box.offsetWidth : left;
      style.left = `${Math.max(GAP, Math.min(start, innerWidth - box.offsetWidth - GAP))}px`;
    };
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [anchor, popup, open, align]);
}
