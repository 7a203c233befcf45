import { guarded } from '../loader/guarded.ts';
import type { Widget } from './widget.ts';

/** What the page is told: `lotsa:<name>` on the launcher's element, from where it bubbles. Nothing a visitor wrote. */
export interface PageEvents {
  ready: object;
  open: object;
  close: object;
  /** Phone and e-mail are shown instead of the chat. */
  unavailable: object;
  unread: { count: number };
  /** The page's colours were looked at; `corrections` is empty when they pass. */
  theme: { corrections: readonly object[] };
  /** What became of the token about the visitor; `reason` is null when it was taken. */
  identified: { verified: boolean; reason: string | null };
  /** A command that was not carried out. */
  refused: { command: string; reason: 'unknown' | 'invalid' };
}

/** Tells the page. */
export function emit<Name extends keyof PageEvents>(
  { host, site }: Widget,
  name: Name,
  detail: PageEvents[Name],
): void {
  host.dispatchEvent(new CustomEvent(`lotsa:${name}`, { bubbles: true, detail: { site, ...detail } }));
}

/** Tells the page from now on that the panel has been opened, closed, or cannot be reached; first, that it may be asked. */
export function tellState(widget: Widget): void {
  const { dialog } = widget;
  let open = false;
  let unavailable = false;
  const look = guarded<unknown>(() => {
    if (open !== dialog.open) {
      open = dialog.open;
      emit(widget, open ? 'open' : 'close', {});
    }
    if (unavailable !== (dialog.className === 'x')) {
      unavailable = !unavailable;
      if (unavailable) emit(widget, 'unavailable', {});
    }
  });
  setTimeout(
    guarded(() => {
      emit(widget, 'ready', {});
      look(0);
    }),
    0,
    0,
  );
  new MutationObserver(look).observe(dialog, { attributeFilter: ['open', 'class'] });
}
