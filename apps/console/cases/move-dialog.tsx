import type { Case } from '@lotsa/protocol';
import { SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { inLanguage } from '../names/names.ts';

/** Another department answers, by its own time. */
export function MoveDialog({ it, onClose }: { readonly it: Case; readonly onClose: () => void }) {
  const { i18n, state, staff } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const options = [
    ...(it.departmentId === '' ? [] : [{ value: '', label: t.caseCentre }]),
    ...(state.value.directory?.departments ?? [])
      .filter(({ id }) => id !== it.departmentId)
      .map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) })),
  ];
  const [to, setTo] = useState(options[0]?.value ?? '');

  async function submit() {
    const change = { type: 'department', departmentId: to || null } as const;
    if (await act(() => staff.cases.update(it.number, change), t.caseMoved)) onClose();
  }
  return (
    <FormDialog
      title={t.caseMove}
      send={t.caseMoveSend}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t.caseMoveText}</p>
      <SelectField label={t.caseMoveTo} value={to} onValue={setTo} options={options} autofocus />
    </FormDialog>
  );
}
