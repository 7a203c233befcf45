import { accessOf, isCentre, isTarget, mayOpenCaseOf } from '@lotsa/core';
import { sectionsFor } from '../admin/sections/index.ts';
import type { App } from '../app-context.ts';
import { openComposerMode, wantsNote } from '../composer/mode.ts';
import { fittingOf } from '../context/fitting.ts';
import { suggestionsFor } from '../context/suggestions-for.ts';
import { toggleSplit } from '../conversation/split.ts';
import { errorText } from '../errors/error-text.ts';
import { gapOriginOf } from '../feedback/gap-origin.ts';
import { boxesOf } from '../lists/box-names.ts';
import type { Texts } from '../locales/index.ts';
import { offersToMe } from '../offers/offers-to.ts';
import { openId } from '../routing/route.ts';
import { WIDE } from './use-media.ts';

/** Something that the keyboard and the palette can do. */
export interface Command {
  /** The key's place (`KeyboardEvent.code`), pressed with Alt; null for the palette alone. */
  readonly code: string | null;
  /** How the key is written. */
  readonly key: string;
  readonly label: (t: Texts) => string;
  /** Whether it can be done now; always when left out. */
  readonly may?: (app: App) => boolean;
  readonly run: (app: App) => void;
}

/** What can be done, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  { code: 'ArrowUp', key: '↑', label: (t) => t.keyPrevious, run: (app) => step(app, -1) },
  { code: 'ArrowDown', key: '↓', label: (t) => t.keyNext, run: (app) => step(app, 1) },
  { code: 'KeyN', key: 'N', label: (t) => t.keyWaiting, run: nextWaiting },
  {
    code: 'KeyR',
    key: 'R',
    label: (t) => t.keyComposer,
    may: (app) => current(app) !== null,
    run: ({ composer }) => composer.focus(),
  },
  { code: 'KeyA', key: 'A', label: (t) => t.keyNote, may: (app) => current(app) !== null, run: toggleNote },
  { code: 'KeyT', key: 'T', label: (t) => t.keyClaim, may: (app) => taking(app) !== null, run: take },
  { code: 'KeyL', key: 'L', label: (t) => t.keyHandOff, may: mayHandOff, run: open('handoff', mayHandOff) },
  { code: 'KeyC', key: 'C', label: (t) => t.keyClose, may: mayDecide, run: open('closing', mayDecide) },
  { code: 'KeyG', key: 'G', label: (t) => t.keyAssign, may: mayAssign, run: open('assign', mayAssign) },
  {
    code: 'KeyI',
    key: 'I',
    label: (t) => t.keyInsert,
    may: (app) => current(app) !== null,
    run: insertFirst,
  },
  {
    code: 'KeyS',
    key: 'S',
    label: (t) => t.keySplit,
    may: (app) => current(app) !== null && matchMedia(WIDE).matches,
    run: toggleSplit,
  },
  { code: 'KeyQ', key: 'Q', label: (t) => t.keyRegister, may: inCentre, run: open('register', inCentre) },
  { code: 'KeyW', key: 'W', label: (t) => t.keyGap, may: mayMarkGap, run: open('webGap', mayMarkGap) },
  { code: null, key: '', label: (t) => t.shiftEnd, may: inCentre, run: open('shift', inCentre) },
  {
    code: null,
    key: '',
    label: (t) => t.board,
    may: ({ state }) => state.value.me?.role === 'manager',
    run: ({ route }) => route.openBoard(),
  },
  {
    code: null,
    key: '',
    label: (t) => t.cases,
    may: ({ state }) => state.value.me !== null && boxesOf(state.value.me.role).length > 0,
    run: ({ route }) => route.openCases(null),
  },
  {
    code: null,
    key: '',
    label: (t) => t.caseCreate,
    may: mayCreateCase,
    run: open('createCase', mayCreateCase),
  },
  {
    code: null,
    key: '',
    label: (t) => t.administration,
    may: ({ state }) => state.value.me !== null && sectionsFor(state.value.me).length > 0,
    run: ({ route }) => route.openAdmin(null),
  },
  { code: null, key: '', label: (t) => t.settings, run: open('settings') },
];

/** A conversation can be given to a colleague: by a manager any open one, by its owner its own (rule R2). */
function mayAssign(app: App): boolean {
  const at = current(app);
  if (!at || at.conversation.status === 'closed') return false;
  const { conversation, me } = at;
  return me.role === 'manager' || (conversation.ownerType === 'agent' && conversation.ownerId === me.id);
}

