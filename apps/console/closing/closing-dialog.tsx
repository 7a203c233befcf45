import { isOpenHandoff } from '@lotsa/core';
import type { ClosingClass, Conversation, Outcome } from '@lotsa/protocol';
import { Banner, Button, Dialog, iconCheck, RadioGroup, SelectField } from '@lotsa/ui';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { inLanguage } from '../names/names.ts';

const OUTCOMES: readonly Outcome[] = [
  'answered',
  'guided',
  'answeredBySpecialist',
  'caseRegistered',
  'abandoned',
  'spam',
];

const CLASSES: readonly ClosingClass[] = ['minor', 'case', 'register'];

/** Nothing closes without an outcome and a topic (rule O4). */
export function ClosingDialog({ conversation }: { readonly conversation: Conversation }) {
  const { i18n, state, staff, dialog, route } = useApp();
  const { t, lang } = i18n;
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [chosenClass, setChosenClass] = useState<ClosingClass | undefined>(undefined);
  const recordClass =
    chosenClass ?? (outcome === 'caseRegistered' || conversation.caseNumber ? 'case' : 'minor');
  const [topicId, setTopicId] = useState(conversation.topicId ?? '');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useId();
  const topics = (state.value.directory?.topics ?? [])
    .filter(({ id, retired }) => !retired || id === conversation.topicId)
    .map(({ id, name }) => ({ value: id, label: inLanguage(name, lang) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!outcome || !topicId) return;
    if (!(await act(() => staff.close(conversation.id, outcome, topicId, recordClass), t.closedDone))) return;
    dialog.value = null;
    route.open(null);
  }

  return (
    <Dialog
      title={t.closeTitle}
      closeLabel={t.close}
      onClose={() => (dialog.value = null)}
      footer={
        <>
          <Button onClick={() => (dialog.value = null)}>{t.cancel}</Button>
          <Button variant="primary" type="submit" form={form} icon={iconCheck} busy={busy}>
            {t.closeSend}
          </Button>
        </>
      }
    >
      {!conversation.visitorEnded && <Banner tone="warn">{t.closeWarning}</Banner>}
      {conversation.handoffs.some(isOpenHandoff) && <Banner tone="warn">{t.closeHandOffs}</Banner>}
      <form id={form} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        <RadioGroup<Outcome>
          legend={t.outcome}
          value={outcome}
          onValue={setOutcome}
          error={checked && !outcome ? t.outcomeMissing : undefined}
          options={OUTCOMES.map((value) => ({
            value,
            label: t[`outcome_${value}`],
            hint: t[`outcomeHint_${value}`],
          }))}
        />
        <SelectField
          label={t.topic}
          value={topicId}
          onValue={setTopicId}
          required
          options={[{ value: '', label: t.topicChoose, disabled: true }, ...topics]}
          error={checked && !topicId ? t.topicMissing : undefined}
        />
        <RadioGroup<ClosingClass>
          legend={t.recordClass}
          value={recordClass}
          onValue={setChosenClass}
          options={CLASSES.map((value) => ({
            value,
            label: t[`recordClass_${value}`],
            hint: t[`recordClassHint_${value}`],
          }))}
        />
      </form>
    </Dialog>
  );
}
