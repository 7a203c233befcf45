import { Button, Icon, iconBell } from '@lotsa/ui';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { duration } from '../lists/duration.ts';
import { languageName, topicName } from '../names/names.ts';
import { type OfferToMe, offersToMe } from './offers-to.ts';
import './offers.css';

/** What this user is asked to take: who, about what, and how long it can be answered (rule R2). */
export function Offers() {
  const { state, now, i18n } = useApp();
  const offers = offersToMe(state.value, now.value);
  if (offers.length === 0) return null;
  return (
    <section class="offers" aria-label={i18n.t.offers}>
      {offers.map((offer) => (
        <Offer key={`${offer.conversation.id}-${offer.until}`} offer={offer} />
      ))}
    </section>
  );
}

function Offer({ offer }: { readonly offer: OfferToMe }) {
  const { state, now, i18n, staff, route, box, announcer } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const { conversation, until } = offer;
  const { id, contact, excerpt, language, topicId, waitingSince } = conversation;
  const { directory } = state.value;
  const title = t.offerTitle({ topic: topicName(directory, topicId, i18n) });
  const whole = directory?.sites.find((site) => site.id === conversation.siteId)?.offerMs ?? 30_000;
  const left = Math.max(0, until - now.value);
  const seconds = Math.ceil(left / 1_000);

  useEffect(() => {
    announcer.assertive(`${title} ${t.offerLeft({ n: seconds })}`, `offer-${id}-${until}`);
    // Said once, as it comes: the seconds that pass are not news.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [id, until]);

  const accept = async () => {
    if (!(await act(() => staff.claim(id)))) return;
    box.value = 'mine';
    route.open(id);
  };

  return (
    <article class="offer">
      <Icon of={iconBell} />
      <div class="offer-what">
        <h2>{title}</h2>
        <p>
          {contact?.name && <bdi>{contact.name} · </bdi>}
          {languageName(language, i18n)} · {t.waits} {duration(now.value - waitingSince, t)}
        </p>
        <p class="offer-text" lang={language} dir="auto">
          {excerpt.text}
        </p>
      </div>
      <div class="offer-left">
        <progress aria-label={t.offerLeftLabel} max={whole} value={left} />
        <span>{t.offerLeft({ n: seconds })}</span>
      </div>
      <div class="offer-actions">
        <Button variant="primary" busy={busy} onClick={() => void accept()}>
          {t.offerAccept}
        </Button>
        <Button onClick={() => void act(() => staff.decline(id), t.offerPassed)}>{t.offerPass}</Button>
      </div>
    </article>
  );
}
