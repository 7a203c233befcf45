import { DeliveryState, type Handover } from '@lotsa/protocol';
import { Badge, Banner, Button, EmptyState, iconHandOff, iconRetry, SelectField, type Tone } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { typeOptions } from '../admin/forms/forms-page.tsx';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { deliveryError } from './delivery-error.ts';
import './integrations.css';

type Choice = DeliveryState | 'all';
const CHOICES: readonly Choice[] = ['all', ...DeliveryState.options];
const TONES: Record<DeliveryState, Tone> = { queued: 'accent', sent: 'ok', failed: 'danger' };

/** Cases that are handed to another system, and the numbers that came back. */
export function HandoversScreen() {
  const app = useApp();
  const { staff, i18n, toasts } = app;
  const { t } = i18n;
  const [choice, setChoice] = useState<Choice>('all');
  const pages = usePages(
    (after) => staff.ask('handovers:list', { state: choice === 'all' ? null : choice, after }),
    ({ handovers }) => handovers,
    [choice],
  );
  const again = async (id: string): Promise<void> => {
    const answer = await staff.ask('handover:again', { id });
    toasts.show(
      answer.ok ? { text: t.handoverQueued } : { text: errorText(i18n, answer.error), tone: 'error' },
    );
    await pages.load();
  };
  const { page } = pages;
  useEffect(() => void staff.cases.loadSettings(), [staff]);
  const types = new Map(typeOptions(app).map(({ value, label }) => [value, label]));
  return (
    <div class="integrations">
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
            <dd>{i18n.formats.list(page.kinds.map((kind) => types.get(kind) ?? kind))}</dd>
          </dl>
        ))}
      <div class="integration-choose">
        <SelectField
          label={t.webhookLogShow}
          value={choice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'all' ? t.webhookLogAll : t[`handoverState_${value}`],
          }))}
          onValue={(value) => setChoice(value as Choice)}
        />
        <Button icon={iconRetry} onClick={() => void pages.load()}>
          {t.webhookLogRefresh}
        </Button>
      </div>
      <Paged
        pages={pages}
        failed={t.handoversFailed}
        none={<EmptyState icon={iconHandOff} title={t.handoversNone} />}
        more={t.webhookLogMore}
      >
        {(handovers) => (
          <ul class="integration-list" aria-label={t.handovers}>
            {handovers.map((handover) => (
              <HandoverRow
                key={handover.id}
                handover={handover}
                onAgain={(page?.target ?? null) === null ? null : () => void again(handover.id)}
              />
            ))}
          </ul>
        )}
      </Paged>
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
    <li class="integration-row">
      <p>
        <strong>{number}</strong>{' '}
        {externalNumber !== null && <bdi>{t.handoverNumber({ number: externalNumber })}</bdi>}
      </p>
      <p class="integration-where">
        <Badge tone={TONES[state]}>
          {state === 'queued' && externalId !== null ? t.handoverWaits : t[`handoverState_${state}`]}
        </Badge>
        <span>{formats.dayTime(createdAt)}</span>
        {error !== null && <span>{deliveryError(t, error)}</span>}
        {state === 'queued' && error !== null && nextTryAt !== null && (
          <span>{t.handoverNext({ when: formats.dayTime(nextTryAt) })}</span>
        )}
      </p>
      {onAgain && state === 'failed' && (
        <div class="integration-again">
          <Button aria-label={t.handoverAgainOf({ number })} onClick={onAgain}>
            {t.handoverAgain}
          </Button>
        </div>
      )}
    </li>
  );
}
