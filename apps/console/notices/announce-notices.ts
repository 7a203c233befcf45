import type { Notice } from '@lotsa/client';
import type { Toasts } from '@lotsa/ui';
import { effect, untracked } from '@preact/signals';
import type { App } from '../app-context.ts';
import { targetName, topicName } from '../names/names.ts';
import { beep } from './beep.ts';

/** Tells of what happens: a toast or a word for who is here, and by choice a sound and a desktop notice for who is not. */
export function announceNotices(app: App): void {
  const { staff, announcer, preferences, route } = app;
  const shown = createNoticeToasts(app);
  staff.onNotice((notice) => {
    const { i18n } = app;
    const { t } = i18n;
    // Where the relay asks somebody, the others need not look up.
    if (notice.type === 'queued' && isOffered(app, notice.conversationId)) return;
    const { sound, desktop } = preferences.choices.value;
    const place = route.place.value;
    const open = { label: t.open, onSelect: () => route.open(notice.conversationId) };
    const inView =
      place.name === 'desk' && place.conversationId === notice.conversationId && document.hasFocus();
    if (sound && !inView) beep();
    if (desktop && !document.hasFocus()) showOnDesktop(app, notice);
    const { directory, conversations } = app.state.value;
    const topic = topicName(directory, conversations.get(notice.conversationId)?.topicId ?? null, i18n);
    switch (notice.type) {
      case 'queued':
        // The queue's badge counts them; one toast for the last is enough.
        shown.replace('queue', { text: t.noticeQueued({ topic }), tone: 'info' });
        return;
      case 'addressed':
        if (inView) announcer.polite(t.noticeAddressed(notice));
        else
          shown.replace(notice.conversationId, {
            text: t.noticeAddressed(notice),
            tone: 'info',
            action: open,
          });
        return;
      case 'offered':
        // The offer stands on the screen, is said and rings: a toast would be the same again.
        return;
      case 'offerMissed':
        shown.replace(notice.conversationId, { text: t.offerMissed({ topic }), tone: 'error' });
        return;
      case 'assigned':
        shown.replace(notice.conversationId, {
          text: t.noticeAssigned({ topic }),
          tone: 'info',
          action: open,
        });
        return;
      case 'message':
        // The open conversation's log says its own messages.
        if (!inView) announcer.polite(t.newFrom({ topic }));
        return;
      case 'handoff':
        // Where it is open, its own notice says the same and more.
        if (inView) announcer.polite(handoffText(app, notice));
        else
          shown.replace(notice.conversationId, {
            text: handoffText(app, notice),
            tone: 'info',
            action: open,
          });
        return;
    }
  });
}

/** The site of a conversation lets the relay choose who answers (rule R2). */
function isOffered({ state }: App, conversationId: string): boolean {
  const { conversations, directory } = state.value;
  const site = directory?.sites.find(({ id }) => id === conversations.get(conversationId)?.siteId);
  return site?.routing === 'automatic';
}

/** One toast for each thing that is told of; a conversation's goes when it is opened. */
function createNoticeToasts({ toasts, route, state }: App) {
  const keys = new Map<string, number>();
  const dismiss = (subject: string) => {
    const key = keys.get(subject);
    if (key !== undefined) toasts.dismiss(key);
    keys.delete(subject);
  };
  effect(() => {
    const place = route.place.value;
    if (place.name === 'desk' && place.conversationId) untracked(() => dismiss(place.conversationId ?? ''));
  });
  effect(() => {
    if (state.value.boxes.queue.conversationIds.length === 0) untracked(() => dismiss('queue'));
  });
  return {
    replace(subject: string, toast: Parameters<Toasts['show']>[0]) {
      dismiss(subject);
      keys.set(subject, toasts.show(toast));
    },
  };
}

function handoffText(
  { i18n, state }: App,
  { handoff, conversationId }: Extract<Notice, { type: 'handoff' }>,
): string {
  const { t } = i18n;
  const to = handoff.acceptedBy?.name ?? targetName(state.value.directory, handoff, i18n);
  const { name } = handoff.requestedBy;
  if (handoff.alerted !== null && handoff.state !== 'expired') return t.noticeHandoffOverdue({ to });
  switch (handoff.state) {
    case 'needsApproval':
      return t.noticeHandoffNeedsApproval({ name });
    case 'requested':
      return t.noticeHandoffRequested({ name });
    case 'accepted':
      return t.noticeHandoffAccepted({ to });
    case 'declined':
      return t.noticeHandoffDeclined({ to });
    case 'expired':
      return t.noticeHandoffExpired({ to });
    case 'answered':
      return t.noticeHandoffAnswered({ to });
    case 'becameCase':
      return t.noticeHandoffCase({
        to: targetName(state.value.directory, handoff, i18n),
        number: state.value.conversations.get(conversationId)?.caseNumber ?? '',
      });
    case 'withdrawn':
      return t.noticeHandoffWithdrawn({ name });
  }
}

/** Says that something happened and not what: a desktop is seen by passers-by. */
export function showOnDesktop(
  { i18n, route }: App,
  { type, conversationId }: { type: Notice['type'] | 'alarm'; conversationId: string },
): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const { t } = i18n;
  const words = {
    message: t.desktopMessage,
    queued: t.desktopQueued,
    offered: t.desktopOffered,
    offerMissed: t.desktopOfferMissed,
    addressed: t.desktopAddressed,
    handoff: t.desktopHandoff,
    assigned: t.desktopAssigned,
    alarm: t.desktopAlarm,
  };
  const shown = new Notification(t.lotsa, {
    body: words[type],
    tag: `${type}:${conversationId}`,
    lang: i18n.lang,
  });
  shown.addEventListener('click', () => {
    window.focus();
    route.open(conversationId);
    shown.close();
  });
}
