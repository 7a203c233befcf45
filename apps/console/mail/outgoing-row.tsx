import type { MailEntry, MailState } from '@lotsa/protocol';
import { Button, type Tone } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { ListingRow } from '../listing/listing-row.tsx';
import { mailError } from './mail-error.ts';

const TONES: Record<MailState, Tone> = {
  queued: 'accent',
  sent: 'ok',
  failed: 'danger',
  undelivered: 'danger',
  kept: 'neutral',
};

interface OutgoingRowProps {
  readonly mail: MailEntry;
  /** There is a mail server to send by. */
  readonly server: boolean;
  readonly onRead: () => void;
  readonly onResend: () => void;
}

/** One mail: what it is, to whom it goes, and where it is. */
export function OutgoingRow({ mail, server, onRead, onResend }: OutgoingRowProps) {
  const { t, formats } = useApp().i18n;
  const kind = t[`mailKind_${mail.kind}`];
  const named = { kind, to: mail.to };
  const sends = server && (mail.state === 'failed' || mail.state === 'kept');
  return (
    <ListingRow
      title={
        <>
          <strong>{kind}</strong> <bdi dir="ltr">{t.mailTo({ to: mail.to })}</bdi>
        </>
      }
      tone={TONES[mail.state]}
      state={t[`mailState_${mail.state}`]}
      where={
        <>
          <span>{formats.dayTime(mail.endedAt ?? mail.createdAt)}</span>
          {mail.state === 'queued' && mail.tries > 0 && mail.nextTryAt !== null && (
            <span>{t.mailNextTry({ n: mail.tries, when: formats.dayTime(mail.nextTryAt) })}</span>
          )}
          {mail.error !== null && <span>{mailError(mail.error, t)}</span>}
        </>
      }
      actions={
        <>
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
        </>
      }
    />
  );
}
