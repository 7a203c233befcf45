import { accessOf, isTarget } from '@lotsa/core';
import { useEffect } from 'preact/hooks';
import { type App, useApp } from '../app-context.ts';
import { openComposerMode, wantsNote } from '../composer/mode.ts';
import { suggestionsFor } from '../context/suggestions-for.ts';
import { errorText } from '../errors/error-text.ts';
import { conversationsIn } from '../lists/box-names.ts';

/**
 * The keyboard of the desk: each is with Alt, so that none is met by writing (WCAG 2.1.4), and told by the key's place, so that
 * it is the same where Alt makes other letters.
 */
export function useShortcuts(): void {
  const app = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (app.dialog.value !== null || document.querySelector('dialog:modal')) return;
      const command = event.key === '?' ? help : COMMANDS[event.code];
      if (!command) return;
      event.preventDefault();
      command(app);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [app]);
}

const help = (app: App): void => {
  app.dialog.value = 'shortcuts';
};

const COMMANDS: Readonly<Record<string, (app: App) => void>> = {
  ArrowUp: (app) => step(app, -1),
  ArrowDown: (app) => step(app, 1),
  KeyN: nextWaiting,
  KeyR: ({ composer }) => composer.focus(),
  KeyA: toggleNote,
  KeyT: take,
  KeyL: (app) => decide(app, 'handoff'),
  KeyC: (app) => decide(app, 'closing'),
  KeyI: insertFirst,
};

const currentId = ({ route }: App): string | null =>
  route.place.value.name === 'desk' ? route.place.value.conversationId : null;

function current(app: App) {
  const id = currentId(app);
  const { conversations, me } = app.state.value;
  const conversation = id === null ? undefined : conversations[id];
  return conversation && me
    ? { conversation, me, access: accessOf({ type: 'staff', user: me }, conversation) }
    : null;
}

function step(app: App, by: 1 | -1): void {
  const ids = conversationsIn(app.state.value, app.box.value);
  const id = currentId(app);
  const at = id === null ? -1 : ids.indexOf(id);
  const to = at < 0 ? ids.at(by > 0 ? 0 : -1) : ids[at + by];
  if (to) app.route.open(to);
}

/** The one of mine that has waited longest for an answer; else the first in the queue. */
function nextWaiting(app: App): void {
  const { boxes, conversations, unread } = app.state.value;
  const id = currentId(app);
  const waits = (other: string) =>
    (unread[other] ?? 0) > 0 || conversations[other]?.excerpt.author === 'visitor';
  const mine = boxes.mine.conversationIds.find((other) => other !== id && waits(other));
  const next = mine ?? boxes.queue.conversationIds.find((other) => other !== id);
  if (!next) return;
  app.box.value = mine ? 'mine' : 'queue';
  app.route.open(next);
}

function toggleNote(app: App): void {
  const at = current(app);
  if (!at || !openComposerMode(at.access, true)) return;
  wantsNote(app.noting, at.conversation.id, !app.noting.value.has(at.conversation.id));
  app.composer.focus();
}

function take(app: App): void {
  const at = current(app);
  if (!at) return;
  const { conversation, me } = at;
  const asked = conversation.handoffs.find((h) => h.state === 'requested' && isTarget(me, h));
  const asking = asked
    ? app.staff.acceptHandoff(conversation.id, asked.id)
    : conversation.status === 'queued'
      ? app.staff.claim(conversation.id)
      : null;
  void asking?.then((answer) => {
    if (!answer.ok) app.toasts.show({ text: errorText(app.i18n, answer.error), tone: 'error' });
  });
}

function decide(app: App, dialog: 'handoff' | 'closing'): void {
  const at = current(app);
  if (!at?.access.decide || (dialog === 'handoff' && at.conversation.ownerType === 'queue')) return;
  app.dialog.value = dialog;
}

function insertFirst(app: App): void {
  const at = current(app);
  const { directory } = app.state.value;
  const [first] = at && directory ? suggestionsFor(directory, at.conversation) : [];
  if (first) app.composer.insert(first.text);
}
