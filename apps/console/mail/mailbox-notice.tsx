import type { MailboxState } from '@lotsa/protocol';
import { Banner } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { mailError } from './mail-error.ts';

/** Whether there is a mailbox, and whether it can be read. */
export function MailboxNotice({ mailbox }: { readonly mailbox: MailboxState | null }) {
  const { t, formats } = useApp().i18n;
  if (mailbox === null) {
    return (
      <Banner tone="info" title={t.incomingOff}>
        {t.incomingOffText}
      </Banner>
    );
  }
  const { error, reachedAt, lookedAt } = mailbox;
  if (error !== null) {
    const why = error === 'ENOFOLDER' ? t.incomingNoFolder : mailError(error, t);
    return (
      <Banner tone="error" title={t.incomingUnreached}>
        {t.incomingUnreachedText({
          why,
          when: reachedAt === null ? t.incomingNever : formats.dayTime(reachedAt),
        })}
      </Banner>
    );
  }
  return <p>{lookedAt === null ? t.incomingNotYet : t.incomingRead({ when: formats.dayTime(lookedAt) })}</p>;
}
