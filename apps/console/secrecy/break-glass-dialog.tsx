import { LIMITS } from '@lotsa/protocol';
import { Banner, Button, Dialog, TextareaField } from '@lotsa/ui';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { useProof } from '../security/use-proof.tsx';

/** Props of {@link BreakGlassDialog}. */
export interface BreakGlassDialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

/** Opening what is secret needs a reason, which is logged and seen by its owner (rule P6). */
export function BreakGlassDialog({ conversationId, onClose }: BreakGlassDialogProps) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();
  const form = useId();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!reason.trim()) return;
    const answer = await withProof(() => staff.breakGlass(conversationId, reason.trim()));
    if (answer && (await act(async () => answer))) onClose();
  }

  return (
    <Dialog
      title={t.breakGlassTitle}
      closeLabel={t.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" type="submit" form={form} busy={busy}>
            {t.breakGlassSend}
          </Button>
        </>
      }
    >
      <Banner tone="warn">{t.breakGlassText}</Banner>
      <form id={form} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        <TextareaField
          label={t.breakGlassWhy}
          value={reason}
          onValue={setReason}
          maxLength={LIMITS.reason}
          autofocus
          required
          error={checked && !reason.trim() ? t.breakGlassMissing : undefined}
        />
      </form>
      {proof}
    </Dialog>
  );
}
