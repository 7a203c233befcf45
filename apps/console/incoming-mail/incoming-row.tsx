import type { IncomingMailEntry, IncomingMailState } from '@lotsa/protocol';
import { Badge, Button, type Tone } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

const TONES: Record<IncomingMailState, Tone> = {
  taken: 'ok',
  ignored: 'neutral',
  held: 'warn',
  failed: 'danger',
  trying: 'accent',
  waiting: 'accent',
  erasing: 'neutral',
};

interface IncomingRowProps {
  readonly mail: IncomingMailEntry;
  /** There is a mailbox to take it from. */
  readonly reads: boolean;
  readonly onRead: () => void;
  readonly onRetry: () => void;
}

/** One mail that came in: what it is, from whom, and what became of it. The case that it is in is told by its number. */
export function IncomingRow({ mail, reads, onRead, onRetry }: IncomingRowProps) {
  const { t, formats } = useApp().i18n;
  const what = t[`incomingWhy_${mail.why}`];
  const from = mail.from === '' ? t.incomingNoSender : t.incomingFrom({ from: mail.from });
  const when = `${formats.date(mail.receivedAt)} ${formats.time(mail.receivedAt)}`;
  const again = mail.state === 'failed' ? t.incomingRetry : t.incomingMakeCase;
  const named = (act: string): string => t.incomingActOf({ act, what, from, when });
  return (
    <li class="mail-row">
      <p class="mail-what">
        <strong>{what}</strong> <bdi dir="ltr">{from}</bdi>
      </p>
      <p class="mail-where">
        <Badge tone={TONES[mail.state]}>{t[`incomingState_${mail.state}`]}</Badge> <span>{when}</span>
        {mail.caseNumber !== null && <span class="case-number">{mail.caseNumber}</span>}
      </p>
      <div class="mail-do">
        {mail.readable && (
          <Button variant="quiet" aria-label={named(t.mailRead)} onClick={onRead}>
            {t.mailRead}
          </Button>
        )}
        {reads && mail.retriable && (
          <Button aria-label={named(again)} onClick={onRetry}>
            {again}
          </Button>
        )}
      </div>
    </li>
  );
}
