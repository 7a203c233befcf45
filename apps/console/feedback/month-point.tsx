import type { DepartmentMonth, MonthAnswer } from '@lotsa/protocol';
import { Badge, Button, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { AnswerText } from './answer-text.tsx';
import { pointName } from './month-names.ts';

interface MonthPointProps {
  readonly point: string;
  readonly answer: MonthAnswer | undefined;
  readonly mayAnswer: boolean;
  readonly onAsk: () => void;
}

/** One point of a month, and what the department will do about it. */
export function MonthPoint({ point, answer, mayAnswer, onAsk }: MonthPointProps) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const name = pointName(point, state.value.directory, i18n);
  return (
    <li class="feedback-row">
      <h4>{name}</h4>
      {answer ? (
        <AnswerText answer={answer} />
      ) : (
        <p>
          <Badge>{t.monthUnanswered}</Badge>
        </p>
      )}
      {mayAnswer && (
        <div>
          <Button
            aria-label={answer ? t.monthEditOf({ point: name }) : t.monthAnswerOf({ point: name })}
            onClick={onAsk}
          >
            {answer ? t.monthEdit : t.monthAnswer}
          </Button>
        </div>
      )}
    </li>
  );
}

interface AnswerDialogProps extends Pick<MonthPointProps, 'point' | 'answer'> {
  readonly figures: DepartmentMonth;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks what the department will do about a point. Stands behind the list: in it, its heading would come between those of the points. */
export function AnswerDialog({ figures, point, answer, onClose, onDone }: AnswerDialogProps) {
  const { staff, i18n, state } = useApp();
  const title = pointName(point, state.value.directory, i18n);
  const { t } = i18n;
  const [text, setText] = useState(answer?.text ?? '');
  const [dueOn, setDueOn] = useState(answer?.dueOn ?? '');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const dueWrong = dueOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(dueOn);

  async function submit() {
    setChecked(true);
    if (!text.trim() || dueWrong) return;
    const { siteId, departmentId, month } = figures;
    const of = { siteId, departmentId, month, point, text: text.trim(), dueOn: dueOn || null };
    if (await act(() => staff.ask('department-month:answer', of), t.monthSaved)) onDone();
  }
  return (
    <FormDialog title={title} send={t.monthSave} busy={busy} onSubmit={() => void submit()} onClose={onClose}>
      <TextareaField
        label={t.monthAnswerText}
        value={text}
        maxLength={1_000}
        error={checked && !text.trim() ? t.monthAnswerMissing : undefined}
        onValue={setText}
      />
      <TextField
        label={t.monthDueOn}
        optional={t.optional}
        type="date"
        value={dueOn}
        error={checked && dueWrong ? t.monthDueWrong : undefined}
        onValue={setDueOn}
      />
    </FormDialog>
  );
}
