import { fits, type LegalHold, RecordRef } from '@lotsa/protocol';
import { Button, EmptyState, iconLock, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';

/** What must not be erased, and why; set and lifted here, each with a reason. */
export function Holds() {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const pages = usePages(
    (after) => staff.ask('holds:list', { after }),
    ({ holds }) => holds,
  );
  /** `new`, or the hold to be lifted. */
  const [open, setOpen] = useState<LegalHold | 'new' | null>(null);
  const done = () => {
    setOpen(null);
    void pages.load();
  };
  return (
    <div class="retention">
      <Paged
        pages={pages}
        failed={t.retentionFailed}
        none={
          <EmptyState icon={iconLock} title={t.holdsNone}>
            {t.holdsNoneText}
          </EmptyState>
        }
      >
        {(holds) => (
          <ul class="retention-rules" aria-label={t.retentionHolds}>
            {holds.map((hold) => (
              <li key={hold.id} class="retention-rule retention-hold">
                <div>
                  <h3 class="retention-id">{hold.of.id}</h3>
                  <p dir="auto">{hold.reason}</p>
                  <p>
                    <bdi>{hold.by.name}</bdi>, {formats.dayTime(hold.at)}
                  </p>
                </div>
                <Button aria-label={t.holdLiftOf({ what: hold.of.id })} onClick={() => setOpen(hold)}>
                  {t.holdLift}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
      <div>
        <Button icon={iconLock} onClick={() => setOpen('new')}>
          {t.holdAdd}
        </Button>
      </div>
      {open !== null && (
        <HoldDialog hold={open === 'new' ? null : open} onClose={() => setOpen(null)} onDone={done} />
      )}
    </div>
  );
}

/** A case's number, or else a conversation's id. */
function refOf(text: string): RecordRef | null {
  const id = text.trim();
  for (const type of ['case', 'conversation'] as const) {
    const ref = { type, id: type === 'case' ? id.toUpperCase() : id };
    if (fits(RecordRef, ref)) return ref;
  }
  return null;
}

interface HoldDialogProps {
  /** The one to be lifted; null sets one. */
  readonly hold: LegalHold | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function HoldDialog({ hold, onClose, onDone }: HoldDialogProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [what, setWhat] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const of = hold?.of ?? refOf(what);

  async function submit() {
    setChecked(true);
    const why = reason.trim();
    if (!of || !why) return;
    const ask = () => staff.ask(hold ? 'hold:lift' : 'hold:set', { of, reason: why });
    if (await act(ask, hold ? t.holdLifted : t.holdSet)) onDone();
  }
  return (
    <FormDialog
      title={hold ? t.holdLiftTitle : t.holdAdd}
      send={hold ? t.holdLift : t.holdAdd}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {hold ? (
        <p class="retention-id">{hold.of.id}</p>
      ) : (
        <TextField
          label={t.holdWhat}
          value={what}
          maxLength={64}
          error={checked && !of ? t.holdWhatWrong : undefined}
          onValue={setWhat}
        />
      )}
      <TextareaField
        label={t.holdReason}
        value={reason}
        maxLength={1_000}
        error={checked && !reason.trim() ? t.holdReasonMissing : undefined}
        onValue={setReason}
      />
    </FormDialog>
  );
}
