import { LIMITS } from '@lotsa/protocol';
import { TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

/** Props of {@link DeclineDialog}. */
export interface DeclineDialogProps {
  readonly conversationId: string;
  readonly handoffId: string;
  /** Who declines goes on reading it: the conversation stays open. */
  readonly stay?: boolean;
  readonly onClose: () => void;
}

/** Declining needs a reason: the owner has to go on with it. */
export function DeclineDialog({ conversationId, handoffId, stay, onClose }: DeclineDialogProps) {
  const { i18n, staff, route } = useApp();
  const { t } = i18n;
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();

  async function submit() {
    setChecked(true);
    if (!reason.trim()) return;
    if (!(await act(() => staff.declineHandoff(conversationId, handoffId, reason.trim()), t.declined)))
      return;
    onClose();
    // Who declined may no longer read it, unless it is the centre.
    if (!stay) route.open(null);
  }

  return (
    <FormDialog
      title={t.declineTitle}
      send={t.declineSend}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextareaField
        label={t.declineWhy}
        hint={t.declineHint}
        value={reason}
        onValue={setReason}
        maxLength={LIMITS.reason}
        required
        error={checked && !reason.trim() ? t.declineMissing : undefined}
      />
    </FormDialog>
  );
}
