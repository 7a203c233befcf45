import type { OpenedMail } from '@lotsa/protocol';
import { Dialog, directionOf } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** A mail that has not left, as text: nothing in it is markup here. */
export function MailDialog({ mail, onClose }: { readonly mail: OpenedMail; readonly onClose: () => void }) {
  const { t } = useApp().i18n;
  return (
    <Dialog title={mail.subject} closeLabel={t.close} onClose={onClose}>
      <dl class="mail-head">
        <dt>{t.mailFrom}</dt>
        <dd dir="ltr">{mail.from}</dd>
        <dt>{t.mailRecipient}</dt>
        <dd dir="ltr">{mail.recipient}</dd>
      </dl>
      <pre class="mail-text" lang={mail.language} dir={directionOf(mail.language)}>
        {mail.text}
      </pre>
      <p class="mail-note">{t.mailReadLogged}</p>
    </Dialog>
  );
}
