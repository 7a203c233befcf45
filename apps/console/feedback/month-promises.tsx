import { type DepartmentMonth, type DepartmentMonthView, FollowUp } from '@lotsa/protocol';
import { Button, SelectField, TextareaField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { AnswerText } from './answer-text.tsx';
import { monthName, pointName } from './month-names.ts';

type Promised = DepartmentMonthView['earlier'][number];

interface MonthPromisesProps {
  readonly figures: DepartmentMonth;
  readonly earlier: readonly Promised[];
  readonly onChanged: () => void;
}

/** What was promised in earlier months and is neither done nor dropped: each is asked about (rule F3). */
export function MonthPromises({ figures, earlier, onChanged }: MonthPromisesProps) {
  const { i18n, state } = useApp();
  const { t } = i18n;
  const [open, setOpen] = useState<Promised | null>(null);
  return (
    <section class="feedback-part" aria-labelledby="month-promises">
      <h3 id="month-promises">{t.monthPromises}</h3>
      <ul class="gap-list">
        {earlier.map((one) => {
          const point = pointName(one.point, state.value.directory, i18n);
          const month = monthName(one.month, i18n);
          return (
            <li key={`${one.month} ${one.point}`} class="feedback-row">
              <h4>
                {point}, {month}
              </h4>
              <AnswerText answer={one} />
              <div>
                <Button aria-label={t.monthFollowOf({ point, month })} onClick={() => setOpen(one)}>
                  {t.monthFollow}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {open && (
        <FollowDialog
          of={open}
          figures={figures}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface FollowDialogProps {
  readonly of: Promised;
  readonly figures: DepartmentMonth;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function FollowDialog({ of: { month, point, followUp }, figures, onClose, onDone }: FollowDialogProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [state, setState] = useState<FollowUp>(followUp?.state ?? 'done');
  const [text, setText] = useState('');
  const { busy, act } = useAct();
  async function submit() {
    const { siteId, departmentId } = figures;
    const of = { siteId, departmentId, month, point, state, text: text.trim() || null };
    if (await act(() => staff.ask('department-month:follow-up', of), t.monthSaved)) onDone();
  }
  return (
    <FormDialog
      title={t.monthFollow}
      send={t.feedbackSave}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.monthFollowState}
        value={state}
        onValue={(value) => setState(FollowUp.options.find((each) => each === value) ?? 'done')}
        options={FollowUp.options.map((value) => ({ value, label: t[`monthFollow_${value}`] }))}
      />
      <TextareaField
        label={t.monthFollowText}
        optional={t.optional}
        value={text}
        maxLength={1_000}
        onValue={setText}
      />
    </FormDialog>
  );
}
