import { type IncomingMailAnswers, IncomingMailState, type OpenedIncomingMail } from '@lotsa/protocol';
import { Button, EmptyState, iconAlert, iconMail, iconRetry, SelectField, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import '../outgoing-mail/outgoing-mail.css';
import { IncomingDialog } from './incoming-dialog.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { MailboxNotice } from './mailbox-notice.tsx';

type Choice = IncomingMailState | 'all';
type Shown = IncomingMailAnswers['incoming-mails:list'];
/** What is being done by itself is seen among all. */
const CHOICES: readonly Choice[] = ['all', 'held', 'failed', 'trying', 'ignored', 'taken'];

/** Mail that came in: what is in a case, what needs nobody, and what waits for somebody. */
export function IncomingMail() {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [choice, setChoice] = useState<Choice>('all');
  const [shown, setShown] = useState<Shown | 'failed' | null>(null);
  const [opened, setOpened] = useState<OpenedIncomingMail | null>(null);
  const asked = useRef(0);

  const fetchPage = async (state: Choice, before: Shown | null): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await staff.mail.incoming(state === 'all' ? null : state, before?.next ?? null);
    // Another choice was made meanwhile.
    if (turn !== asked.current) return;
    if (!answer.ok) {
      if (before) toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
      else setShown('failed');
      return;
    }
    setShown({ ...answer.value, mails: [...(before?.mails ?? []), ...answer.value.mails] });
  };
  const show = (state: Choice): void => {
    setChoice(state);
    void fetchPage(state, null);
  };
  useEffect(() => {
    void fetchPage('all', null);
    // oxlint-disable-next-line react/exhaustive-deps -- once; later by what its user does
  }, []);

  const read = async (id: string): Promise<void> => {
    const answer = await staff.mail.readIncoming(id);
    if (answer.ok) setOpened(answer.value);
    else toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  const retry = async (id: string): Promise<void> => {
    const answer = await staff.mail.retryIncoming(id);
    toasts.show(
      answer.ok ? { text: t.incomingRetried } : { text: errorText(i18n, answer.error), tone: 'error' },
    );
    await fetchPage(choice, null);
  };

  if (shown === null) return <Skeleton lines={6} />;
  if (shown === 'failed') {
    return (
      <EmptyState
        icon={iconAlert}
        title={t.mailsFailed}
        action={<Button onClick={() => show(choice)}>{t.tryAgain}</Button>}
      />
    );
  }
  const { mails, next, mailbox } = shown;
  return (
    <div class="outgoing-mail">
      <MailboxNotice mailbox={mailbox} />
      <div class="mail-choose">
        <SelectField
          label={t.mailsShow}
          value={choice}
          options={CHOICES.map((value) => ({
            value,
            label: value === 'all' ? t.mailsAll : t[`incomingState_${value}`],
          }))}
          onValue={(value) => show(value as Choice)}
        />
        <Button icon={iconRetry} onClick={() => show(choice)}>
          {t.mailsRefresh}
        </Button>
      </div>
      {mails.length === 0 ? (
        <EmptyState icon={iconMail} title={t.incomingNone}>
          {mailbox && t.incomingNoneText}
        </EmptyState>
      ) : (
        <ul class="mail-list" aria-label={t.incomingList}>
          {mails.map((mail) => (
            <IncomingRow
              key={mail.id}
              mail={mail}
              reads={mailbox !== null}
              onRead={() => void read(mail.id)}
              onRetry={() => void retry(mail.id)}
            />
          ))}
        </ul>
      )}
      {next !== null && <Button onClick={() => void fetchPage(choice, shown)}>{t.mailsMore}</Button>}
      {opened && <IncomingDialog mail={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
