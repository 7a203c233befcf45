import { Button } from '@lotsa/ui';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { errorText } from './error-text.ts';
import type { Panel } from './panel.ts';

/** Asks before a conversation is ended. */
export function EndQuestion({ panel, onStay }: { readonly panel: Panel; readonly onStay: () => void }) {
  const { chat, i18n } = panel;
  const { t } = i18n;
  const busy = useSignal(false);
  const failure = useSignal('');
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    yes.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const end = async (): Promise<void> => {
    busy.value = true;
    const answer = await chat.end();
    busy.value = false;
    if (answer.ok) onStay();
    else failure.value = errorText(answer.error, t);
  };
  return (
    <div class="end-question" role="group" aria-labelledby="end-question">
      <h2 id="end-question">{t.endQuestion}</h2>
      <p>{t.endText}</p>
      <p role="alert">{failure.value}</p>
      <div class="buttons">
        <Button ref={yes} variant="primary" busy={busy.value} onClick={() => void end()}>
          {t.endYes}
        </Button>
        <Button onClick={onStay}>{t.endNo}</Button>
      </div>
    </div>
  );
}
