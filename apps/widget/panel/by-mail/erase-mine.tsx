import { Banner, Button } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../error-text.ts';
import type { Panel } from '../panel.ts';
import { askAbout } from './ask.ts';

/** Erases the visitor's own conversation, asked twice; offered only where the retention rule lets it (rule P5). */
export function EraseMine({ panel }: { readonly panel: Panel }) {
  const { chat, state, language } = panel;
  const { t } = language;
  const { conversation } = state;
  const [allowed, setAllowed] = useState(false);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const id = conversation?.id;
  const closed = conversation?.status === 'closed';
  useEffect(() => {
    if (!id || !closed) return;
    void askAbout('GET', id, '/erasing', chat.bearer()).then((answer) =>
      setAllowed(answer?.ok === true && (answer.value as { allowed: boolean }).allowed),
    );
  }, [id, closed, chat]);
  useEffect(() => {
    if (sure) box.current?.querySelector('button')?.focus();
  }, [sure]);

  if (!allowed || !id) return null;
  const erase = async (): Promise<void> => {
    setBusy(true);
    const answer = await askAbout('DELETE', id, '', chat.bearer());
    setBusy(false);
    if (answer?.ok) return chat.startOver();
    setFailure(answer ? errorText(answer.error, t) : t.mailLost);
  };
  if (!sure)
    return (
      <Button variant="quiet" onClick={() => setSure(true)}>
        {t.eraseAsk}
      </Button>
    );
  return (
    <div ref={box} role="group" aria-label={t.eraseSure}>
      <p>
        <strong>{t.eraseSure}</strong> {t.eraseText}
      </p>
      {failure && (
        <Banner tone="error" announce>
          {failure}
        </Banner>
      )}
      <div class="buttons">
        <Button onClick={() => setSure(false)}>{t.cancel}</Button>
        <Button variant="danger" busy={busy} onClick={() => void erase()}>
          {t.eraseDo}
        </Button>
      </div>
    </div>
  );
}
