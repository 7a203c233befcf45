import { type Webhook, WebhookEventType, type WebhookSetup } from '@lotsa/protocol';
import { Checkbox, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { Group } from '../admin/settings/fields.tsx';
import { ruleText } from '../admin/settings/editor.tsx';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { errorText } from '../errors/error-text.ts';

interface WebhookDialogProps {
  /** Null for a new one. */
  readonly webhook: Webhook | null;
  readonly onClose: () => void;
  readonly onSaved: (webhook: Webhook, secret: string | null) => void;
}

const BLANK: WebhookSetup = { name: '', url: '', events: ['case.created', 'case.closed'], active: true };

/** What an administrator says of a webhook. */
export function WebhookDialog({ webhook, onClose, onSaved }: WebhookDialogProps) {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [{ name, url, events, active }, setDraft] = useState<WebhookSetup>(webhook ?? BLANK);
  const [wrong, setWrong] = useState<{ field: string; rule: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (set: Partial<WebhookSetup>) => {
    setWrong(null);
    setDraft((draft) => ({ ...draft, ...set }));
  };
  const errorAt = (field: string): string | undefined =>
    wrong?.field === field ? ruleText(t, wrong.rule) : undefined;

  async function submit() {
    const setup: WebhookSetup = { name, url, events, active };
    if (name.trim() === '') return setWrong({ field: 'name', rule: 'empty' });
    if (events.length === 0) return setWrong({ field: 'events', rule: 'one' });
    setBusy(true);
    const revision = webhook?.revision ?? null;
    const answer = await staff.ask('webhook:save', { id: webhook?.id ?? null, revision, setup });
    setBusy(false);
    if (answer.ok) return onSaved(answer.value.webhook, answer.value.secret);
    const { error } = answer;
    if (error.code === 'invalid_payload')
      return setWrong({ field: error.data.field.replace(/^setup\./, ''), rule: error.data.rule });
    return void toasts.show({ text: errorText(i18n, error), tone: 'error' });
  }

  return (
    <FormDialog
      title={webhook ? t.webhookEditOf : t.webhookNew}
      send={t.settingsSave}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.webhookName}
        value={name}
        maxLength={120}
        error={errorAt('name')}
        autocomplete="off"
        onValue={(value) => change({ name: value })}
      />
      <TextField
        label={t.webhookUrl}
        hint={t.webhookUrlHint}
        type="url"
        value={url}
        maxLength={500}
        error={errorAt('url')}
        autocomplete="off"
        onValue={(value) => change({ url: value })}
      />
      <Group title={t.webhookEvents}>
        {WebhookEventType.options.map((type) => (
          <Checkbox
            key={type}
            label={t[`webhookEvent_${type}`]}
            checked={events.includes(type)}
            onChecked={(on) =>
              change({
                events: WebhookEventType.options.filter((each) =>
                  each === type ? on : events.includes(each),
                ),
              })
            }
          />
        ))}
        {errorAt('events') && <p role="alert">{errorAt('events')}</p>}
      </Group>
      <Checkbox label={t.webhookActive} checked={active} onChecked={(on) => change({ active: on })} />
    </FormDialog>
  );
}
