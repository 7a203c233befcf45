import { Button } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText } from './error-text.ts';
import type { Panel } from './panel.ts';

/** Asks before a conversation is ended. */
export function EndQuestion({ panel, onStay }: { readonly panel: Panel; readonly onStay: () => void }) {
  const { chat, language } = panel;
  const { t } = language;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    yes.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await chat.end();
    setBusy(false);
    if (answer.ok) onStay();
    else setFailure(errorText(answer.error, t));
  };
  return (
    <div class="below" role="group" aria-labelledby="end-question">
      <h2 id="end-question">{t.endQuestion}</h2>
      <p>{t.endText}</p>
      <p role="alert">{failure}</p>
      <div class="buttons">
        <Button ref={yes} variant="primary" busy={busy} onClick={() => void end()}>
          {t.endYes}
        </Button>
        <Button onClick={onStay}>{t.endNo}</Button>
      </div>
    </div>
  );
}
