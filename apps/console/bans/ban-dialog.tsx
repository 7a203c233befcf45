import { type BanHours, type Conversation, LIMITS } from '@lotsa/protocol';
import { Banner, Button, Dialog, RadioGroup, TextareaField } from '@lotsa/ui';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
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
  const form = useId();
  const close = () => (dialog.value = null);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!reason.trim()) return;
    const ask = () => staff.ban(conversation.id, reason.trim(), Number(hours) as BanHours);
    if (!(await act(ask, t.banDone))) return;
    close();
    route.open(null);
  }

  return (
    <Dialog
      title={t.banTitle}
      closeLabel={t.close}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button variant="danger" type="submit" form={form} busy={busy}>
            {t.banSend}
          </Button>
        </>
      }
    >
      <Banner tone="warn">{t.banText}</Banner>
      <form id={form} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
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
      </form>
    </Dialog>
  );
}
