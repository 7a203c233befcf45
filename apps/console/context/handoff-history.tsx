import type { Directory } from '@lotsa/client';
import type { Conversation, HandoffState } from '@lotsa/protocol';
import { Badge, type Tone } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { targetName } from '../names/names.ts';

const TONES: Record<HandoffState, Tone> = {
  needsApproval: 'warn',
  requested: 'warn',
  accepted: 'accent',
  declined: 'danger',
  expired: 'danger',
  withdrawn: 'neutral',
  answered: 'ok',
  becameCase: 'accent',
};

/** Everybody who has been asked, the last first. */
export function HandoffHistory({
  conversation,
  directory,
}: {
  readonly conversation: Conversation;
  readonly directory: Directory;
}) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  if (conversation.handoffs.length === 0) return null;
  return (
    <section class="context-section">
      <h3>{t.handoffHistory}</h3>
      <ul class="handoff-history">
        {conversation.handoffs.toReversed().map((h) => (
          <li key={h.id}>
            <p class="handoff-history-head">
              <strong>{targetName(directory, h, i18n)}</strong>
              <Badge tone={TONES[h.state]}>{t[`state_${h.state}`]}</Badge>
            </p>
            <p dir="auto">{h.question}</p>
            <p class="context-muted">
              {t[`mode_${h.mode}`]} ·{' '}
              {h.state === 'requested'
                ? t.deadlineBy({ when: formats.dayTime(h.deadline) })
                : formats.dayTime(h.endedAt ?? h.requestedAt)}
              {h.acceptedBy && ` · ${h.acceptedBy.name}`}
            </p>
            {h.declineReason && <p dir="auto">{h.declineReason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
