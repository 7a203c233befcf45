import type { IncomingMailEntry, IncomingMailState } from '@lotsa/protocol';
import { Button, type Tone } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { ListingRow } from '../listing/listing-row.tsx';

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
  const when = formats.dayTime(mail.receivedAt);
  const again = mail.state === 'failed' ? t.incomingRetry : t.incomingMakeCase;
  const named = (act: string): string => t.incomingActOf({ act, what, from, when });
  return (
    <ListingRow
      title={
        <>
          <strong>{what}</strong> <bdi dir="ltr">{from}</bdi>
        </>
      }
      tone={TONES[mail.state]}
      state={t[`incomingState_${mail.state}`]}
      where={
        <>
          <span>{when}</span>
          {mail.caseNumber !== null && <span class="case-number">{mail.caseNumber}</span>}
        </>
      }
      actions={
        <>
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
        </>
      }
    />
  );
}
