import { type BanHours, type Conversation, LIMITS } from '@lotsa/protocol';
import { Banner, RadioGroup, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

type Choice = `${BanHours}`;
const CHOICES: readonly Choice[] = ['1', '24', '168', '720'];

/** Ends a conversation and keeps its visitor out: with a reason and an end (rule B3). */
export function BanDialog({ conversation }: { readonly conversation: Conversation }) {
  const { i18n, staff, dialog, route } = useApp();
  const { t } = i18n;
  const [hours, setHours] = useState<Choice>('24');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const close = () => (dialog.value = null);

  async function submit() {
    setChecked(true);
    if (!reason.trim()) return;
    const ask = () => staff.ban(conversation.id, reason.trim(), Number(hours) as BanHours);
    if (!(await act(ask, t.banDone))) return;
    close();
    route.open(null);
  }

  return (
    <FormDialog
      title={t.banTitle}
      send={t.banSend}
      busy={busy}
      danger
      onSubmit={() => void submit()}
      onClose={close}
    >
      <Banner tone="warn">{t.banText}</Banner>
      <TextareaField
        label={t.banWhy}
        hint={t.banWhyHint}
        value={reason}
        onValue={setReason}
        maxLength={LIMITS.reason}
        autofocus
        required
        error={checked && !reason.trim() ? t.banWhyMissing : undefined}
      />
      <RadioGroup<Choice>
        legend={t.banHow}
        value={hours}
        onValue={setHours}
        options={CHOICES.map((value) => ({ value, label: t[`banHours_${value}`] }))}
      />
    </FormDialog>
  );
}
