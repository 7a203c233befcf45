import type { Answer, Contact } from '@lotsa/protocol';
import { LIMITS } from '@lotsa/protocol';
import { Banner, Button, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { findPersonalNumbers } from '@lotsa/core';
import { checkContact, type ContactError } from './check-contact.ts';
import { errorText } from './error-text.ts';
import { masked, type Panel } from './panel.ts';
import { Suggestions } from './parts.ts';
import './contact-form.css';

/** Props of {@link ContactForm}. */
export interface ContactFormProps {
  readonly panel: Panel;
  readonly submitLabel: string;
  /** Asks for the question too; it is the panel's text. */
  readonly withQuestion?: boolean;
  /** Takes the details; an answer that is an error is shown. */
  readonly onContact: (contact: Contact) => Promise<Answer<null>> | void;
  readonly onCancel?: () => void;
}

const ERROR_FIELD: Record<ContactError, string> = {
  needQuestion: 'question',
  needContact: 'email',
  badEmail: 'email',
  badPhone: 'phone',
  numberInEmail: 'email',
  numberInPhone: 'phone',
};

/** How to reach somebody: e-mail or phone, and a name if one likes. What is typed stays until it has been received. */
export function ContactForm({ panel, submitLabel, withQuestion, onContact, onCancel }: ContactFormProps) {
  const { t, formats } = panel.language;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState<ContactError | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const question = panel.text;
  const tooLong = question.length > LIMITS.text;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const checked = checkContact({ name: masked(name), email, phone });
    setFailure(null);
    const error = withQuestion && (!question.trim() || tooLong) ? 'needQuestion' : checked.error;
    setWrong(error);
    if (error) document.getElementById(`contact-${ERROR_FIELD[error]}`)?.focus();
    if (error || !checked.contact || busy || (withQuestion && !panel.mayBegin())) return;
    setBusy(true);
    const answer = await onContact(checked.contact);
    setBusy(false);
    if (answer?.ok !== false) return;
    const field = answer.error.code === 'invalid_payload' ? answer.error.data.field : '';
    if (field === 'contact.email') setWrong('badEmail');
    else if (field === 'contact.phone') setWrong('badPhone');
    else setFailure(errorText(answer.error, t));
  };
  const errorAt = (field: string): string | undefined =>
    wrong && ERROR_FIELD[wrong] === field
      ? t[wrong === 'numberInEmail' || wrong === 'numberInPhone' ? 'notPersonalNumber' : wrong]
      : undefined;
  const long = tooLong
    ? t.tooLong({ n: formats.number(question.length), limit: formats.number(LIMITS.text) })
    : undefined;
  return (
    <form class="contact" noValidate onSubmit={(event) => void submit(event)}>
      {withQuestion && (
        <>
          <TextareaField
            id="contact-question"
            label={t.writeQuestion}
            dir="auto"
            maxRows={6}
            error={long ?? errorAt('question')}
            value={question}
            onValue={(value) => panel.write(value)}
          />
          <div class="composer-help" role="status">
            {findPersonalNumbers(question).length > 0 && <p>{t.personalNumber}</p>}
          </div>
          {question && <Suggestions panel={panel} />}
        </>
      )}
      <fieldset>
        <legend>
          <strong>{t.contactTitle}</strong> {t.contactHint}
        </legend>
        <TextField
          id="contact-email"
          label={t.email}
          type="email"
          autocomplete="email"
          dir="ltr"
          maxLength={LIMITS.email}
          error={errorAt('email')}
          value={email}
          onValue={(value) => setEmail(value)}
        />
        <TextField
          id="contact-phone"
          label={t.phone}
          type="tel"
          autocomplete="tel"
          dir="ltr"
          maxLength={LIMITS.phone}
          error={errorAt('phone')}
          value={phone}
          onValue={(value) => setPhone(value)}
        />
        <TextField
          id="contact-name"
          label={t.name}
          optional={t.optional}
          autocomplete="name"
          dir="auto"
          maxLength={LIMITS.name}
          value={name}
          onValue={(value) => setName(value)}
        />
      </fieldset>
      {failure && (
        <Banner tone="error" announce>
          {failure}
        </Banner>
      )}
      <div class="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
      </div>
    </form>
  );
}
