import type { MailEntry, MailState } from '@lotsa/protocol';
import { Badge, Button, type Tone } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { mailError } from './mail-error.ts';

const TONES: Record<MailState, Tone> = {
  queued: 'accent',
  sent: 'ok',
  failed: 'danger',
  undelivered: 'danger',
  kept: 'neutral',
};

interface MailRowProps {
  readonly mail: MailEntry;
  /** There is a mail server to send by. */
  readonly server: boolean;
  readonly onRead: () => void;
  readonly onResend: () => void;
}

/** One mail: what it is, to whom it goes, and where it is. */
export function MailRow({ mail, server, onRead, onResend }: MailRowProps) {
  const { t, formats } = useApp().i18n;
  const kind = t[`mailKind_${mail.kind}`];
  const when = (at: number): string => `${formats.date(at)} ${formats.time(at)}`;
  const named = { kind, to: mail.to };
  const sends = server && (mail.state === 'failed' || mail.state === 'kept');
  return (
    <li class="mail-row">
      <p class="mail-what">
        <strong>{kind}</strong> <bdi dir="ltr">{t.mailTo({ to: mail.to })}</bdi>
      </p>
      <p class="mail-where">
        <Badge tone={TONES[mail.state]}>{t[`mailState_${mail.state}`]}</Badge>{' '}
        <span>{when(mail.endedAt ?? mail.createdAt)}</span>
        {mail.state === 'queued' && mail.tries > 0 && mail.nextTryAt !== null && (
          <span>{t.mailNextTry({ n: mail.tries, when: when(mail.nextTryAt) })}</span>
        )}
        {mail.error !== null && <span>{mailError(mail.error, t)}</span>}
      </p>
      <div class="mail-do">
        {mail.readable && (
          <Button variant="quiet" aria-label={t.mailReadOf(named)} onClick={onRead}>
            {t.mailRead}
          </Button>
        )}
        {sends && (
          <Button aria-label={t.mailResendOf(named)} onClick={onResend}>
            {t.mailResend}
          </Button>
        )}
      </div>
    </li>
  );
}
