import { type ClosingClass, type Conversation, LIMITS } from '@lotsa/protocol';
import { RadioGroup } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { TextDialog } from '../dialogs/text-dialog.tsx';

const CLASSES: readonly ClosingClass[] = ['minor', 'case', 'register'];

/** Props of {@link ClassifyDialog}. */
export interface ClassifyDialogProps {
  readonly conversations: readonly Pick<Conversation, 'id' | 'recordClass'>[];
  /** Called with how many were classed. */
  readonly onClose: (classed: number) => void;
}

/** Says anew what closed conversations are as records, and why (rule P4). */
export function ClassifyDialog({ conversations, onClose }: ClassifyDialogProps) {
  const { i18n, staff, toasts } = useApp();
  const { t } = i18n;
  const [recordClass, setRecordClass] = useState<ClosingClass | undefined>(undefined);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const only = conversations.length === 1 ? conversations[0] : undefined;
  const choices = CLASSES.filter((each) => each !== only?.recordClass);

  async function send(reason: string) {
    if (!recordClass || busy) return;
    setBusy(true);
    let done = 0;
    for (const { id: conversationId } of conversations) {
      const request = { conversationId, id: crypto.randomUUID(), recordClass, reason };
      const answer = await staff.ask('conversation:classify', request);
      if (answer.ok) {
        done += 1;
        continue;
      }
      toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
      break;
    }
    setBusy(false);
    if (done === conversations.length)
      toasts.show({ text: only ? t.classifyDone : t.unclassedDone({ n: done }) });
    if (done > 0) onClose(done);
  }

  return (
    <TextDialog
      title={t.classifyTitle}
      text={only && `${t.classifyNow}: ${t[`recordClass_${only.recordClass}`]}`}
      label={t.classifyWhy}
      missing={t.registryReasonMissing}
      send={t.classifySave}
      maxLength={LIMITS.reason}
      busy={busy}
      onClose={() => onClose(0)}
      onTry={() => setChecked(true)}
      onSend={(reason) => void send(reason)}
    >
      <RadioGroup<ClosingClass>
        legend={t.recordClass}
        value={recordClass}
        onValue={setRecordClass}
        error={checked && !recordClass ? t.classifyMissing : undefined}
        options={choices.map((value) => ({
          value,
          label: t[`recordClass_${value}`],
          hint: t[`recordClassHint_${value}`],
        }))}
      />
    </TextDialog>
  );
}
