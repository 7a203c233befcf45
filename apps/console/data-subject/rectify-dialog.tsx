import { Contact, fits, type FoundRecord, LIMITS, type SubjectRequest } from '@lotsa/protocol';
import { TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

interface RectifyDialogProps {
  readonly request: SubjectRequest;
  readonly record: FoundRecord;
  readonly onDone: (request: SubjectRequest) => void;
  readonly onClose: () => void;
}

/** Puts right how a person is reached (rule S4). */
export function RectifyDialog({ request, record, onDone, onClose }: RectifyDialogProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [name, setName] = useState(record.contact?.name ?? '');
  const [email, setEmail] = useState(record.contact?.email ?? '');
  const [phone, setPhone] = useState(record.contact?.phone ?? '');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const written = {
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
  };
  const contact = Object.keys(written).length === 0 ? null : written;
  const wrong = contact !== null && !fits(Contact, contact);

  async function submit() {
    setChecked(true);
    if (wrong) return;
    const right = { requestId: request.id, revision: request.revision, record: record.of, contact };
    const done = await act(() => staff.ask('subject-request:rectify', right), t.subjectRectified);
    if (done) onDone(done.value);
  }
  return (
    <FormDialog
      title={t.subjectRectify}
      send={t.subjectRectify}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t.subjectRectifyText}</p>
      <TextField label={t.subjectName} value={name} maxLength={LIMITS.name} onValue={setName} />
      <TextField
        type="email"
        label={t.subjectEmail}
        value={email}
        maxLength={LIMITS.email}
        error={checked && wrong ? t.subjectContactMissing : undefined}
        onValue={setEmail}
      />
      <TextField
        type="tel"
        label={t.subjectPhone}
        value={phone}
        maxLength={LIMITS.phone}
        onValue={setPhone}
      />
    </FormDialog>
  );
}
