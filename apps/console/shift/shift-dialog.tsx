import { Banner, Button, Checkbox, Combobox, Dialog, iconHandOff } from '@lotsa/ui';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { assignOptions } from '../assigning/assign-options.ts';
import { useAct } from '../errors/use-act.ts';
import { topicName } from '../names/names.ts';
import { handOver } from './hand-over.ts';
import './shift.css';

const QUEUE = 'queue:';

/** The shift ends: all of mine or some, to the front of the queue or to a colleague who is there. */
export function ShiftDialog() {
  const app = useApp();
  const { i18n, state, staff, dialog, toasts } = app;
  const { t } = i18n;
  const { me, boxes, conversations, directory } = state.value;
  const mine = boxes.mine.conversationIds.filter((id) => conversations.get(id)?.ownerType === 'agent');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(QUEUE);
  const [away, setAway] = useState(true);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const form = useId();
  const chosen = mine.filter((id) => !left.has(id));
  const options = [
    { value: QUEUE, label: t.shiftToQueue, hint: t.shiftToQueueHint },
    ...assignOptions(state.value, [me?.id ?? ''], i18n),
  ];
  const close = () => (dialog.value = null);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (chosen.length === 0) return;
    const of = chosen.length;
    const done = await act(async () => {
      const answer = await handOver(staff, chosen, chosen.length === mine.length, to === QUEUE ? null : to);
      if (!answer.ok) return answer;
      const n = answer.value.moved;
      if (n < of) toasts.show({ text: t.shiftSome({ n, of }), tone: 'error' });
      else toasts.show({ text: t.shiftDone({ n }) });
      return { ok: true, value: null };
    });
    if (!done) return;
    close();
    if (away) void staff.setAvailability('away');
  }

  const all = chosen.length === mine.length;
  return (
    <Dialog
      title={t.shiftEnd}
      closeLabel={t.close}
      onClose={close}
      footer={
        mine.length > 0 && (
          <>
            <Button onClick={close}>{t.cancel}</Button>
            <Button variant="primary" type="submit" form={form} icon={iconHandOff} mirror busy={busy}>
              {t.shiftSend({ n: chosen.length })}
            </Button>
          </>
        )
      }
    >
      {mine.length === 0 ? (
        <p>{t.shiftNothing}</p>
      ) : (
        <form id={form} class="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
          <p>{t.shiftIntro}</p>
          <Combobox
            label={t.shiftTo}
            options={options}
            value={to}
            onValue={setTo}
            emptyText={t.nothingFound}
          />
          <fieldset class="shift-which">
            <legend class="ui-field-label">{t.shiftWhich}</legend>
            {mine.length > 1 && (
              <Checkbox
                label={t.shiftAll({ n: mine.length })}
                checked={all}
                onChecked={(wanted) => setLeft(new Set(wanted ? [] : mine))}
              />
            )}
            {mine.map((id) => {
              const conversation = conversations.get(id);
              return (
                conversation && (
                  <Checkbox
                    key={id}
                    label={topicName(directory, conversation.topicId, i18n)}
                    hint={conversation.excerpt.text}
                    checked={!left.has(id)}
                    onChecked={(wanted) =>
                      setLeft(new Set(wanted ? [...left].filter((other) => other !== id) : [...left, id]))
                    }
                  />
                )
              );
            })}
          </fieldset>
          {checked && chosen.length === 0 && <Banner tone="error">{t.shiftNone}</Banner>}
          {mine.length < boxes.mine.conversationIds.length && <Banner>{t.shiftDepartment}</Banner>}
          <Checkbox label={t.shiftAway} checked={away} onChecked={setAway} />
        </form>
      )}
    </Dialog>
  );
}
