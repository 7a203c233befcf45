import type { WebGap, WebGapState } from '@lotsa/protocol';
import type { Tone } from '@lotsa/ui';
import type { ConsoleI18n, Texts } from '../locales/index.ts';

/** How grave a state looks. */
export const GAP_TONE = {
  new: 'warn',
  inWork: 'accent',
  mended: 'ok',
  declined: 'neutral',
} as const satisfies Record<WebGapState, Tone>;

/** What a gap is called in a list. */
export const gapTitle = (
  { missing, title, words }: Pick<WebGap, 'missing' | 'title' | 'words'>,
  t: Texts,
): string => missing || title || t.gapSearched({ query: words[0] ?? '' });

/** How it came, and when. */
export function gapFrom({ source, by, count, at, log }: WebGap, { t, formats }: ConsoleI18n): string {
  const when = formats.dayTime(log.findLast((entry) => entry.by === null)?.at ?? at);
  return source === 'staff'
    ? t.gapFrom_staff({ who: by?.name ?? '', when })
    : t[`gapFrom_${source}`]({ n: count, when });
}
