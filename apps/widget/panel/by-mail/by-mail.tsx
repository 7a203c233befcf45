import { newId } from '@lotsa/client';
import { LIMITS } from '@lotsa/protocol';
import { Banner, Button, iconMail, TextField } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { checkContact } from '../check-contact.ts';
import { errorText } from '../error-text.ts';
import type { Panel } from '../panel.ts';
import { askAbout } from './ask.ts';
import { EraseMine } from './erase-mine.tsx';
import './by-mail.css';

/** Props of {@link ByMail}. */
export interface ByMailProps {
  readonly panel: Panel;
  /** What was said, or a link that opens it on another device. */
  readonly kind: 'transcript' | 'deviceLink';
}

/** Gets something of the conversation by mail: a button, and behind it the address, which is kept nowhere. */
export function ByMail({ panel, kind }: ByMailProps) {
  const { t } = panel.language;
  const [open, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState('');
  const words = {
    transcript: { ask: t.mailTranscript, hint: t.mailTranscriptHint, sent: t.mailTranscriptSent },
    deviceLink: { ask: t.mailLink, hint: t.mailLinkHint, sent: t.mailLinkSent },
  }[kind];
  return (
    <div class="by-mail">
      {open ? (
        <MailForm
          panel={panel}
          kind={kind}
          hint={words.hint}
          onSent={(email) => {
            setOpen(false);
            setSentTo(email);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button icon={iconMail} onClick={() => setOpen(true)}>
          {words.ask}
        </Button>
      )}
      <p role="status">{!open && sentTo && words.sent({ email: sentTo })}</p>
      {kind === 'transcript' && <EraseMine panel={panel} />}
    </div>
  );
}

interface MailFormProps extends ByMailProps {
  readonly hint: string;
  readonly onSent: (email: string) => void;
  readonly onCancel: () => void;
}

function MailForm({ panel, kind, hint, onSent, onCancel }: MailFormProps) {
  const { language, chat, state } = panel;
  const { t } = language;
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  // The same in every try of the same mail (rule D2).
  const request = useRef({ email: '', id: '' });
  const field = `mail-${kind}`;
  const focus = (): void => document.getElementById(field)?.focus();
  useEffect(focus, [field]);

  const refuse = (): void => {
    setWrong(true);
    focus();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { conversation } = state;
    const { contact } = checkContact({ name: '', phone: '', email });
    setFailure('');
    setWrong(false);
    if (!contact?.email) return refuse();
    if (busy || !conversation) return;
    if (request.current.email !== contact.email) request.current = { email: contact.email, id: newId() };
    const asked = { ...request.current, kind, language: language.lang };
    setBusy(true);
    const answer = await askAbout('POST', conversation.id, '/mails', chat.bearer(), asked);
    setBusy(false);
    if (answer?.ok) return onSent(contact.email);
    const error = answer?.error;
    if (error?.code === 'invalid_payload' && error.data.field === 'email') refuse();
    else if (error?.code === 'forbidden') setFailure(t.mailSecret);
    else setFailure(error ? errorText(error, t) : t.mailLost);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{hint}</p>
      <TextField
        id={field}
        label={t.email}
        type="email"
        autocomplete="email"
        dir="ltr"
        maxLength={LIMITS.email}
        error={wrong ? t.badEmail : undefined}
        value={email}
        onValue={(value) => setEmail(value)}
      />
      {failure && (
        <Banner tone="error" announce>
          {failure}
        </Banner>
      )}
      <div class="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          {t.mailSend}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
}
