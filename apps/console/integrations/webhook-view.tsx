import type { Webhook } from '@lotsa/protocol';
import { Banner, Button, iconEdit, iconLock, iconSend, iconTrash } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

interface WebhookViewProps {
  readonly webhook: Webhook;
  readonly onChanged: () => void;
  readonly onSecret: (secret: string) => void;
}

/** One webhook: how it goes, what can be done with it, and what it was told. */
export function WebhookView({ webhook, onChanged, onSecret }: WebhookViewProps) {
  const { staff, i18n, route } = useApp();
  const { t, formats } = i18n;
  const { id, name, url, events, active, failingSince, stoppedAt, oldSecretUntil } = webhook;
  const [asked, setAsked] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  /** Counted up when something was sent by hand: the log is fetched again. */
  const [sent, setSent] = useState(0);
  const { busy, act } = useAct();
  const close = () => setAsked(null);

  const test = async () => {
    if (await act(() => staff.ask('webhook:test', { id }), t.webhookTested)) setSent((n) => n + 1);
  };
  const rotate = async () => {
    const done = await act(() => staff.ask('webhook:rotate', { id }));
    if (!done) return;
    close();
    onSecret(done.value.secret);
    onChanged();
  };
  const remove = async () => {
    if (!(await act(() => staff.ask('webhook:remove', { id }), t.webhookRemoved))) return;
    close();
    onChanged();
    route.openAdmin('webhooks');
  };

  return (
    <article class="listing" aria-labelledby="webhook-name">
      <h3 id="webhook-name">{name}</h3>
      {!active && stoppedAt !== null && (
        <Banner tone="error">{t.webhookStoppedText({ when: formats.dayTime(stoppedAt) })}</Banner>
      )}
      {active && failingSince !== null && (
        <Banner tone="warn">{t.webhookFailingSince({ when: formats.dayTime(failingSince) })}</Banner>
      )}
      <dl class="integration-facts">
        <dt>{t.webhookUrl}</dt>
        <dd>
          <bdi dir="ltr">{url}</bdi>
        </dd>
        <dt>{t.webhookEvents}</dt>
        <dd>{events.map((type) => t[`webhookEvent_${type}`]).join(', ')}</dd>
      </dl>
      {oldSecretUntil !== null && oldSecretUntil > Date.now() && (
        <p class="integration-note">{t.webhookOldSecret({ when: formats.dayTime(oldSecretUntil) })}</p>
      )}
      <div class="integration-do">
        <Button icon={iconEdit} onClick={() => setAsked('edit')}>
          {t.webhookEdit}
        </Button>
        {active && (
          <Button icon={iconSend} busy={busy} onClick={() => void test()}>
            {t.webhookTest}
          </Button>
        )}
        <Button icon={iconLock} onClick={() => setAsked('rotate')}>
          {t.webhookRotate}
        </Button>
        <Button variant="quiet" icon={iconTrash} onClick={() => setAsked('remove')}>
          {t.webhookRemove}
        </Button>
      </div>
      <DeliveryLog webhook={webhook} sent={sent} />
      {asked === 'edit' && (
        <WebhookDialog
          webhook={webhook}
          onClose={close}
          onSaved={() => {
            close();
            onChanged();
          }}
        />
      )}
      {asked === 'rotate' && (
        <FormDialog
          title={t.webhookRotateTitle}
          send={t.webhookRotate}
          busy={busy}
          onSubmit={() => void rotate()}
          onClose={close}
        >
          <p>{t.webhookRotateText}</p>
        </FormDialog>
      )}
      {asked === 'remove' && (
        <FormDialog
          title={t.webhookRemoveTitle}
          send={t.webhookRemove}
          danger
          busy={busy}
          onSubmit={() => void remove()}
          onClose={close}
        >
          <p>{t.webhookRemoveText}</p>
        </FormDialog>
      )}
    </article>
  );
}
