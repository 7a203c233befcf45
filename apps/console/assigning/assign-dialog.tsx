import type { Conversation } from '@lotsa/protocol';
import { Banner, Button, Combobox, Dialog } from '@lotsa/ui';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { topicName } from '../names/names.ts';
import { assignOptions } from './assign-options.ts';

/** Props of {@link AssignDialog}. */
export interface AssignDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** Gives a conversation to a colleague who is there; a manager can take it, too (rule R2). */
export function AssignDialog({ conversation, onClose }: AssignDialogProps) {
  const { i18n, state, staff } = useApp();
  const { t } = i18n;
  const { me, directory } = state.value;
  const [userId, setUserId] = useState<string | undefined>(undefined);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useId();
  const { id, ownerId } = conversation;
  const options = assignOptions(state.value, [ownerId, me?.id ?? ''], i18n);
  const mayTake = me?.role === 'manager' && ownerId !== me.id;

  async function give(to: string, done: string) {
    if (await act(() => staff.assign(id, to), done)) onClose();
  }
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (userId)
      await give(userId, t.assigned({ name: options.find((o) => o.value === userId)?.label ?? '' }));
  }

  return (
    <Dialog
      title={t.assignTitle}
      closeLabel={t.close}
      onClose={onClose}
      footer={
        <>
          {mayTake && (
            <Button busy={busy} onClick={() => void give(me.id, t.tookOver)}>
              {t.takeOver}
            </Button>
          )}
          <Button
            variant="primary"
            type="submit"
            form={form}
            busy={busy}
            aria-disabled={options.length === 0}
          >
            {t.assignSend}
          </Button>
        </>
      }
    >
      <p>{topicName(directory, conversation.topicId, i18n)}</p>
      <form id={form} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        {options.length === 0 ? (
          <Banner>{t.assignNobody}</Banner>
        ) : (
          <Combobox
            label={t.assignTo}
            autofocus
            options={options}
            value={userId}
            onValue={setUserId}
            emptyText={t.nothingFound}
            error={checked && !userId ? t.assignMissing : undefined}
          />
        )}
      </form>
    </Dialog>
  );
}
