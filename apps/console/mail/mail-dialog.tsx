import { Dialog, directionOf } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import './mail.css';

/** Props of {@link MailDialog}. */
interface MailDialogProps {
  readonly subject: string;
  /** From whom and to whom: names and addresses. */
  readonly head: readonly (readonly [name: string, address: string])[];
  /** Empty where it has none. */
  readonly text: string;
  /** The language it was written in; null where nobody knows. */
  readonly language: string | null;
  readonly note: string;
  readonly onClose: () => void;
}

/** A mail as text: nothing in it is markup here, and nothing that it names is fetched. */
export function MailDialog({ subject, head, text, language, note, onClose }: MailDialogProps) {
  const { t } = useApp().i18n;
  return (
    <Dialog title={subject || t.mailNoSubject} closeLabel={t.close} onClose={onClose}>
      <dl class="mail-head">
        {head.map(([name, address]) => (
          <>
            <dt>{name}</dt>
            <dd dir="ltr">{address}</dd>
          </>
        ))}
      </dl>
      {text === '' ? (
        <p>{t.mailNoText}</p>
      ) : (
        <pre
          class="mail-text"
          lang={language ?? undefined}
          dir={language === null ? 'auto' : directionOf(language)}
        >
          {text}
        </pre>
      )}
      <p class="mail-note">{note}</p>
    </Dialog>
  );
}
