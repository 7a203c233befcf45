import type { OpenedIncomingMail } from '@lotsa/protocol';
import { Dialog } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** A mail that is in no case, as text: nothing in it is markup here, and nothing that it names is fetched. */
export function IncomingDialog({
  mail,
  onClose,
}: {
  readonly mail: OpenedIncomingMail;
  readonly onClose: () => void;
}) {
  const { t } = useApp().i18n;
  return (
    <Dialog title={mail.subject || t.incomingReadTitle} closeLabel={t.close} onClose={onClose}>
      <dl class="mail-head">
        <dt>{t.mailFrom}</dt>
        <dd dir="ltr">{mail.sender || t.incomingNoSender}</dd>
      </dl>
      {mail.text === '' ? (
        <p>{t.incomingNoText}</p>
      ) : (
        <pre class="mail-text" dir="auto">
          {mail.text}
        </pre>
      )}
      <p class="mail-note">{t.incomingReadNote}</p>
    </Dialog>
  );
}
