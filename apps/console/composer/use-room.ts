import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Says how high the composer is, in `--composer-size` of the page: toasts keep clear of it where there is one pane. */
export function useRoom(composer: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      // Nothing while another pane is in its place.
      style.setProperty('--composer-size', `${composer.current?.offsetHeight ?? 0}px`);
    });
    if (composer.current) observer.observe(composer.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--composer-size');
    };
  }, [composer]);
}
