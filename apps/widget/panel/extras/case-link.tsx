import { Button } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { errorText } from '../error-text.ts';
import type { Panel } from '../panel.ts';

/** The way to the case that the question became. Its link is made when it is asked for: each holds a secret of its own. */
export function CaseLink({ panel }: { readonly panel: Panel }) {
  const { chat, language } = panel;
  const { t } = language;
  const [link, setLink] = useState<{ number: string; url: string } | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const focused = useRef(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    const answer = await chat.caseLink();
    setBusy(false);
    if (answer.ok) setLink(answer.value);
    else setFailure(errorText(answer.error, t));
  };
  if (!link) {
    return (
      <div class="case-link">
        <Button busy={busy} onClick={() => void ask()}>
          {t.followCase}
        </Button>
        <p role="alert">{failure}</p>
      </div>
    );
  }
  const focus = (element: HTMLElement | null): void => {
    if (!focused.current) element?.focus();
    focused.current = true;
  };
  return (
    <div class="case-link">
      <a ref={focus} href={link.url} target="_blank" rel="noopener">
        {t.openCase({ number: link.number })}
      </a>
      <p>{t.casePrivate}</p>
    </div>
  );
}
