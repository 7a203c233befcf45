import { type Access, accessOf } from '@lotsa/core';
import type { ErrorAnswer } from '@lotsa/protocol';
import { Button, EmptyState, Icon, iconAlert, iconChat, iconEye, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Composer, modeIn } from '../composer/composer.tsx';
import { takesFirst } from '../composer/mode.ts';
import { HandoffNotices } from '../handoff/handoff-notices.tsx';
import { openId } from '../routing/route.ts';
import { GlassNotice } from '../secrecy/glass-notice.tsx';
import { SecretConversation } from '../secrecy/secret-conversation.tsx';
import { COMPOSER } from '../shell/places.ts';
import { NARROW } from '../shell/use-media.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { Thread } from './thread.tsx';
import { VisitorEnded } from './visitor-ended.tsx';
import './conversation-pane.css';

/** The conversation that is open, or what to do when none is. Mount it anew for each. */
export function ConversationPane({ id }: { readonly id: string | null }) {
  const { i18n } = useApp();
  const { t } = i18n;
  if (id !== null) return <OpenConversation id={id} />;
  return (
    <EmptyState icon={iconChat} title={t.pickTitle}>
      {t.pickText}
    </EmptyState>
  );
}

const NO_ACCESS: Access = { exists: false, read: false, note: false, write: false, decide: false };

function OpenConversation({ id }: { readonly id: string }) {
  const { state, staff, i18n, route, noting, composer } = useApp();
  const { t } = i18n;
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { conversations, threads, me } = state.value;
  const conversation = conversations.get(id);
  const thread = threads[id];

  const access = me && conversation ? accessOf({ type: 'staff', user: me }, conversation) : NO_ACCESS;
  const hidden = access.exists && !access.read;
  useEffect(() => {
    // Of a secret one there is nothing to fetch, until this user may read it (rule P6).
    if (hidden) return;
    let here = true;
    void staff.openThread(id).then((answer) => {
      if (here && !answer.ok) setError(answer.error);
    });
    return () => {
      here = false;
      staff.leaveThread(id);
    };
  }, [staff, id, hidden]);

  useTellWhoClaimed(id);

  const toTake = me !== null && conversation !== undefined && takesFirst(me.role, conversation);
  const mode = toTake ? null : modeIn(access, noting.value, id);
  const mayWrite = mode !== null;
  const ready = conversation !== undefined && thread !== undefined;
  useEffect(() => {
    // Beside another one it waits to be chosen.
    if (!ready || openId(route) !== id || document.querySelector('dialog:modal')) return;
    heading.current?.focus();
    // On a small screen the keyboard would cover the conversation.
    if (!matchMedia(NARROW).matches) composer.focus();
    // Again when one may write: the button that was pressed for it is gone.
  }, [ready, mayWrite, composer, route, id]);

  const wasReady = useRef(false);
  wasReady.current ||= ready;
  if (me && conversation && hidden) {
    return (
      <article class="conversation" aria-label={t.transcript}>
        <ConversationHeader conversation={conversation} access={access} me={me} heading={heading} />
        <div class="conversation-notices">
          <HandoffNotices conversation={conversation} access={access} me={me} />
        </div>
        <div class="conversation-secret" id={openId(route) === id ? COMPOSER : undefined} tabIndex={-1}>
          <SecretConversation conversation={conversation} me={me} />
        </div>
      </article>
    );
  }
  if (!me || !conversation || !thread) {
    // It was here and is gone: it went on to somebody else.
    if (!error && !wasReady.current) {
      return (
        <div class="conversation-loading" aria-busy="true">
          <Skeleton lines={2} />
          <Skeleton lines={4} />
        </div>
      );
    }
    return (
      <EmptyState
        icon={iconAlert}
        title={t.notFoundTitle}
        action={<Button onClick={() => route.open(null)}>{t.back}</Button>}
      >
        {t.notFoundText}
      </EmptyState>
    );
  }

  const why =
    conversation.status === 'closed'
      ? t.readOnlyClosed
      : toTake
        ? t.readOnlyQueued
        : conversation.handoffs.some((h) => h.state === 'requested')
          ? t.readOnlyRequested
          : t.readOnlyOther;
  return (
    <article class="conversation" aria-label={t.transcript}>
      <ConversationHeader conversation={conversation} access={access} me={me} heading={heading} />
      <div class="conversation-notices">
        {me.role === 'manager' &&
          conversation.open === 1 &&
          conversation.owner &&
          conversation.owner.id !== me.id &&
          !conversation.secret && (
            <p class="conversation-watching">
              <Icon of={iconEye} /> {t.watching}
            </p>
          )}
        <GlassNotice conversation={conversation} me={me} />
        <HandoffNotices conversation={conversation} access={access} me={me} />
        <VisitorEnded conversation={conversation} access={access} />
      </div>
      <Thread conversation={conversation} thread={thread} me={me} />
      {mode ? (
        <Composer key={mode} conversation={conversation} access={access} mode={mode} />
      ) : (
        // Skip links lead here too: it says why there is nothing to write in.
        <p class="composer-closed" id={openId(route) === id ? COMPOSER : undefined} tabIndex={-1}>
          {why}
        </p>
      )}
    </article>
  );
}

/** Somebody else was quicker, while it was on this screen. */
function useTellWhoClaimed(id: string) {
  const { state, toasts, i18n } = useApp();
  const { conversations, me } = state.value;
  const conversation = conversations.get(id);
  const before = useRef(conversation?.status);
  const status = conversation?.status;
  const owner = conversation?.owner;
  useEffect(() => {
    if (before.current === 'queued' && status === 'assigned' && owner && owner.id !== me?.id) {
      toasts.show({ text: i18n.t.claimedByOther(owner), tone: 'info' });
    }
    before.current = status;
  }, [status, owner, me?.id, toasts, i18n]);
}
