import type { Answer, Contact } from '@lotsa/protocol';
import { LIMITS } from '@lotsa/protocol';
import { Banner, Button, TextareaField, TextField } from '@lotsa/ui';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { findPersonalNumbers } from '@lotsa/core';
import { checkContact, type ContactError } from './check-contact.ts';
import { errorText } from './error-text.ts';
import { masked, type Panel } from './panel.ts';

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
};

/** How to reach somebody: e-mail or phone, and a name if one likes. What is typed stays until it has been received. */
export function ContactForm({ panel, submitLabel, withQuestion, onContact, onCancel }: ContactFormProps) {
  const { t, formats } = panel.i18n;
  const name = useSignal('');
  const email = useSignal('');
  const phone = useSignal('');
  const wrong = useSignal<ContactError | null>(null);
  const failure = useSignal<string | null>(null);
  const busy = useSignal(false);
  const question = panel.text.value;
  const tooLong = question.length > LIMITS.text;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const checked = checkContact({ name: masked(name.value), email: email.value, phone: phone.value });
    failure.value = null;
    wrong.value = withQuestion && (!question.trim() || tooLong) ? 'needQuestion' : checked.error;
    if (wrong.value) document.getElementById(`contact-${ERROR_FIELD[wrong.value]}`)?.focus();
    if (wrong.value || !checked.contact || busy.value) return;
    busy.value = true;
    const answer = await onContact(checked.contact);
    busy.value = false;
    if (answer?.ok !== false) return;
    const field = answer.error.code === 'invalid_payload' ? answer.error.data.field : '';
    if (field === 'contact.email') wrong.value = 'badEmail';
    else if (field === 'contact.phone') wrong.value = 'badPhone';
    else failure.value = errorText(answer.error, t);
  };
  const errorAt = (field: string): string | undefined => {
    const error = wrong.value;
    return error && ERROR_FIELD[error] === field ? t[error] : undefined;
  };
  const long: ComponentChildren =
    tooLong && t.tooLong({ n: formats.number(question.length), limit: formats.number(LIMITS.text) });
  return (
    <form class="contact" noValidate onSubmit={(event) => void submit(event)}>
      {withQuestion && (
        <>
          <TextareaField
            id="contact-question"
            label={t.writeQuestion}
            dir="auto"
            maxRows={6}
            error={typeof long === 'string' ? long : errorAt('question')}
            value={question}
            onValue={(value) => panel.write(value)}
          />
          <div class="composer-help" role="status">
            {findPersonalNumbers(question).length > 0 && <p>{t.personalNumber}</p>}
          </div>
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
          value={email.value}
          onValue={(value) => (email.value = value)}
        />
        <TextField
          id="contact-phone"
          label={t.phone}
          type="tel"
          autocomplete="tel"
          dir="ltr"
          maxLength={LIMITS.phone}
          error={errorAt('phone')}
          value={phone.value}
          onValue={(value) => (phone.value = value)}
        />
        <TextField
          id="contact-name"
          label={t.name}
          optional={t.optional}
          autocomplete="name"
          dir="auto"
          maxLength={LIMITS.name}
          value={name.value}
          onValue={(value) => (name.value = value)}
        />
      </fieldset>
      {failure.value && (
        <Banner tone="error" announce>
          {failure.value}
        </Banner>
      )}
      <div class="buttons">
        <Button type="submit" variant="primary" busy={busy.value}>
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
      </div>
    </form>
  );
}
