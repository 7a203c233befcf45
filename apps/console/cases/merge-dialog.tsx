import { caseAccess, isCentre } from '@lotsa/core';
import { type Case, CaseNumber, fits, type Me } from '@lotsa/protocol';
import { Banner, Checkbox, Skeleton, TextField } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { inLanguage } from '../names/names.ts';

/** Props of {@link MergeDialog}. */
export interface MergeDialogProps {
  readonly it: Case;
  readonly me: Me;
  readonly onClose: () => void;
}

/** Twelve reports of one broken lamp become one case that answers all twelve. */
export function MergeDialog({ it, me, onClose }: MergeDialogProps) {
  const { i18n, staff } = useApp();
  const { t, formats } = i18n;
  const [found, setFound] = useState<readonly Case[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const { id, number, kind, departmentId, siteId } = it;
  const centre = isCentre(me.role);
  useEffect(() => {
    let here = true;
    const box = centre || me.departmentIds.includes(departmentId) ? 'department' : 'mine';
    void staff.cases.find({ box, departmentId, kind, status: null }).then((cases) => {
      if (here)
        setFound(
          cases.filter((one) => one.id !== id && one.siteId === siteId && caseAccess(me, one) === 'work'),
        );
    });
    return () => {
      here = false;
    };
  }, [staff, me, centre, id, kind, departmentId, siteId]);

  const written = typed.trim().toUpperCase();
  const wrong = written !== '' && (!fits(CaseNumber, written) || written === number);
  const all = [...chosen, ...(written && !wrong && !chosen.has(written) ? [written] : [])];

  async function submit() {
    setChecked(true);
    if (all.length === 0 || wrong) return;
    if (await act(() => staff.cases.merge(all, number), t.caseMergeDone({ n: all.length }))) onClose();
  }
  const toggle = (one: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(one);
    else next.delete(one);
    setChosen(next);
  };
  return (
    <FormDialog
      title={t.caseMergeTitle}
      send={all.length > 0 ? t.caseMergeSend({ n: all.length }) : t.caseMergeTitle}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t.caseMergeText({ number })}</p>
      <fieldset class="case-candidates" aria-busy={found === null}>
        <legend class="ui-field-label">{t.caseMergeCandidates}</legend>
        {found === null ? (
          <Skeleton lines={3} />
        ) : found.length === 0 ? (
          <p class="context-muted">{t.caseMergeNone}</p>
        ) : (
          found.map((one) => (
            <Checkbox
              key={one.id}
              label={`${one.number} · ${inLanguage(one.title, i18n.lang)}`}
              hint={[formats.dayTime(one.receivedAt), one.excerpt].filter(Boolean).join(' · ')}
              checked={chosen.has(one.number)}
              onChecked={(on) => toggle(one.number, on)}
            />
          ))
        )}
      </fieldset>
      <TextField
        label={t.caseMergeNumber}
        value={typed}
        onValue={setTyped}
        placeholder="EKH-2026-000123"
        autocomplete="off"
        error={wrong && checked ? t.caseNumberWrong : undefined}
      />
      {checked && all.length === 0 && !wrong && (
        <Banner tone="error" announce>
          {t.caseMergeMissing}
        </Banner>
      )}
    </FormDialog>
  );
}
