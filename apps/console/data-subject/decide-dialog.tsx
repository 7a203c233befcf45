import { subjectLetter } from '@lotsa/core';
import { LIMITS, SubjectGround, SubjectOutcome, type SubjectRequest } from '@lotsa/protocol';
import { Checkbox, SelectField, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

interface DecideDialogProps {
  readonly request: SubjectRequest;
  readonly onDecided: (request: SubjectRequest) => void;
  readonly onClose: () => void;
}

/** Ends a request with a yes, or a reasoned no; the answer is written first and may be changed. */
export function DecideDialog({ request, onDecided, onClose }: DecideDialogProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [outcome, setOutcome] = useState<SubjectOutcome>('granted');
  const [grounds, setGrounds] = useState<readonly SubjectGround[]>([]);
  /** Null until somebody has changed it: it then follows what is chosen no more. */
  const [written, setWritten] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const isNo = outcome === 'refused' || outcome === 'partly';
  const rests = isNo ? grounds : [];
  const answer = written ?? subjectLetter(request, outcome, rests);
  const missing = isNo && grounds.length === 0;

  async function submit() {
    setChecked(true);
    if (missing || !answer.trim()) return;
    const { id: requestId, revision } = request;
    const decided = { requestId, revision, outcome, grounds: [...rests], answer };
    const done = await act(() => staff.ask('subject-request:decide', decided), t.subjectDecided);
    if (done) onDecided(done.value);
  }
  const toggle = (ground: SubjectGround, on: boolean) =>
    setGrounds((before) => (on ? [...before, ground] : before.filter((one) => one !== ground)));

  return (
    <FormDialog
      title={t.subjectDecide}
      send={t.subjectDecide}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.subjectsOutcome}
        value={outcome}
        options={SubjectOutcome.options.map((value) => ({ value, label: t[`subjectOutcome_${value}`] }))}
        onValue={(value) => setOutcome(value as SubjectOutcome)}
      />
      {isNo && (
        <fieldset class="subject-grounds">
          <legend>{t.subjectGrounds}</legend>
          {SubjectGround.options.map((ground) => (
            <Checkbox
              key={ground}
              label={t[`subjectGround_${ground}`]}
              checked={grounds.includes(ground)}
              onChecked={(on) => toggle(ground, on)}
            />
          ))}
          {checked && missing && <p role="alert">{t.subjectGroundsMissing}</p>}
        </fieldset>
      )}
      <p>{t.subjectDecideText}</p>
      <TextareaField
        label={t.subjectAnswer}
        lang={request.language}
        value={answer}
        maxLength={LIMITS.subjectAnswer}
        error={checked && !answer.trim() ? t.subjectMissing : undefined}
        onValue={setWritten}
      />
    </FormDialog>
  );
}
