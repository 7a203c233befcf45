import { type MailEntry, MailState, type OpenedMail } from '@lotsa/protocol';
import { Banner, Button, EmptyState, iconAlert, iconMail, iconRetry, SelectField, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { MailDialog } from './mail-dialog.tsx';
import { MailRow } from './mail-row.tsx';
import './outgoing-mail.css';

type Choice = MailState | 'all';
const CHOICES: readonly Choice[] = ['all', ...MailState.options];

interface Shown {
  readonly mails: readonly MailEntry[];
  readonly next: string | null;
  readonly server: boolean;
}

/** Outgoing mail: what has been sent, what waits, what failed, and what is only kept. */
export function OutgoingMail() {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [choice, setChoice] = useState<Choice>('all');
  const [shown, setShown] = useState<Shown | 'failed' | null>(null);
  const [opened, setOpened] = useState<OpenedMail | null>(null);
  const asked = useRef(0);

  const fetchPage = async (state: Choice, before: Shown | null): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await staff.ask('mails:list', {
      state: state === 'all' ? null : state,
      after: before?.next ?? null,
    });
    // Another choice was made meanwhile.
    if (turn !== asked.current) return;
    if (!answer.ok) {
      if (before) toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
      else setShown('failed');
      return;
    }
    const { mails, next, server } = answer.value;
    setShown({ mails: [...(before?.mails ?? []), ...mails], next, server });
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
    const answer = await staff.ask('mail:read', { id });
    if (answer.ok) setOpened(answer.value);
    else toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  const resend = async (id: string): Promise<void> => {
    const answer = await staff.ask('mail:resend', { id });
    toasts.show(answer.ok ? { text: t.mailResent } : { text: errorText(i18n, answer.error), tone: 'error' });
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
  const { mails, next, server } = shown;
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
          onValue={(value) => show(value as Choice)}
        />
        <Button icon={iconRetry} onClick={() => show(choice)}>
          {t.mailsRefresh}
        </Button>
      </div>
      {mails.length === 0 ? (
        <EmptyState icon={iconMail} title={t.mailsNone}>
          {t.mailsNoneText}
        </EmptyState>
      ) : (
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
      {next !== null && <Button onClick={() => void fetchPage(choice, shown)}>{t.mailsMore}</Button>}
      {opened && <MailDialog mail={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
