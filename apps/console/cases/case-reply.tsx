import { caseTypeOf, needsText, nextStatuses } from '@lotsa/core';
import { type Case, type CaseChange, LIMITS } from '@lotsa/protocol';
import { AutoTextarea, Button, Checkbox, Field, iconNote, iconSend, SelectField } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { inLanguage } from '../names/names.ts';
import { Segments } from '../registering/segments.tsx';
import { filledIn } from './fill-template.ts';

/** What is written in a case: to the visitor, with what becomes of it, or for the staff. Each keeps its own draft. */
export function CaseReply({
  it,
  duplicates,
  noteOnly,
}: {
  readonly it: Case;
  readonly duplicates: number;
  /** Whoever reads it in spite of secrecy writes for the staff alone. */
  readonly noteOnly: boolean;
}) {
  const { i18n, cases, staff, state } = useApp();
  const { t } = i18n;
  const [chosenMode, setMode] = useState<'reply' | 'note'>('reply');
  const mode = noteOnly ? 'note' : chosenMode;
  const [chosen, setChosen] = useState('');
  const [templateId, setTemplateId] = useState('');
  const [shared, setShared] = useState(true);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const draft = `case-${mode}-${it.number}`;
  const text = state.value.drafts[draft] ?? '';
  const setText = (next: string) => staff.setDraft(draft, next);
  const { settings } = cases.value;
  const statuses = settings ? nextStatuses(caseTypeOf(settings.types, it.kind), it) : [];
  const status = statuses.find((each) => each === chosen);
  const templates = (settings?.templates ?? []).filter(
    ({ typeIds }) => typeIds.length === 0 || typeIds.includes(it.kind),
  );
  const missing = text.trim() === '' && (mode === 'note' || status === undefined || needsText(status));

  function choose(id: string) {
    setTemplateId(id);
    const template = templates.find((each) => each.id === id);
    if (!template) return;
    const filled = filledIn(inLanguage(template.text, it.language), it, state.value.me, i18n);
    setText(text.trim() === '' ? filled : `${text.trimEnd()}\n\n${filled}`);
    if (template.status !== null && statuses.includes(template.status)) setChosen(template.status);
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (missing) {
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    const toAll = shared && duplicates > 0;
    const written = text.trim();
    const change: CaseChange =
      mode === 'note'
        ? { type: 'note', text: written }
        : status === undefined
          ? { type: 'answer', text: written, shared: toAll }
          : { type: 'status', status, text: written || null, shared: toAll };
    const done = mode === 'note' ? t.caseSent_note : written === '' ? t.caseSent_status : t.caseSent_answer;
    if (!(await act(() => staff.cases.update(it.number, change), done))) return;
    setText('');
    setChosen('');
    setTemplateId('');
    setChecked(false);
  }

  const reply = mode === 'reply';
  return (
    <form
      ref={form}
      class="case-section case-reply"
      data-mode={mode}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {!noteOnly && (
        <Segments
          legend={t.caseWriteTo}
          options={[
            { value: 'reply', label: t.caseReply },
            { value: 'note', label: t.caseNote },
          ]}
          value={mode}
          onValue={(next) => {
            setMode(next);
            setChecked(false);
          }}
        />
      )}
      {reply && templates.length > 0 && (
        <SelectField
          label={t.caseTemplate}
          value={templateId}
          onValue={choose}
          options={[
            { value: '', label: t.caseNoTemplate },
            ...templates.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) })),
          ]}
        />
      )}
      <Field
        label={reply ? t.caseReplyText : t.caseNoteText}
        hint={reply ? (it.contact?.email ? t.caseReplyByMail : t.caseReplyNoMail) : undefined}
        error={checked && missing ? t.caseTextMissing : undefined}
      >
        {(control) => (
          <AutoTextarea
            {...control}
            rows={3}
            maxRows={14}
            dir="auto"
            lang={reply ? it.language : undefined}
            maxLength={LIMITS.text}
            value={text}
            onValue={setText}
          />
        )}
      </Field>
      {reply && duplicates > 0 && (
        <Checkbox
          label={t.caseShared({ n: duplicates })}
          hint={t.caseSharedHint}
          checked={shared}
          onChecked={setShared}
        />
      )}
      <div class="case-reply-foot">
        {reply && statuses.length > 0 && (
          <SelectField
            label={t.caseStatusAfter}
            value={status ?? ''}
            onValue={setChosen}
            options={[
              { value: '', label: `${t.caseStatusSame} (${t[`caseStatus_${it.status}`]})` },
              ...statuses.map((value) => ({ value, label: t[`caseStatus_${value}`] })),
            ]}
          />
        )}
        <Button variant="primary" type="submit" icon={reply ? iconSend : iconNote} busy={busy}>
          {!reply
            ? t.caseSaveNote
            : status !== undefined && text.trim() === ''
              ? t.caseSendStatus
              : t.caseSend}
        </Button>
      </div>
    </form>
  );
}
