import { MailState, type OpenedMail } from '@lotsa/protocol';
import { Banner, EmptyState, iconMail } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { usePages } from '../fetching/use-pages.ts';
import { Listing } from '../listing/listing.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { OutgoingRow } from './outgoing-row.tsx';

/** Outgoing mail: what has been sent, what waits, what failed, and what is only kept. */
export function OutgoingMail() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [state, setState] = useState<MailState | null>(null);
  const pages = usePages(
    (after) => staff.ask('mails:list', { state, after }),
    ({ mails }) => mails,
    [state],
  );
  const [opened, setOpened] = useState<OpenedMail | null>(null);
  const { act } = useAct();

  const read = async (id: string): Promise<void> => {
    const mail = await act(() => staff.ask('mail:read', { id }));
    if (mail) setOpened(mail.value);
  };
  const resend = async (id: string): Promise<void> => {
    await act(() => staff.ask('mail:resend', { id }), t.mailResent);
    await pages.load();
  };

  const server = pages.page?.server ?? true;
  return (
    <>
      {!server && (
        <Banner tone="info" title={t.mailsNoServer}>
          {t.mailsNoServerText}
        </Banner>
      )}
      <Listing
        label={t.mails}
        pages={pages}
        states={MailState.options}
        nameOf={(each) => t[`mailState_${each}`]}
        state={state}
        onState={setState}
        failed={t.mailsFailed}
        none={
          <EmptyState icon={iconMail} title={t.mailsNone}>
            {t.mailsNoneText}
          </EmptyState>
        }
      >
        {(mail) => (
          <OutgoingRow
            key={mail.id}
            mail={mail}
            server={server}
            onRead={() => void read(mail.id)}
            onResend={() => void resend(mail.id)}
          />
        )}
      </Listing>
      {opened && (
        <MailDialog
          subject={opened.subject}
          head={[
            [t.mailFrom, opened.from],
            [t.mailRecipient, opened.recipient],
          ]}
          text={opened.text}
          language={opened.language}
          note={t.mailReadLogged}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
