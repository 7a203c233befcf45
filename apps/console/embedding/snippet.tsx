import { Button } from '@lotsa/ui';
import { useId } from 'preact/hooks';
import { useApp } from '../app-context.ts';

interface SnippetProps {
  readonly title: string;
  readonly text: string;
  readonly code: string;
}

/** Lines to take along, with a button that copies them. */
export function Snippet({ title, text, code }: SnippetProps) {
  const { i18n, toasts } = useApp();
  const { t } = i18n;
  const id = useId();
  const copy = () =>
    void copyText(code).then(
      () => toasts.show({ text: t.embedCopied }),
      () => toasts.show({ text: t.embedCopyFailed, tone: 'error' }),
    );
  return (
    <section class="snippet" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <p>{text}</p>
      <pre tabIndex={0} role="region" aria-labelledby={id} dir="ltr">
        <code>{code}</code>
      </pre>
      <Button aria-label={t.embedCopyOf({ what: title })} onClick={copy}>
        {t.embedCopy}
      </Button>
    </section>
  );
}

// Over plain http the browser has no clipboard for us.
const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
