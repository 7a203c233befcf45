import { DeliveryState, type Handover } from '@lotsa/protocol';
import { Banner, Button, EmptyState, iconHandOff } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { kindName } from '../cases/case-names.ts';
import { useCaseSettings } from '../cases/use-case-settings.ts';
import { useAct } from '../errors/use-act.ts';
import { usePages } from '../fetching/use-pages.ts';
import { ListingRow } from '../listing/listing-row.tsx';
import { Listing } from '../listing/listing.tsx';
import { DELIVERY_TONE, deliveryError } from './delivery-words.ts';
import './integrations.css';

/** Cases that are handed to another system, and the numbers that came back. */
export function HandoversScreen() {
  const app = useApp();
  const { staff, i18n } = app;
  const { t } = i18n;
  const [state, setState] = useState<DeliveryState | null>(null);
  const pages = usePages(
    (after) => staff.ask('handovers:list', { state, after }),
    ({ handovers }) => handovers,
    [state],
  );
  const { act } = useAct();
  const again = async (id: string): Promise<void> => {
    await act(() => staff.ask('handover:again', { id }), t.handoverQueued);
    await pages.load();
  };
  const { page } = pages;
  useCaseSettings();
  return (
    <div class="listing">
      {page &&
        (page.target === null ? (
          <Banner tone="info" title={t.handoversOff}>
            {t.handoversOffText}
          </Banner>
        ) : (
          <dl class="integration-facts">
            <dt>{t.handoversTarget}</dt>
            <dd>
              <bdi dir="ltr">{page.target}</bdi>
            </dd>
            <dt>{t.handoversKinds}</dt>
            <dd>{i18n.formats.list(page.kinds.map((kind) => kindName(app, kind)))}</dd>
          </dl>
        ))}
      <Listing
        label={t.handovers}
        pages={pages}
        states={DeliveryState.options}
        nameOf={(each) => t[`handoverState_${each}`]}
        state={state}
        onState={setState}
        failed={t.handoversFailed}
        none={<EmptyState icon={iconHandOff} title={t.handoversNone} />}
      >
        {(handover) => (
          <HandoverRow
            key={handover.id}
            handover={handover}
            onAgain={(page?.target ?? null) === null ? null : () => void again(handover.id)}
          />
        )}
      </Listing>
    </div>
  );
}

interface HandoverRowProps {
  readonly handover: Handover;
  /** Null where nothing is handed over. */
  readonly onAgain: (() => void) | null;
}

function HandoverRow({ handover, onAgain }: HandoverRowProps) {
  const { t, formats } = useApp().i18n;
  const { number, state, createdAt, externalId, externalNumber, error, nextTryAt } = handover;
  return (
    <ListingRow
      title={
        <>
          <strong>{number}</strong>{' '}
          {externalNumber !== null && <bdi>{t.handoverNumber({ number: externalNumber })}</bdi>}
        </>
      }
      tone={DELIVERY_TONE[state]}
      state={state === 'queued' && externalId !== null ? t.handoverWaits : t[`handoverState_${state}`]}
      where={
        <>
          <span>{formats.dayTime(createdAt)}</span>
          {error !== null && <span>{deliveryError(t, error)}</span>}
          {state === 'queued' && error !== null && nextTryAt !== null && (
            <span>{t.handoverNext({ when: formats.dayTime(nextTryAt) })}</span>
          )}
        </>
      }
      actions={
        onAgain &&
        state === 'failed' && (
          <Button aria-label={t.handoverAgainOf({ number })} onClick={onAgain}>
            {t.handoverAgain}
          </Button>
        )
      }
    />
  );
}
