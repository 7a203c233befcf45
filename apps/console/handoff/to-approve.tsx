import type { Conversation, Handoff } from '@lotsa/protocol';
import { Button } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { targetName } from '../names/names.ts';
import { DeclineDialog } from './decline-dialog.tsx';

/** Props of {@link ToApprove}. */
export interface ToApproveProps {
  readonly conversation: Conversation;
  readonly handoff: Handoff;
}

/** A third hand-off, for the manager who decides whether the question is sent on once more (rule H6). */
export function ToApprove({ conversation, handoff }: ToApproveProps) {
  const { i18n, state, staff } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const [refusing, setRefusing] = useState(false);
  const { id, mode, question, reason, requestedBy } = handoff;
  const title = t.approveTitle({
    name: requestedBy.name,
    to: targetName(state.value.directory, handoff, i18n),
  });
  return (
    <section class="handoff-card" data-asked aria-label={title}>
      <h3>{title}</h3>
      <p class="handoff-question" dir="auto">
        {question}
      </p>
      <p class="handoff-reason" dir="auto">
        {reason}
      </p>
      <p class="handoff-from">
        {t[`mode_${mode}`]} · {t.approveText}
      </p>
      <div class="handoff-actions">
        <Button
          variant="primary"
          busy={busy}
          onClick={() => void act(() => staff.approveHandoff(conversation.id, id), t.approved)}
        >
          {t.approve}
        </Button>
        <Button onClick={() => setRefusing(true)}>{t.refuse}</Button>
      </div>
      {refusing && (
        <DeclineDialog
          conversationId={conversation.id}
          handoffId={id}
          stay
          onClose={() => setRefusing(false)}
        />
      )}
    </section>
  );
}
