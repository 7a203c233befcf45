import { isOpenHandoff, isTarget } from '@lotsa/core';
import type { Conversation, Handoff, Me } from '@lotsa/protocol';
import { Badge, Icon, iconFlag, iconHandOff } from '@lotsa/ui';
import { useComputed } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { languageMark, languageName, targetName } from '../names/names.ts';
import { alarmMsOf, attentionOf } from './attention.ts';
import type { BoxName } from './box-names.ts';
import { PromiseBadge } from './promise-badge.tsx';

/** The hand-off that this user is asked to accept, or works on. */
export const openFor = (me: Me, { handoffs }: Conversation): Handoff | undefined =>
  handoffs.find((h) =>
    h.state === 'requested' ? isTarget(me, h) : isOpenHandoff(h) && h.acceptedBy?.id === me.id,
  );

/** Props of {@link RowBadges}. */
export interface RowBadgesProps {
  readonly conversation: Conversation;
  readonly me: Me;
  readonly box: BoxName;
  /** Something is begun and not sent. */
  readonly draft: boolean;
}

/** The third line of a row: language, hand-off, owner, outcome; only what is out of the ordinary. */
export function RowBadges({ conversation, me, box, draft }: RowBadgesProps) {
  const { i18n, state, pace } = useApp();
  const { t, formats } = i18n;
  const { language, status, handoffs, hops, owner, outcome } = conversation;
  const attention = attentionOf(conversation, pace.value, alarmMsOf(state.value.directory, conversation));
  const promisedAt = useComputed(() => state.value.promises.get(conversation.id)).value;
  const asked = openFor(me, conversation);
  const waitsFor = asked ? undefined : handoffs.find(isOpenHandoff);
  return (
    <span class="row-badges">
      {language !== 'sv' && (
        <Badge tone="accent" label={languageName(language, i18n)}>
          {languageMark(language, i18n)}
        </Badge>
      )}
      {attention?.why === 'handoff' && <Badge tone="danger">{t.badgeOverdue}</Badge>}
      {attention?.why === 'approval' && <Badge tone="warn">{t.badgeApproval}</Badge>}
      {conversation.secret && (
        <Badge>{conversation.protectedIdentity ? t.protectedIdentity : t.secret}</Badge>
      )}
      {conversation.visitorEnded && status !== 'closed' && <Badge tone="warn">{t.visitorLeft}</Badge>}
      {status === 'queued' && conversation.priority === 0 && <Badge tone="warn">{t.returned}</Badge>}
      {asked && (
        <Badge tone={asked.state === 'requested' ? 'warn' : 'neutral'}>
          {t.deadlineBy({ when: formats.dayTime(asked.deadline) })}
        </Badge>
      )}
      {promisedAt !== undefined && <PromiseBadge promisedAt={promisedAt} />}
      {hops > 1 && (
        <span class="row-handoff row-hops">
          <Icon of={iconFlag} />
          {t.hops}: {hops}
        </span>
      )}
      {waitsFor && waitsFor.state !== 'needsApproval' && status === 'handedOff' && (
        <Badge>{t.deadlineBy({ when: formats.dayTime(waitsFor.deadline) })}</Badge>
      )}
      {waitsFor && status !== 'closed' && (
        <span class="row-handoff">
          <Icon of={iconHandOff} />
          {targetName(state.value.directory, waitsFor, i18n)}:{' '}
          {t[`state_${waitsFor.state}`].toLocaleLowerCase()}
        </span>
      )}
      {conversation.reopens !== null && <Badge>{t.cameBackBadge}</Badge>}
      {conversation.caseNumber && status !== 'closed' && <span>{conversation.caseNumber}</span>}
      {(box === 'all' || box === 'closed' || box === 'overdue') && owner && <span>{owner.name}</span>}
      {box === 'closed' && outcome && <Badge>{t[`outcome_${outcome}`]}</Badge>}
      {draft && <Badge tone="ok">{t.draft}</Badge>}
    </span>
  );
}
