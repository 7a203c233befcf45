import { guarded } from '../loader/guarded.ts';
import type { LauncherElement } from '../loader/handle.ts';
import { emit, tellState } from './events.ts';

/** One launcher of the page, with what this part keeps of it. */
export interface Widget {
  readonly host: LauncherElement;
  readonly site: string;
  readonly shadow: ShadowRoot;
  readonly button: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  /** What the page says of itself, for whoever answers; null for nothing. */
  facts: Record<string, string> | null;
  /** Fetches a token about who is signed in on the page; null when the page says nothing of that. */
  identify: (() => unknown) | null;
  /** The page's colours, as they were given. */
  theme: { accent: string; accentText?: string | undefined } | null;
  /** The page's colours are followed. */
  themed: boolean;
  /** How many of the page's commands have been carried out. */
  done: number;
}

const widgets = new Map<LauncherElement, Widget>();

/** The widget of a launcher; the first time it is taken into care. */
export function widgetOf(host: LauncherElement): Widget {
  const known = widgets.get(host);
  if (known) return known;
  const shadow = host.shadowRoot;
  const button = shadow?.querySelector<HTMLButtonElement>('.l');
  const dialog = shadow?.querySelector('dialog');
  const site = host.data['site'];
  if (!shadow || !button || !dialog || !site) throw new Error('not a launcher of ours');
  const widget: Widget = {
    host,
    site,
    shadow,
    button,
    dialog,
    facts: null,
    identify: null,
    theme: null,
    themed: false,
    done: 0,
  };
  widgets.set(host, widget);
  tellState(widget);
  addEventListener(
    'message',
    guarded((event: MessageEvent<{ lotsa?: string } | null>) => {
      const frame = frameOf(widget);
      if (!frame || event.source !== frame.window || event.origin !== frame.origin) return;
      // The loader tells what the tag says.
      if (event.data?.lotsa !== 'ready') return;
      if (widget.facts || widget.theme) tellPanel(widget);
      if (widget.identify) void tellIdentity(widget);
    }),
  );
  return widget;
}

/** Every widget of the page that has come so far. */
export const allWidgets = (): Iterable<Widget> => widgets.values();

function frameOf({ dialog }: Widget): { window: Window; origin: string } | null {
  const frame = dialog.querySelector('iframe');
  return frame?.contentWindow && frame.src
    ? { window: frame.contentWindow, origin: new URL(frame.src).origin }
    : null;
}

/** Tells the panel, if there is one yet, what the page is about and looks like now. The focus stays where it is. */
export function tellPanel(widget: Widget, identity?: string): void {
  const { host, facts, theme } = widget;
  const frame = frameOf(widget);
  frame?.window.postMessage(
    {
      ...host.data,
      lotsa: 'changed',
      page: location.origin + location.pathname,
      lang: host.data['lang'] ?? document.documentElement.lang,
      facts,
      theme,
      ...(identity !== undefined && { identity }),
    },
    frame.origin,
  );
}

/** Asks the page for a token, each time the panel has begun: one is good for minutes, and the panel is opened when it is. */
export async function tellIdentity(widget: Widget): Promise<void> {
  if (!frameOf(widget)) return;
  try {
    const token = await widget.identify?.();
    tellPanel(widget, typeof token === 'string' ? token : '');
  } catch {
    emit(widget, 'identified', { verified: false, reason: 'unreachable' });
  }
}
