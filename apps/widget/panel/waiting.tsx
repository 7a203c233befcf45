import { Button } from '@lotsa/ui';
import { useSignal } from '@preact/signals';
import { ContactForm } from './contact-form-lazy.ts';
import { offerText } from './offer-text.ts';
import type { Panel } from './panel.ts';

/** While nobody has the conversation: where it stands, and a way not to wait (rule R3). */
export function Waiting({ panel }: { readonly panel: Panel }) {
  const { state, i18n, chat } = panel;
  const { conversation, queue, offer } = state.value;
  const { t, formats } = i18n;
  const leaving = useSignal(false);
  const waits = conversation === null || conversation.status === 'queued';
  const left = conversation?.contactLeft ?? false;
  const minutes = queue?.waitMs ? formats.minutes(Math.max(1, Math.ceil(queue.waitMs / 60_000))) : null;
  const place = !conversation
    ? t.arriving
    : !queue
      ? t.waiting
      : queue.place === 1
        ? t.next
        : t.place({ n: queue.place });
  return (
    <div class="waiting" data-idle={!waits || undefined}>
      <div role="status">
        {waits && (
          <p>
            {left ? t.thanks : place} {left ? t.thanksText : minutes && t.estimate({ minutes })}
            {offer && !offer.chat && <> {offerText(offer, t, formats)}.</>}
          </p>
        )}
      </div>
      {waits && conversation && !left && !leaving.value && (
        <Button onClick={() => (leaving.value = true)}>{t.leaveInstead}</Button>
      )}
      {waits && conversation && !left && leaving.value && (
        <ContactForm
          panel={panel}
          submitLabel={t.sendContact}
          onContact={(contact) => chat.leaveContact(contact)}
          onCancel={() => (leaving.value = false)}
        />
      )}
    </div>
  );
}
