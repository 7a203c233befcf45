import { isOver } from '@lotsa/client';
import { Button } from '@lotsa/ui';
import { ContactForm } from './parts.ts';
import { offerText } from './offer-text.ts';
import type { Panel } from './panel.ts';
import { useState } from 'preact/hooks';

const wholeMinutes = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000));

/** While nobody has the conversation: where it stands, said by the live region that it is in, and a way not to wait (rule R3). */
export function Waiting({ panel }: { readonly panel: Panel }) {
  const { state, language, chat } = panel;
  const { conversation, queue, offer, messages, proving } = state;
  const { t, formats } = language;
  const [leaving, setLeaving] = useState(false);
  const refused = messages.some(({ error }) => error?.code === 'chat_closed' || error?.code === 'banned');
  const over = isOver(conversation);
  const waits = !over && !refused && conversation?.status !== 'assigned';
  const left = conversation?.contactLeft ?? false;
  const wait = queue?.waitMs;
  const minutes = wait ? formats.minutes(wholeMinutes(wait.low), wholeMinutes(wait.high)) : null;
  const place = !conversation
    ? proving
      ? t.proving
      : t.arriving
    : !queue
      ? t.waiting
      : queue.place === 1
        ? t.next
        : t.place({ n: queue.place });
  if (!waits) return null;
  return (
    <div class="waiting">
      <p aria-atomic="true">
        {left ? t.thanks : place} {left ? t.thanksText : minutes && t.estimate({ minutes })}
        {offer && !offer.chat && <> {offerText(offer, t, formats)}.</>}
      </p>
      {conversation && !left && (
        <div aria-live="off">
          {leaving ? (
            <ContactForm
              panel={panel}
              submitLabel={t.sendContact}
              onContact={(contact) => chat.leaveContact(contact)}
              onCancel={() => setLeaving(false)}
            />
          ) : (
            <Button onClick={() => setLeaving(true)}>{t.leaveInstead}</Button>
          )}
        </div>
      )}
    </div>
  );
}
