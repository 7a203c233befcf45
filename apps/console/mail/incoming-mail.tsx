import type { IncomingMailState, OpenedIncomingMail } from '@lotsa/protocol';
import { EmptyState, iconMail } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { usePages } from '../fetching/use-pages.ts';
import { Listing } from '../listing/listing.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { MailboxNotice } from './mailbox-notice.tsx';

/** What is being done by itself is seen among all. */
const STATES: readonly IncomingMailState[] = ['held', 'failed', 'trying', 'ignored', 'taken'];

/** Mail that came in: what is in a case, what needs nobody, and what waits for somebody. */
export function IncomingMail() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [state, setState] = useState<IncomingMailState | null>(null);
  const pages = usePages(
    (after) => staff.ask('incoming-mails:list', { state, after }),
    ({ mails }) => mails,
    [state],
  );
  const [opened, setOpened] = useState<OpenedIncomingMail | null>(null);
  const { act } = useAct();

  const read = async (id: string): Promise<void> => {
    const mail = await act(() => staff.ask('incoming-mail:read', { id }));
    if (mail) setOpened(mail.value);
  };
  const retry = async (id: string): Promise<void> => {
    await act(() => staff.ask('incoming-mail:retry', { id }), t.incomingRetried);
    await pages.load();
  };

  const mailbox = pages.page?.mailbox;
  return (
    <>
      {mailbox !== undefined && <MailboxNotice mailbox={mailbox} />}
      <Listing
        label={t.incomingList}
        pages={pages}
        states={STATES}
        nameOf={(each) => t[`incomingState_${each}`]}
        state={state}
        onState={setState}
        failed={t.mailsFailed}
        none={
          <EmptyState icon={iconMail} title={t.mailsNone}>
            {mailbox && t.incomingNoneText}
          </EmptyState>
        }
      >
        {(mail) => (
          <IncomingRow
            key={mail.id}
            mail={mail}
            reads={Boolean(mailbox)}
            onRead={() => void read(mail.id)}
            onRetry={() => void retry(mail.id)}
          />
        )}
      </Listing>
      {opened && (
        <MailDialog
          subject={opened.subject}
          head={[[t.mailFrom, opened.sender || t.incomingNoSender]]}
          text={opened.text}
          language={null}
          note={t.incomingReadNote}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
