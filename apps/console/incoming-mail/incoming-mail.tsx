import type { IncomingMailState, OpenedIncomingMail } from '@lotsa/protocol';
import { Button, EmptyState, iconMail, iconRetry, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import '../outgoing-mail/outgoing-mail.css';
import { IncomingDialog } from './incoming-dialog.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { MailboxNotice } from './mailbox-notice.tsx';

type Choice = IncomingMailState | 'all';
/** What is being done by itself is seen among all. */
const CHOICES: readonly Choice[] = ['all', 'held', 'failed', 'trying', 'ignored', 'taken'];

/** Mail that came in: what is in a case, what needs nobody, and what waits for somebody. */
export function IncomingMail() {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [choice, setChoice] = useState<Choice>('all');
  const pages = usePages(
    (after) => staff.ask('incoming-mails:list', { state: choice === 'all' ? null : choice, after }),
    ({ mails }) => mails,
    [choice],
  );
  const [opened, setOpened] = useState<OpenedIncomingMail | null>(null);

  const read = async (id: string): Promise<void> => {
    const answer = await staff.ask('incoming-mail:read', { id });
    if (answer.ok) setOpened(answer.value);
    else toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  const retry = async (id: string): Promise<void> => {
    const answer = await staff.ask('incoming-mail:retry', { id });
    toasts.show(
      answer.ok ? { text: t.incomingRetried } : { text: errorText(i18n, answer.error), tone: 'error' },
    );
    await pages.load();
  };

  const mailbox = pages.page?.mailbox;
  return (
    <div class="outgoing-mail">
      {mailbox !== undefined && <MailboxNotice mailbox={mailbox} />}
      <div class="mail-choose">
        <SelectField
          label={t.mailsShow}
          value={choice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'all' ? t.mailsAll : t[`incomingState_${value}`],
          }))}
          onValue={(value) => setChoice(value as Choice)}
        />
        <Button icon={iconRetry} onClick={() => void pages.load()}>
          {t.mailsRefresh}
        </Button>
      </div>
      <Paged
        pages={pages}
        failed={t.mailsFailed}
        none={
          <EmptyState icon={iconMail} title={t.incomingNone}>
            {mailbox && t.incomingNoneText}
          </EmptyState>
        }
        more={t.mailsMore}
      >
        {(mails) => (
          <ul class="mail-list" aria-label={t.incomingList}>
            {mails.map((mail) => (
              <IncomingRow
                key={mail.id}
                mail={mail}
                reads={Boolean(mailbox)}
                onRead={() => void read(mail.id)}
                onRetry={() => void retry(mail.id)}
              />
            ))}
          </ul>
        )}
      </Paged>
      {opened && <IncomingDialog mail={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
