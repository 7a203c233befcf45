import type { Webhook } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconGlobe, iconPlus } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import { BackToList } from '../admin/back-to-list.tsx';
import type { SectionProps } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import '../admin/settings/settings.css';
import '../listing/listing.css';
import { SecretOnce } from './secret-once.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookView } from './webhook-view.tsx';
import './integrations.css';

/** Addresses that are told what happens: their list, or one of them with its log. */
export function WebhooksScreen({ item }: SectionProps) {
  const { staff, i18n, route } = useApp();
  const { t } = i18n;
  const known = useAnswer(() => staff.ask('webhooks:list', {}));
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <div class="listing">
      {item !== null && <BackToList section="webhooks" />}
      {item === null && (
        <div>
          <Button variant="primary" icon={iconPlus} onClick={() => setAdding(true)}>
            {t.webhookNew}
          </Button>
        </div>
      )}
      <Fetched of={known} failed={t.webhooksFailed}>
        {({ webhooks }) => {
          if (item === null) return <WebhookList webhooks={webhooks} />;
          const webhook = webhooks.find(({ id }) => id === item);
          if (!webhook) return <EmptyState icon={iconGlobe} title={t.webhookGone} />;
          return (
            <WebhookView
              key={webhook.id}
              webhook={webhook}
              onChanged={() => void known.load()}
              onSecret={setSecret}
            />
          );
        }}
      </Fetched>
      {adding && (
        <WebhookDialog
          webhook={null}
          onClose={() => setAdding(false)}
          onSaved={(webhook, made) => {
            setAdding(false);
            setSecret(made);
            void known.load();
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

function WebhookList({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useApp().i18n;
  if (webhooks.length === 0)
    return (
      <EmptyState icon={iconGlobe} title={t.webhooksNone}>
        {t.webhooksNoneText}
      </EmptyState>
    );
  return (
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
