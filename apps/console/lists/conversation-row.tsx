import { accessOf, isOpenHandoff, isTarget } from '@lotsa/core';
import type { Conversation, Me } from '@lotsa/protocol';
import { Badge, CountBadge, Icon, iconFlag, iconHandOff } from '@lotsa/ui';
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { languageName, targetName, topicName } from '../names/names.ts';
import { addressOf } from '../routing/route.ts';
import type { BoxName } from './box-names.ts';
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
  const shown = useComputed(() => state.value.conversations[id]);
  const unread = useComputed(() => state.value.unread[id] ?? 0);
  const drafted = useComputed(() => Boolean(state.value.drafts[id]));
  const { me, directory } = state.value;
  const conversation = shown.value;
  const { t, formats } = i18n;
  if (!conversation || !me) return null;
  const { excerpt, language, handoffs, hops } = conversation;
  const n = unread.value;
  const author = {
    visitor: t.visitor,
    staff: conversation.ownerId === me.id ? t.you : t.staffWrote,
    system: '',
  };
  const summary = box === 'handoffs' ? openFor(me, conversation)?.question : undefined;

  return (
    <a
      class="row"
      href={addressOf(id)}
      aria-current={current ? 'true' : undefined}
      data-unread={n > 0 || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        route.open(id);
      }}
    >
      <span class="row-line">
        <strong class="row-title">{topicName(directory, conversation.topicId, i18n)}</strong>
        <CountBadge n={n} label={t.unread({ n })} tone="danger" />
        {waitsForUs(conversation) ? (
          <Waiting since={box === 'queue' ? conversation.waitingSince : conversation.lastAt} />
        ) : (
          <time class="row-time" dateTime={new Date(conversation.lastAt).toISOString()}>
            {formats.dayKey(conversation.lastAt) === formats.dayKey(Date.now())
              ? formats.time(conversation.lastAt)
              : formats.day(conversation.lastAt)}
          </time>
        )}
      </span>
      <span class="row-excerpt">
        {summary === undefined ? (
          <>
            <span class="row-author">{author[excerpt.author]}: </span>
            <bdi lang={language}>{excerpt.text}</bdi>
          </>
        ) : (
          <bdi class="row-question">{summary}</bdi>
        )}
      </span>
      <span class="row-badges">
        {badges().map((badge, at) => (
          <span key={at}>{badge}</span>
        ))}
      </span>
    </a>
  );

  function badges(): ComponentChildren[] {
    if (!conversation || !me) return [];
    const open = handoffs.filter(isOpenHandoff);
    const asked = openFor(me, conversation);
    const shown: (ComponentChildren | false)[] = [
      language !== 'sv' && (
        <Badge tone="accent" label={languageName(language, i18n)}>
          {language.toUpperCase()}
        </Badge>
      ),
      conversation.visitorEnded && conversation.status !== 'closed' && (
        <Badge tone="warn">{t.visitorLeft}</Badge>
      ),
      conversation.status === 'queued' && conversation.priority === 0 && (
        <Badge tone="warn">{t.returned}</Badge>
      ),
      asked?.state === 'requested' && (
        <Badge tone="warn">{t.deadlineBy({ when: formats.dayTime(asked.deadline) })}</Badge>
      ),
      !asked && open[0] && (
        <span class="row-handoff">
          <Icon of={iconHandOff} />
          {targetName(directory, open[0], i18n)}: {t[`state_${open[0].state}`].toLocaleLowerCase()}
        </span>
      ),
      hops > 1 && (
        <span class="row-handoff">
          <Icon of={iconFlag} /> {t.hops}: {hops}
        </span>
      ),
      (box === 'all' || box === 'closed') && conversation.owner && (
        <span class="row-owner">{conversation.owner.name}</span>
      ),
      box === 'closed' && conversation.outcome && <Badge>{t[`outcome_${conversation.outcome}`]}</Badge>,
      drafted.value && accessOf({ type: 'staff', user: me }, conversation).write && (
        <Badge tone="ok">{t.draft}</Badge>
      ),
    ];
    return shown.filter(Boolean);
  }
}

/** The hand-off that this user is asked to accept, or works on. */
const openFor = (me: Me, conversation: Conversation) =>
  conversation.handoffs.find((h) =>
    h.state === 'requested' ? isTarget(me, h) : isOpenHandoff(h) && h.acceptedBy?.id === me.id,
  );

/** The visitor wrote last, or nobody has come yet. */
const waitsForUs = ({ status, excerpt, visitorEnded }: Conversation): boolean =>
  status !== 'closed' && !visitorEnded && (status === 'queued' || excerpt.author === 'visitor');
