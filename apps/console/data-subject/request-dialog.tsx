import { newId } from '@lotsa/client';
import { subjectTermOf } from '@lotsa/core';
import { IdentityCheck, LIMITS, type SubjectRequest, SubjectRequestKind } from '@lotsa/protocol';
import { SelectField, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';

interface RequestDialogProps {
  /** The one that is changed; null enters one. */
  readonly request: SubjectRequest | null;
  readonly onSaved: (request: SubjectRequest) => void;
  readonly onClose: () => void;
}

const dayOf = (at: number): string => new Date(at).toLocaleDateString('sv-SE');
/** The middle of a day; of today, now. */
const momentIn = (day: string): number => Math.min(Date.now(), new Date(`${day}T12:00`).getTime());

/** Enters or changes a request in the register. */
export function RequestDialog({ request, onSaved, onClose }: RequestDialogProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [requestId] = useState(() => request?.id ?? newId());
  const [kind, setKind] = useState<SubjectRequestKind>(request?.kind ?? 'access');
  const [name, setName] = useState(request?.name ?? '');
  const [replyTo, setReplyTo] = useState(request?.replyTo ?? '');
  const [language, setLanguage] = useState<'sv' | 'en'>(request?.language ?? 'sv');
  const [received, setReceived] = useState(dayOf(request?.receivedAt ?? Date.now()));
  const [identity, setIdentity] = useState<IdentityCheck>(request?.identity ?? 'none');
  const [identityNote, setIdentityNote] = useState(request?.identityNote ?? '');
  const [written, setWritten] = useState(request?.terms.join('\n') ?? '');
  const [note, setNote] = useState(request?.note ?? '');
  const [extended, setExtended] = useState(request?.extended ?? '');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();

  const terms = written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const wrong = terms.find((term) => subjectTermOf(term) === null);
  const termsError =
    terms.length === 0
      ? t.subjectMissing
      : wrong === undefined
        ? undefined
        : t.subjectTermsWrong({ term: wrong });

  async function submit() {
    setChecked(true);
    if (!name.trim() || !received || termsError !== undefined) return;
    const receivedAt =
      request && received === dayOf(request.receivedAt) ? request.receivedAt : momentIn(received);
    const fields = { name, replyTo, language, receivedAt, identity, identityNote, terms, note };
    const ask = () =>
      request
        ? staff.ask('subject-request:change', {
            requestId,
            revision: request.revision,
            ...fields,
            extended: extended.trim() || null,
          })
        : staff.ask('subject-request:enter', { requestId, kind, ...fields });
    const saved = await act(ask, t.subjectsSaved);
    if (saved) onSaved(saved.value);
  }

  return (
    <FormDialog
      title={request ? t.subjectsChange : t.subjectsEnter}
      send={t.subjectsSave}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!request && (
        <SelectField
          label={t.subjectsWhat}
          value={kind}
          options={SubjectRequestKind.options.map((value) => ({ value, label: t[`subjectKind_${value}`] }))}
          onValue={(value) => setKind(value as SubjectRequestKind)}
        />
      )}
      <TextField
        label={t.subjectName}
        value={name}
        maxLength={LIMITS.name}
        error={checked && !name.trim() ? t.subjectMissing : undefined}
        onValue={setName}
      />
      <TextField
        type="date"
        label={t.subjectReceived}
        value={received}
        max={dayOf(Date.now())}
        error={checked && !received ? t.subjectMissing : undefined}
        onValue={setReceived}
      />
      <TextareaField
        label={t.subjectTerms}
        hint={t.subjectTermsHint}
        value={written}
        error={checked ? termsError : undefined}
        onValue={setWritten}
      />
      <TextField
        label={t.subjectReplyTo}
        hint={t.subjectReplyToHint}
        value={replyTo}
        maxLength={500}
        onValue={setReplyTo}
      />
      <SelectField
        label={t.subjectLanguage}
        value={language}
        options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))}
        onValue={(value) => setLanguage(value as Language)}
      />
      <SelectField
        label={t.subjectIdentity}
        value={identity}
        options={IdentityCheck.options.map((value) => ({ value, label: t[`subjectIdentity_${value}`] }))}
        onValue={(value) => setIdentity(value as IdentityCheck)}
      />
      <TextField
        label={t.subjectIdentityNote}
        value={identityNote}
        maxLength={LIMITS.reason}
        onValue={setIdentityNote}
      />
      <TextareaField label={t.subjectNote} value={note} maxLength={LIMITS.reason} onValue={setNote} />
      {request && (
        <TextareaField
          label={t.subjectExtended}
          hint={t.subjectExtendedHint}
          value={extended}
          maxLength={LIMITS.reason}
          onValue={setExtended}
        />
      )}
    </FormDialog>
  );
}
