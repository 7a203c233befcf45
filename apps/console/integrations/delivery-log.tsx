import { DeliveryState, type Webhook, type WebhookDelivery } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconInbox, iconRetry, SelectField, type Tone } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import type { Texts } from '../locales/index.ts';

type Choice = DeliveryState | 'all';
const CHOICES: readonly Choice[] = ['all', ...DeliveryState.options];
const TONES: Record<DeliveryState, Tone> = { queued: 'accent', sent: 'ok', failed: 'danger' };

/** What a webhook was told; what did not arrive can be sent again. */
export function DeliveryLog({ webhook, sent }: { readonly webhook: Webhook; readonly sent: number }) {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const { id, active } = webhook;
  const [choice, setChoice] = useState<Choice>('all');
  const pages = usePages(
    (after) => staff.ask('webhook:deliveries', { id, state: choice === 'all' ? null : choice, after }),
    ({ deliveries }) => deliveries,
    [choice, sent],
  );
  const replay = async (deliveryId: string | null): Promise<void> => {
    const answer = await staff.ask('webhook:replay', { id, deliveryId });
    toasts.show(
      answer.ok
        ? { text: t.deliveryQueued({ n: answer.value.queued }) }
        : { text: errorText(i18n, answer.error), tone: 'error' },
    );
    await pages.load();
  };
  return (
    <section class="integrations" aria-labelledby="webhook-log">
      <h4 id="webhook-log">{t.webhookLog}</h4>
      <p class="integration-note">{t.webhookLogText}</p>
      <div class="integration-choose">
        <SelectField
          label={t.webhookLogShow}
          value={choice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'all' ? t.webhookLogAll : t[`deliveryState_${value}`],
          }))}
          onValue={(value) => setChoice(value as Choice)}
        />
        <Button icon={iconRetry} onClick={() => void pages.load()}>
          {t.webhookLogRefresh}
        </Button>
        {active && choice === 'failed' && (
          <Button onClick={() => void replay(null)}>{t.deliveryAllAgain}</Button>
        )}
      </div>
      <Paged
        pages={pages}
        failed={t.webhookLogFailed}
        none={<EmptyState icon={iconInbox} title={t.webhookLogNone} />}
        more={t.webhookLogMore}
      >
        {(deliveries) => (
          <ul class="integration-list" aria-label={t.webhookLog}>
            {deliveries.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                onAgain={active ? () => void replay(delivery.id) : null}
              />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

interface DeliveryRowProps {
  readonly delivery: WebhookDelivery;
  /** Null where nothing is sent. */
  readonly onAgain: (() => void) | null;
}

function DeliveryRow({ delivery, onAgain }: DeliveryRowProps) {
  const { t, formats } = useApp().i18n;
  const { type, state, createdAt, tries, nextTryAt, error, body } = delivery;
  const words = (t as unknown as Record<string, unknown>)[`webhookEvent_${type}`];
  const what = typeof words === 'string' ? words : type;
  const when = `${formats.date(createdAt)} ${formats.time(createdAt)}`;
  return (
    <li class="integration-row">
      <p>
        <strong>{what}</strong> <span class="integration-note">{when}</span>
      </p>
      <p class="integration-where">
        <Badge tone={TONES[state]}>{t[`deliveryState_${state}`]}</Badge>
        {error !== null && <span>{deliveryError(t, error)}</span>}
        {state === 'queued' && tries > 0 && nextTryAt !== null && (
          <span>{t.deliveryNext({ n: tries, when: formats.dayTime(nextTryAt) })}</span>
        )}
      </p>
      <details>
        <summary>{t.deliveryBody}</summary>
        <pre class="integration-body" dir="ltr">
          {JSON.stringify(JSON.parse(body), null, 2)}
        </pre>
      </details>
      {onAgain && state !== 'queued' && (
        <div class="integration-again">
          <Button
            variant="quiet"
            aria-label={t.deliveryAgainOf({ what: `${what}, ${when}` })}
            onClick={onAgain}
          >
            {t.deliveryAgain}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What a try ended with, in words. */
function deliveryError(t: Texts, code: string): string {
  if (/^\d{3}$/.test(code)) return t.deliveryError_status({ code });
  const words = (t as unknown as Record<string, unknown>)[`deliveryError_${code}`];
  return typeof words === 'string' ? words : t.deliveryError_other({ code });
}
