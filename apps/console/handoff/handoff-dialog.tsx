import { handoffDeadline, reachesSomebody } from '@lotsa/core';
import { type Conversation, type HandoffMode, LIMITS } from '@lotsa/protocol';
import { Button, Combobox, Dialog, iconHandOff, RadioGroup, TextareaField, TextField } from '@lotsa/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { suggestedTarget, targetOf, targetOptions } from './targets.ts';

/** Asks a department or a specialist: whom, how, what, why (rules H1, H3). */
export function HandoffDialog({ conversation }: { readonly conversation: Conversation }) {
  const { i18n, state, staff, dialog, toasts, pace } = useApp();
  const { t, formats } = i18n;
  const { directory, colleagues } = state.value;
  const [to, setTo] = useState(directory ? suggestedTarget(directory, conversation) : undefined);
  const [mode, setMode] = useState<HandoffMode | undefined>(undefined);
  const [question, setQuestion] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  if (!directory) return null;
  const target = to === undefined ? null : targetOf(to);
  const department = directory.departments.find(({ id }) => id === target?.departmentId);
  const site = directory.sites.find(({ id }) => id === conversation.siteId);
  const options = targetOptions(directory, colleagues, conversation, i18n);
  const { agreements } = directory;
  const deadline =
    department && site
      ? handoffDeadline(department, site, agreements, conversation.topicId, pace.value)
      : undefined;
  const when = deadline === undefined ? '' : formats.dayTime(deadline);
  const there = options.find(({ value }) => value === to)?.hint;
  // What has become a case already goes on there, and what is asked for besides waits for its deadline (rule H4).
  const becomesCase =
    target !== null &&
    conversation.caseNumber === null &&
    !reachesSomebody(
      target,
      colleagues.filter(({ present }) => present),
    );

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!target || !mode || !question.trim() || !reason.trim()) {
      // After the render that marks what is missing.
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>('[aria-invalid], fieldset:has(.ui-field-error) input')
          ?.focus(),
      );
      return;
    }
    const { departmentId, userId, skill } = target;
    const request = { mode, departmentId, userId, skill, question: question.trim(), reason: reason.trim() };
    if (!(await act(() => staff.requestHandoff(conversation.id, request)))) return;
    const sent = state.value.conversations.get(conversation.id)?.handoffs.at(-1);
    const name = options.find(({ value }) => value === to)?.label ?? '';
    const became = state.value.conversations.get(conversation.id)?.caseNumber;
    if (sent?.state === 'becameCase' && became)
      toasts.show({ text: t.noticeHandoffCase({ to: name, number: became }), tone: 'info' });
    else if (sent?.state === 'needsApproval') toasts.show({ text: t.approvalAsked, tone: 'info' });
    else if (sent) toasts.show({ text: t.handOffSent({ to: name, when: formats.dayTime(sent.deadline) }) });
    dialog.value = null;
  }

  return (
    <Dialog
      title={t.handOffTitle}
      closeLabel={t.close}
      onClose={() => (dialog.value = null)}
      footer={
        <>
          <Button onClick={() => (dialog.value = null)}>{t.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} icon={iconHandOff} mirror busy={busy}>
            {t.sendHandOff}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        <Combobox
          label={t.to}
          hint={
            when ? (
              <>
                {there}. {t.answerBy({ when })}
              </>
            ) : (
              t.toHint
            )
          }
          options={options}
          value={to}
          onValue={setTo}
          emptyText={t.nothingFound}
          placeholder={t.toPlaceholder}
          error={checked && !target ? t.toMissing : undefined}
        />
        <RadioGroup<HandoffMode>
          legend={t.how}
          value={mode}
          onValue={setMode}
          error={checked && !mode ? t.howMissing : undefined}
          options={[
            {
              value: 'consult',
              label: t.mode_consult,
              hint: becomesCase ? t.consultNobodyHint({ when }) : t.consultHint,
            },
            { value: 'join', label: t.mode_join, hint: becomesCase ? t.joinNobodyHint : t.joinHint },
            {
              value: 'transfer',
              label: t.mode_transfer,
              hint: becomesCase ? t.transferNobodyHint : t.transferHint,
            },
          ]}
        />
        <TextField
          label={t.question}
          hint={t.questionHint}
          value={question}
          onValue={setQuestion}
          maxLength={LIMITS.question}
          autocomplete="off"
          required
          error={checked && !question.trim() ? t.questionMissing : undefined}
        />
        <TextareaField
          label={t.why}
          hint={t.whyHint}
          value={reason}
          onValue={setReason}
          rows={2}
          maxLength={LIMITS.reason}
          required
          error={checked && !reason.trim() ? t.whyMissing : undefined}
        />
      </form>
    </Dialog>
  );
}
