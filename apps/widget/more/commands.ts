import type { Commands } from '../loader/handle.ts';
import { emit } from './events.ts';
import { factsOf } from './facts.ts';
import { allWidgets, tellIdentity, tellPanel, type Widget } from './widget.ts';

/** Commands that are kept for widgets that come later; a page may give any number of them. */
const KEPT = 200;
const SLUG = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/;

/** A signed token (RFC 7515, 7.1). */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

type Listener = (detail: object) => void;
type Queue = ArrayLike<unknown>[] & { gone?: number };

/** Carries out what the page has asked of a widget since the last time. */
export function runCommands(widget: Widget): void {
  const queue: Queue | undefined = (window as { lotsa?: Commands }).lotsa?.q;
  if (!queue) return;
  for (; widget.done < queue.length + (queue.gone ?? 0); widget.done += 1) {
    const command = queue[widget.done - (queue.gone ?? 0)];
    if (command) run(widget, command);
  }
  const seen = Math.min(...[...allWidgets()].map(({ done }) => done)) - (queue.gone ?? 0);
  const away = Math.min(seen, queue.length - KEPT);
  if (away <= 0) return;
  queue.splice(0, away);
  queue.gone = (queue.gone ?? 0) + away;
}

/** `open` is for every widget of the page, `library:open` for that of the site `library`. */
function run(widget: Widget, command: ArrayLike<unknown>): void {
  const [, site, name = ''] = /^(?:([^:]+):)?(.*)$/.exec(String(command[0])) ?? [];
  if (site !== undefined && site !== widget.site) return;
  const refuse = (reason: 'unknown' | 'invalid') => emit(widget, 'refused', { command: name, reason });
  try {
    const does: Does | undefined = Object.hasOwn(COMMANDS, name)
      ? COMMANDS[name as keyof typeof COMMANDS]
      : undefined;
    if (!does) refuse('unknown');
    else if (does(widget, command[1], command[2]) === false) refuse('invalid');
  } catch {
    refuse('invalid');
  }
}

/** An attribute of the tag from now on; null or nothing takes it away. @returns whether it may have that value. */
function set({ host }: Widget, name: string, value: unknown, shape: RegExp): boolean {
  if (value === null || value === undefined) delete host.data[name];
  else if (typeof value === 'string' && shape.test(value)) host.data[name] = value;
  else return false;
  return true;
}

/** Answers false to what it does not understand. */
type Does = (widget: Widget, one: unknown, other: unknown) => unknown;

const COMMANDS = {
  open({ dialog, button }: Widget) {
    if (!dialog.open) button.click();
  },
  close({ dialog }: Widget) {
    if (dialog.open) dialog.close();
  },
  /** The launcher is there, or it is not; `open` works all the same. */
  show({ host }: Widget) {
    delete host.data['hidden'];
    host.show();
  },
  hide({ host, dialog }: Widget) {
    if (dialog.open) dialog.close();
    host.data['hidden'] = '';
    host.show();
  },
  setLanguage(widget: Widget, tag: unknown) {
    if (!set(widget, 'lang', tag, LANGUAGE)) return false;
    widget.host.show();
    tellPanel(widget);
  },
  setTopic(widget: Widget, topic: unknown, department: unknown) {
    if (!set(widget, 'topic', topic, SLUG) || !set(widget, 'department', department, SLUG)) return false;
    tellPanel(widget);
  },
  setContext(widget: Widget, given: unknown) {
    const facts = given === null || given === undefined ? {} : factsOf(given);
    if (!facts) return false;
    widget.facts = facts;
    tellPanel(widget);
  },
  /** A token, or what fetches one each time the panel begins; null for nobody. */
  identify(widget: Widget, given: unknown) {
    if (typeof given === 'function') widget.identify = () => (given as () => unknown)();
    else if (given === null || (typeof given === 'string' && TOKEN.test(given)))
      widget.identify = () => given;
    else return false;
    void tellIdentity(widget);
  },
  on(widget: Widget, name: unknown, listener: unknown) {
    if (typeof listener !== 'function' || typeof name !== 'string') return false;
    const heard = listener as Listener;
    const listening = (event: Event): void => heard((event as CustomEvent<object>).detail);
    listeners.push({ widget, name, heard, listening });
    widget.host.addEventListener(`lotsa:${name}`, listening);
    // Who comes late is told at once that there is a widget, and that it is open.
    if (name === 'ready' || (name === 'open' && widget.dialog.open)) {
      // What it throws is the page's own.
      setTimeout(heard, 0, { site: widget.site });
    }
  },
  /** That listener, or all listeners of the event. */
  off(widget: Widget, name: unknown, listener: unknown) {
    for (const one of listeners) {
      if (one.widget !== widget || one.name !== name || (listener && one.heard !== listener)) continue;
      widget.host.removeEventListener(`lotsa:${one.name}`, one.listening);
    }
    listeners = listeners.filter(
      (one) => one.widget !== widget || one.name !== name || (listener && one.heard !== listener),
    );
  },
} satisfies Record<string, Does>;

/** Listeners that the page has added by `on`. */
let listeners: { widget: Widget; name: string; heard: Listener; listening: (event: Event) => void }[] = [];
