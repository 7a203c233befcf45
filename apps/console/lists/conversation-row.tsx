import { accessOf } from '@lotsa/core';
import { CountBadge } from '@lotsa/ui';
import { useComputed } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { topicName } from '../names/names.ts';
import { inPage } from '../routing/in-page.ts';
import { addressOf } from '../routing/route.ts';
import { waitingFrom, waitsForUs } from './attention.ts';
import type { BoxName } from './box-names.ts';
import { openFor, RowBadges } from './row-badges.tsx';
import { Waiting } from './waiting.tsx';
import './conversation-row.css';

/** Props of {@link ConversationRow}. */
export interface ConversationRowProps {
  readonly id: string;
  readonly box: BoxName;
  readonly current: boolean;
}

/** One conversation at a glance: what it is about, who wrote last, who waits for whom and since when. */
export function ConversationRow({ id, box, current }: ConversationRowProps) {
  const { state, i18n, route } = useApp();
  const shown = useComputed(() => state.value.conversations.get(id));
  const unread = useComputed(() => state.value.unread[id] ?? 0);
  const drafted = useComputed(() => Boolean(state.value.drafts[id]));
  const { me, directory } = state.value;
  const conversation = shown.value;
  const { t, formats } = i18n;
  if (!conversation || !me) return null;
  const { excerpt, language } = conversation;
  const { read: readable } = accessOf({ type: 'staff', user: me }, conversation);
  const n = unread.value;
  const alone = conversation.ownerId === me.id && conversation.handoffs.length === 0;
  const author = { visitor: t.visitor, staff: alone ? t.you : t.staffWrote, system: t.lotsa };
  const summary = box === 'handoffs' ? openFor(me, conversation)?.question : undefined;

  return (
    <a
      class="row"
      href={addressOf(id)}
      aria-current={current ? 'true' : undefined}
      data-unread={n > 0 || undefined}
      onClick={inPage(() => route.open(id))}
      onKeyDown={walk}
    >
      <span class="row-line">
        <strong class="row-title">{topicName(directory, conversation.topicId, i18n)}</strong>
        <CountBadge n={n} label={t.unread({ n })} tone="danger" />
        {waitsForUs(conversation) ? (
          <Waiting since={waitingFrom(conversation)} />
        ) : (
          <time class="row-time" dateTime={new Date(conversation.lastAt).toISOString()}>
            {formats.dayKey(conversation.lastAt) === formats.dayKey(Date.now())
              ? formats.time(conversation.lastAt)
              : formats.day(conversation.lastAt)}
          </time>
        )}
      </span>
      <span class="row-excerpt">
        {!readable ? (
          <span class="row-text">{t.secretExcerpt}</span>
        ) : summary === undefined ? (
          <>
            <span>{author[excerpt.author]}: </span>
            <span class="row-text" lang={language} dir="auto">
              {excerpt.text}
            </span>
          </>
        ) : (
          <span class="row-text row-question" dir="auto">
            {summary}
          </span>
        )}
      </span>
      <RowBadges
        conversation={conversation}
        me={me}
        box={box}
        draft={drafted.value && accessOf({ type: 'staff', user: me }, conversation).write}
      />
    </a>
  );
}

/** Arrow keys walk over the rows; with Alt they open them. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const row = event.currentTarget.closest('li');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  event.preventDefault();
  next?.querySelector('a')?.focus();
}
