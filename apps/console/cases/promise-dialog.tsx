import { type Case, LIMITS } from '@lotsa/protocol';
import { TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

/** Another promised date, with the reason that the visitor reads. */
export function PromiseDialog({ it, onClose }: { readonly it: Case; readonly onClose: () => void }) {
  const { i18n, staff, now } = useApp();
  const { t, formats } = i18n;
  const today = formats.dayKey(now.value);
  const [date, setDate] = useState(() => {
    const promised = formats.dayKey(it.promisedAt);
    return promised > today ? promised : today;
  });
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= today;

  async function submit() {
    setChecked(true);
    if (!dated || !reason.trim()) return;
    const change = { type: 'promise', date, reason: reason.trim() } as const;
    if (await act(() => staff.cases.update(it.number, change), t.caseSaved)) onClose();
  }
  return (
    <FormDialog
      title={t.caseMoveDate}
      send={t.caseSave}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.caseNewDate}
        hint={t.caseNewDateHint}
        type="date"
        min={today}
        value={date}
        onValue={setDate}
        required
        error={checked && !dated ? t.caseNewDateMissing : undefined}
      />
      <TextareaField
        label={t.caseReason}
        hint={t.caseReasonHint}
        value={reason}
        onValue={setReason}
        rows={2}
        maxLength={LIMITS.reason}
        required
        error={checked && !reason.trim() ? t.caseReasonMissing : undefined}
      />
    </FormDialog>
  );
}
