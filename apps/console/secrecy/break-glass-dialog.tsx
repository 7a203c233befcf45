import { type Answer, LIMITS } from '@lotsa/protocol';
import { Banner, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { useProof } from '../security/use-proof.tsx';

/** Props of {@link BreakGlassDialog}. */
export interface BreakGlassDialogProps {
  /** What follows from opening it. */
  readonly text: string;
  readonly onBreak: (reason: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** Opening what is secret needs a reason, which is logged and seen by its owner (rule P6). */
export function BreakGlassDialog({ text, onBreak, onClose }: BreakGlassDialogProps) {
  const { t } = useApp().i18n;
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();

  async function submit() {
    setChecked(true);
    if (!reason.trim()) return;
    if (await act(() => withProof(() => onBreak(reason.trim())))) onClose();
  }

  return (
    <>
      <FormDialog
        title={t.breakGlassTitle}
        send={t.breakGlassSend}
        busy={busy}
        danger
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <Banner tone="warn">{text}</Banner>
        <TextareaField
          label={t.breakGlassWhy}
          value={reason}
          onValue={setReason}
          maxLength={LIMITS.reason}
          autofocus
          required
          error={checked && !reason.trim() ? t.breakGlassMissing : undefined}
        />
      </FormDialog>
      {proof}
    </>
  );
}
