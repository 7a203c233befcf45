import type { Webhook } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconAlert, iconGlobe, iconPlus, Skeleton } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import { BackToList } from '../admin/back-to-list.tsx';
import type { SectionProps } from '../admin/sections.ts';
import { useApp } from '../app-context.ts';
import { useAnswer } from '../retention/use-answer.ts';
import { SecretOnce } from './secret-once.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookView } from './webhook-view.tsx';
import '../admin/settings/settings.css';
import './integrations.css';

/** Addresses that are told what happens: their list, or one of them with its log. */
export function WebhooksScreen({ item }: SectionProps) {
  const { staff, i18n, route } = useApp();
  const { t } = i18n;
  const { value, failure, load } = useAnswer(() => staff.ask('webhooks:list', {}));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  if (!value) {
    if (failure === null) return <Skeleton lines={6} />;
    return (
      <EmptyState
        icon={iconAlert}
        title={t.webhooksFailed}
        action={<Button onClick={() => void load()}>{t.tryAgain}</Button>}
      >
        {failure}
      </EmptyState>
    );
  }
  const { webhooks } = value;
  const one = webhooks.find(({ id }) => id === item);
  return (
    <div class="integrations">
      {item !== null && (
        <BackToList section="webhooks" />
      )}
      {item === null && (
        <div>
          <Button variant="primary" icon={iconPlus} onClick={() => setAdding(true)}>
            {t.webhookNew}
          </Button>
        </div>
      )}
      {item !== null && !one && <EmptyState icon={iconGlobe} title={t.webhookGone} />}
      {one && <WebhookView key={one.id} webhook={one} onChanged={() => void load()} onSecret={setSecret} />}
      {item === null &&
        (webhooks.length === 0 ? (
          <EmptyState icon={iconGlobe} title={t.webhooksNone}>
            {t.webhooksNoneText}
          </EmptyState>
        ) : (
          <ul class="settings-list" aria-label={t.webhooks}>
            {webhooks.map((webhook) => (
              <li key={webhook.id} data-gone={webhook.active ? undefined : true}>
                <AdminLink section="webhooks" item={webhook.id} class="settings-row">
                  <span class="settings-row-title">{webhook.name}</span>
                  <bdi class="settings-row-about" dir="ltr">
                    {webhook.url}
                  </bdi>
                  <span class="settings-row-badges">
                    <WebhookBadge webhook={webhook} />
                  </span>
                </AdminLink>
              </li>
            ))}
          </ul>
        ))}
      {adding && (
        <WebhookDialog
          webhook={null}
          onClose={() => setAdding(false)}
          onSaved={(webhook, made) => {
            setAdding(false);
            setSecret(made);
            void load();
            route.openAdmin('webhooks', webhook.id);
          }}
        />
      )}
      {secret !== null && (
        <SecretOnce label={t.secretOnceWebhook} secret={secret} onClose={() => setSecret(null)} />
      )}
    </div>
  );
}

/** How it goes with a webhook. */
function WebhookBadge({ webhook: { active, stoppedAt, failingSince } }: { readonly webhook: Webhook }) {
  const { t } = useApp().i18n;
  if (!active) {
    return stoppedAt === null ? (
      <Badge>{t.webhookOff}</Badge>
    ) : (
      <Badge tone="danger">{t.webhookStopped}</Badge>
    );
  }
  return failingSince === null ? (
    <Badge tone="ok">{t.webhookOn}</Badge>
  ) : (
    <Badge tone="danger">{t.webhookFailing}</Badge>
  );
}
