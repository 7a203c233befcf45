import { LIMITS } from '@lotsa/protocol';
import { AutoTextarea, Button, Combobox, Dialog, Field, iconCheck, SelectField } from '@lotsa/ui';
import { useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { useAct } from '../errors/use-act.ts';
import { languageName, topicName } from '../names/names.ts';
import { CHANNELS, OUTCOMES } from './last-contact.ts';
import { caseAsked, type CaseDraft, NO_CASE } from './case-draft.ts';
import { RegisteredCase } from './registered-case.tsx';
import { Segments } from './segments.tsx';
import { topicOptions } from './topic-options.ts';
import './registering.css';

/** A question that came by another channel and is over: channel, topic, outcome, note, in one go. */
export function RegisterDialog() {
  const { i18n, state, staff, dialog, lastContact, toasts, route } = useApp();
  const { t } = i18n;
  const { directory } = state.value;
  const sites = directory?.sites ?? [];
  const [last] = useState(() => lastContact.read());
  const [channel, setChannel] = useState(last.channel);
  const [topicId, setTopicId] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState(last.outcome);
  const [siteId, setSiteId] = useState(sites.find(({ id }) => id === last.siteId)?.id ?? sites[0]?.id);
  const site = sites.find(({ id }) => id === siteId);
  const languages = site?.languages ?? ['sv'];
  const [spoken, setSpoken] = useState(last.language);
  const language = languages.includes(spoken) ? spoken : (languages[0] ?? 'sv');
  const [note, setNote] = useState('');
  const [caseDraft, setCaseDraft] = useState<CaseDraft>(NO_CASE);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  if (!directory || !siteId) return null;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!topicId || !siteId) {
      form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
      return;
    }
    const words = { channel: t[`register_${channel}`], topic: topicName(directory, topicId, i18n) };
    const asked = outcome === 'caseRegistered' ? caseAsked(caseDraft) : null;
    if (asked?.wrong) return;
    const contact = {
      siteId,
      channel,
      language,
      topicId,
      outcome,
      note: note.trim() || null,
      case: asked && { kind: asked.kind, contact: asked.contact },
    };
    let number: string | null = null;
    const register = async () => {
      const answer = await staff.registerContact(contact);
      number = answer.ok ? answer.value : null;
      return answer;
    };
    if (!(await act(register))) return;
    // Whoever called wants its number.
    const done = t.registered(words);
    if (number === null) toasts.show({ text: done });
    else {
      const open = number;
      toasts.show({
        text: `${done}. ${t.caseNumbered({ number: open })}`,
        tone: 'ok',
        action: { label: t.caseShow, onSelect: () => route.openCases(open) },
      });
    }
    lastContact.remember({ channel, outcome, language, siteId, topicId });
    dialog.value = null;
  }

  return (
    <Dialog
      title={t.register}
      closeLabel={t.close}
      onClose={() => (dialog.value = null)}
      footer={
        <>
          <Button onClick={() => (dialog.value = null)}>{t.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} icon={iconCheck} busy={busy}>
            {t.registerSave}
          </Button>
        </>
      }
    >
      <p class="register-intro">{t.registerIntro}</p>
      <form ref={form} id={formId} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        <Segments
          legend={t.registerChannel}
          options={CHANNELS.map((value) => ({ value, label: t[`register_${value}`] }))}
          value={channel}
          onValue={setChannel}
        />
        <Combobox
          label={t.topic}
          autofocus
          options={topicOptions(directory, last.topicIds, i18n)}
          value={topicId}
          onValue={setTopicId}
          emptyText={t.nothingFound}
          placeholder={t.registerTopicPlaceholder}
          error={checked && !topicId ? t.topicMissing : undefined}
        />
        <Segments
          legend={t.outcome}
          options={OUTCOMES.map((value) => ({ value, label: t[`outcome_${value}`] }))}
          value={outcome}
          onValue={setOutcome}
        />
        {outcome === 'caseRegistered' && (
          <RegisteredCase draft={caseDraft} onDraft={setCaseDraft} checked={checked} />
        )}
        <Field label={t.registerNote} hint={t.registerNoteHint} optional={t.registerOptional}>
          {(control) => (
            <AutoTextarea
              {...control}
              rows={2}
              maxLength={LIMITS.text}
              value={note}
              onValue={setNote}
              onSubmit={() => form.current?.requestSubmit()}
            />
          )}
        </Field>
        <div class="register-row">
          <SelectField
            label={t.language}
            value={language}
            onValue={setSpoken}
            options={languages.map((value) => ({ value, label: languageName(value, i18n) }))}
          />
          <SiteSelect value={siteId} onValue={setSiteId} />
        </div>
      </form>
    </Dialog>
  );
}
