import { caseAccess } from '@lotsa/core';
import type { Case } from '@lotsa/protocol';
import { Combobox } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';

/** Props of {@link PersonDialog}. */
export interface PersonDialogProps {
  readonly it: Case;
  readonly role: 'handler' | 'owner';
  readonly onClose: () => void;
}

/** Who works on a case, or who answers for it: anybody of the centre or the department, there now or not. */
export function PersonDialog({ it, role, onClose }: PersonDialogProps) {
  const { i18n, state, staff } = useApp();
  const { t } = i18n;
  const { colleagues, me } = state.value;
  const [userId, setUserId] = useState<string | undefined>(undefined);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const now = role === 'handler' ? it.handlerId : it.ownerId;
  const mayHave = { ...it, ownerId: '', handlerId: '', secret: false };
  const options = colleagues
    .filter((one) => one.id !== now && caseAccess(one, mayHave) === 'work')
    .map(({ id, name, role: does }) => ({
      value: id,
      label: id === me?.id ? `${name} (${t.you})` : name,
      hint: does === 'specialist' ? t.role_specialist : does === 'manager' ? t.role_manager : t.role_agent,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.lang));

  async function submit() {
    setChecked(true);
    if (!userId) return;
    if (await act(() => staff.cases.update(it.number, { type: role, userId }), t.caseSaved)) onClose();
  }
  return (
    <FormDialog
      title={role === 'handler' ? t.caseHandler : t.caseOwner}
      send={t.caseSave}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{role === 'handler' ? t.caseHandlerText : t.caseOwnerText}</p>
      <Combobox
        label={t.casePerson}
        autofocus
        options={options}
        value={userId}
        onValue={setUserId}
        emptyText={t.nothingFound}
        placeholder={t.casePersonPlaceholder}
        error={checked && !userId ? t.casePersonMissing : undefined}
      />
    </FormDialog>
  );
}
