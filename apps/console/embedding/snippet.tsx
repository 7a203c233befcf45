import { Button } from '@lotsa/ui';
import { useId } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useCopy } from '../errors/use-copy.ts';

interface SnippetProps {
  readonly title: string;
  readonly text: string;
  readonly code: string;
}

/** Lines to take along, with a button that copies them. */
export function Snippet({ title, text, code }: SnippetProps) {
  const { t } = useApp().i18n;
  const id = useId();
  const copy = useCopy();
  return (
    <div class="snippet">
      <h4 id={id}>{title}</h4>
      <p>{text}</p>
      <pre tabIndex={0} role="region" aria-labelledby={id} dir="ltr">
        <code>{code}</code>
      </pre>
      <Button aria-label={t.embedCopyOf({ what: title })} onClick={() => copy(code, t.embedCopied)}>
        {t.embedCopy}
      </Button>
    </div>
  );
}