function open(dialog: NonNullable<App['dialog']['value']>, may: (app: App) => boolean = () => true) {
  return (app: App): void => {
    if (may(app)) app.dialog.value = dialog;
  };
}

function inCentre({ state }: App): boolean {
  const { me } = state.value;
  return me !== null && isCentre(me.role);
}

function mayMarkGap(app: App): boolean {
  return gapOriginOf(app) !== null;
}

function current({ route, state }: App) {
  const id = openId(route);
  const { conversations, me } = state.value;
  const conversation = id === null ? undefined : conversations.get(id);
  return conversation && me
    ? { conversation, me, access: accessOf({ type: 'staff', user: me }, conversation) }
    : null;
}

function mayDecide(app: App): boolean {
  return current(app)?.access.decide === true;
}

function mayCreateCase(app: App): boolean {
  const open = current(app);
  const { me } = app.state.value;
  if (!open || !me || open.conversation.caseNumber !== null || open.conversation.status === 'closed')
    return false;
  const { conversation, access } = open;
  const asked = conversation.handoffs.some(({ id }) =>
    mayOpenCaseOf(conversation, id, { type: 'staff', user: me }),
  );
  return access.decide || asked;
}

function mayHandOff(app: App): boolean {
  return mayDecide(app) && current(app)?.conversation.ownerType !== 'queue';
}

function step({ lists, box, route }: App, by: 1 | -1): void {
  const ids = lists[box.value].value;
  const id = openId(route);
  const at = id === null ? -1 : ids.indexOf(id);
  const to = at < 0 ? ids.at(by > 0 ? 0 : -1) : ids[at + by];
  if (to) route.open(to);
}

/** The one of mine that has waited longest for an answer; else the first in the queue. */
function nextWaiting({ state, route, box }: App): void {
  const { boxes, conversations, unread } = state.value;
  const id = openId(route);
  const waits = (other: string) =>
    (unread[other] ?? 0) > 0 || conversations.get(other)?.excerpt.author === 'visitor';
  const mine = boxes.mine.conversationIds.find((other) => other !== id && waits(other));
  const next = mine ?? boxes.queue.conversationIds.find((other) => other !== id);
  if (!next) return;
  box.value = mine ? 'mine' : 'queue';
  route.open(next);
}

function toggleNote(app: App): void {
  const at = current(app);
  if (!at || !openComposerMode(at.access, true)) return;
  wantsNote(app.noting, at.conversation.id, !app.noting.value.has(at.conversation.id));
  app.composer.focus();
}

/** What can be taken: the hand-off or the question that is open, else what is offered (rule R2). */
function taking(app: App): { id: string; handoffId: string | null } | null {
  const at = current(app);
  const asked = at?.conversation.handoffs.find((h) => h.state === 'requested' && isTarget(at.me, h));
  if (at && asked) return { id: at.conversation.id, handoffId: asked.id };
  if (at?.conversation.status === 'queued' && isCentre(at.me.role))
    return { id: at.conversation.id, handoffId: null };
  const [offer] = offersToMe(app.state.value, app.now.value);
  return offer ? { id: offer.conversation.id, handoffId: null } : null;
}

function take(app: App): void {
  const what = taking(app);
  if (!what) return;
  const { id, handoffId } = what;
  const asking = handoffId === null ? app.staff.claim(id) : app.staff.acceptHandoff(id, handoffId);
  void asking.then((answer) => {
    if (!answer.ok) app.toasts.show({ text: errorText(app.i18n, answer.error), tone: 'error' });
    else app.route.open(id);
  });
}

function insertFirst(app: App): void {
  const at = current(app);
  const { directory } = app.state.value;
  if (!at || !directory) return;
  const { id } = at.conversation;
  const [first] = suggestionsFor(directory, at.conversation, fittingOf(id));
  if (first) app.composer.insert(first.text);
}
