import { mayOpenCaseOf } from '@lotsa/core';
import type { Conversation, Handoff } from '@lotsa/protocol';
import { Badge, Button } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { departmentName } from '../names/names.ts';
import { DeclineDialog } from './decline-dialog.tsx';

/** Props of {@link AskedOfMe}. */
export interface AskedOfMeProps {
  readonly conversation: Conversation;
  readonly handoff: Handoff;
}

/** The question on top: what a specialist reads first, and what it can answer. */
export function AskedOfMe({ conversation, handoff }: AskedOfMeProps) {
  const { i18n, state, staff, dialog } = useApp();
  const { t, formats } = i18n;
  const { busy, act } = useAct();
  const [declining, setDeclining] = useState(false);
  const { id, mode, state: stands, question, reason, requestedBy, requestedAt, deadline } = handoff;
  const asked = stands === 'requested';
  const { me } = state.value;
  const mayCase =
    me !== null &&
    conversation.caseNumber === null &&
    mayOpenCaseOf(conversation, id, { type: 'staff', user: me });
  const modeHint = { consult: t.consultActiveText, join: t.joinActiveText, transfer: t.transferHint };
  const title = asked
    ? handoff.user
      ? t.handOffToYou
      : t.handOffToDepartment({
          department: departmentName(state.value.directory, handoff.departmentId, i18n),
        })
    : mode === 'consult'
      ? t.consultActive
      : t.joinActive;

  return (
    <section class="handoff-card" data-asked={asked || undefined} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {asked && (
          <>
            <Badge tone="accent">{t[`mode_${mode}`]}</Badge>
            <Badge tone="warn">{t.deadlineBy({ when: formats.dayTime(deadline) })}</Badge>
          </>
        )}
      </header>
      <p class="handoff-question" dir="auto">
        {question}
      </p>
      <p class="handoff-reason" dir="auto">
        {reason}
      </p>
      <p class="handoff-from">
        {t.askedBy({ name: requestedBy.name, when: formats.dayTime(requestedAt) })} · {modeHint[mode]}
      </p>
      <div class="handoff-actions">
        {asked ? (
          <>
            <Button
              variant="primary"
              busy={busy}
              onClick={() => void act(() => staff.acceptHandoff(conversation.id, id))}
            >
              {t.accept}
            </Button>
            <Button onClick={() => setDeclining(true)}>{t.decline}</Button>
          </>
        ) : (
          <Button
            variant="primary"
            busy={busy}
            onClick={() => void act(() => staff.answerHandoff(conversation.id, id))}
          >
            {t.answerHandOff}
          </Button>
        )}
        {mayCase && (
          <Button variant="quiet" onClick={() => (dialog.value = 'createCase')}>
            {t.caseCreate}
          </Button>
        )}
      </div>
      {declining && (
        <DeclineDialog conversationId={conversation.id} handoffId={id} onClose={() => setDeclining(false)} />
      )}
    </section>
  );
}
