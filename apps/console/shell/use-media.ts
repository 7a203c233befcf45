import { useEffect, useState } from 'preact/hooks';

/** Widths under which one pane shows at a time; the style sheets say the same. */
export const NARROW = '(width < 48rem)';
/** Widths at which two conversations fit beside each other. */
export const WIDE = '(width >= 90rem)';

/** Whether a media query holds, now and as the window changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setHolds(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return holds;
}
