import { MailState, type OpenedMail } from '@lotsa/protocol';
import { Banner, Button, EmptyState, iconMail, iconRetry, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { MailDialog } from './mail-dialog.tsx';
import { MailRow } from './mail-row.tsx';
import './outgoing-mail.css';

type Choice = MailState | 'all';
const CHOICES: readonly Choice[] = ['all', ...MailState.options];

/** Outgoing mail: what has been sent, what waits, what failed, and what is only kept. */
export function OutgoingMail() {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [choice, setChoice] = useState<Choice>('all');
  const pages = usePages(
    (after) => staff.ask('mails:list', { state: choice === 'all' ? null : choice, after }),
    ({ mails }) => mails,
    [choice],
  );
  const [opened, setOpened] = useState<OpenedMail | null>(null);

  const read = async (id: string): Promise<void> => {
    const answer = await staff.ask('mail:read', { id });
    if (answer.ok) setOpened(answer.value);
    else toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  const resend = async (id: string): Promise<void> => {
    const answer = await staff.ask('mail:resend', { id });
    toasts.show(answer.ok ? { text: t.mailResent } : { text: errorText(i18n, answer.error), tone: 'error' });
    await pages.load();
  };

  const server = pages.page?.server ?? true;
  return (
    <div class="outgoing-mail">
      {!server && (
        <Banner tone="info" title={t.mailsNoServer}>
          {t.mailsNoServerText}
        </Banner>
      )}
      <div class="mail-choose">
        <SelectField
          label={t.mailsShow}
          value={choice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'all' ? t.mailsAll : t[`mailState_${value}`],
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
          <EmptyState icon={iconMail} title={t.mailsNone}>
            {t.mailsNoneText}
          </EmptyState>
        }
        more={t.mailsMore}
      >
        {(mails) => (
          <ul class="mail-list" aria-label={t.mails}>
            {mails.map((mail) => (
              <MailRow
                key={mail.id}
                mail={mail}
                server={server}
                onRead={() => void read(mail.id)}
                onResend={() => void resend(mail.id)}
              />
            ))}
          </ul>
        )}
      </Paged>
      {opened && <MailDialog mail={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
