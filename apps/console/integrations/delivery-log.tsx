import { DeliveryState, type Webhook, type WebhookDelivery } from '@lotsa/protocol';
import { Button, EmptyState, iconInbox } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { usePages } from '../fetching/use-pages.ts';
import { ListingRow } from '../listing/listing-row.tsx';
import { Listing } from '../listing/listing.tsx';
import { DELIVERY_TONE, deliveryError } from './delivery-words.ts';

/** What a webhook was told; what did not arrive can be sent again. */
export function DeliveryLog({ webhook, sent }: { readonly webhook: Webhook; readonly sent: number }) {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const { id, active } = webhook;
  const [state, setState] = useState<DeliveryState | null>(null);
  const pages = usePages(
    (after) => staff.ask('webhook:deliveries', { id, state, after }),
    ({ deliveries }) => deliveries,
    [state, sent],
  );
  const { act } = useAct();
  const replay = async (deliveryId: string | null): Promise<void> => {
    const done = await act(() => staff.ask('webhook:replay', { id, deliveryId }));
    if (done) toasts.show({ text: t.deliveryQueued({ n: done.value.queued }) });
    await pages.load();
  };
  return (
    <section class="listing" aria-labelledby="webhook-log">
      <h4 id="webhook-log">{t.webhookLog}</h4>
      <p class="integration-note">{t.webhookLogText}</p>
      <Listing
        label={t.webhookLog}
        pages={pages}
        states={DeliveryState.options}
        nameOf={(each) => t[`deliveryState_${each}`]}
        state={state}
        onState={setState}
        actions={
          active &&
          state === 'failed' && <Button onClick={() => void replay(null)}>{t.deliveryAllAgain}</Button>
        }
        failed={t.webhookLogFailed}
        none={<EmptyState icon={iconInbox} title={t.webhookLogNone} />}
      >
        {(delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            onAgain={active ? () => void replay(delivery.id) : null}
          />
        )}
      </Listing>
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
  const when = formats.dayTime(createdAt);
  return (
    <ListingRow
      title={
        <>
          <strong>{what}</strong> <span class="integration-note">{when}</span>
        </>
      }
      tone={DELIVERY_TONE[state]}
      state={t[`deliveryState_${state}`]}
      where={
        <>
          {error !== null && <span>{deliveryError(t, error)}</span>}
          {state === 'queued' && tries > 0 && nextTryAt !== null && (
            <span>{t.deliveryNext({ n: tries, when: formats.dayTime(nextTryAt) })}</span>
          )}
        </>
      }
      actions={
        onAgain &&
        state !== 'queued' && (
          <Button
            variant="quiet"
            aria-label={t.deliveryAgainOf({ what: `${what}, ${when}` })}
            onClick={onAgain}
          >
            {t.deliveryAgain}
          </Button>
        )
      }
    >
      <details>
        <summary>{t.deliveryBody}</summary>
        <pre class="integration-body" dir="ltr">
          {JSON.stringify(JSON.parse(body), null, 2)}
        </pre>
      </details>
    </ListingRow>
  );
}
