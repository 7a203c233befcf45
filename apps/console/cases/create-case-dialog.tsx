import { mayOpenCaseOf } from '@lotsa/core';
import { type Conversation, LIMITS } from '@lotsa/protocol';
import { Banner, SelectField, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { errorText } from '../errors/error-text.ts';
import { departmentOf } from '../handoff/targets.ts';
import { inLanguage } from '../names/names.ts';
import { kindOptions } from './case-names.ts';
import { useCaseSettings } from './use-case-settings.ts';

/** A question goes on as a case: by its owner, or by the specialist that was asked. */
export function CreateCaseDialog({ conversation }: { readonly conversation: Conversation }) {
  const app = useApp();
  const { i18n, state, staff, dialog, toasts, route } = app;
  const { t, formats } = i18n;
  const { me, directory } = state.value;
  const asked = me
    ? conversation.handoffs.find(({ id }) => mayOpenCaseOf(conversation, id, { type: 'staff', user: me }))
    : undefined;
  const [kind, setKind] = useState('question');
  const [departmentId, setDepartmentId] = useState(
    asked?.departmentId ?? (directory ? departmentOf(directory, conversation) : null) ?? '',
  );
  const [summary, setSummary] = useState(asked?.question ?? '');
  const [busy, setBusy] = useState(false);
  const close = () => (dialog.value = null);
  useCaseSettings();

  async function submit() {
    if (busy) return;
    setBusy(true);
    const answer = await staff.cases.create({
      conversationId: conversation.id,
      kind,
      departmentId: departmentId || null,
      summary: summary.trim() || null,
      handoffId: asked?.id ?? null,
    });
    setBusy(false);
    if (!answer.ok) {
      toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
      return;
    }
    const { number, promisedAt } = answer.value;
    toasts.show({
      text: t.caseCreated({ number, when: formats.date(promisedAt) }),
      tone: 'ok',
      action: { label: t.caseShow, onSelect: () => route.openCases(number) },
    });
    close();
  }
  return (
    <FormDialog
      title={t.caseCreateTitle}
      send={t.caseCreateSend}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <p>{t.caseCreateText}</p>
      {asked && <Banner>{t.caseCreateHandoff}</Banner>}
      <SelectField label={t.caseKind} value={kind} onValue={setKind} options={kindOptions(app)} />
      <SelectField
        label={t.caseDepartment}
        value={departmentId}
        onValue={setDepartmentId}
        options={[
          { value: '', label: t.caseCentre },
          ...(directory?.departments ?? []).map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, i18n.lang),
          })),
        ]}
      />
      <TextareaField
        label={t.caseSummaryField}
        hint={t.caseSummaryHint}
        value={summary}
        onValue={setSummary}
        rows={3}
        maxLength={LIMITS.text}
      />
    </FormDialog>
  );
}
