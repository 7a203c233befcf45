import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Segments } from '../registering/segments.tsx';
import { IncomingMail } from './incoming-mail.tsx';
import { OutgoingMail } from './outgoing-mail.tsx';

/** Mail both ways: what came in and what became of it, and what leaves. */
export function MailScreen() {
  const { t } = useApp().i18n;
  const [direction, setDirection] = useState<'incoming' | 'outgoing'>('incoming');
  return (
    <div class="listing">
      <Segments
        legend={t.mailDirection}
        options={[
          { value: 'incoming', label: t.mailIncoming },
          { value: 'outgoing', label: t.mailOutgoing },
        ]}
        value={direction}
        onValue={setDirection}
      />
      {direction === 'incoming' ? <IncomingMail /> : <OutgoingMail />}
    </div>
  );
}
