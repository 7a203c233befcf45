import { Button, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import type { Panel } from '../panel.ts';
import { WaysToReachUs } from '../ways-to-reach-us.tsx';
import { askIdentity } from './ask.ts';
import { beginAnew } from './begin-anew.ts';

/** Leads to the e-identification in another window, and takes the code that comes of it (rule I4). */
export function Identify({ panel, onDone }: { readonly panel: Panel; readonly onDone: () => void }) {
  const { site } = panel.state;
  const { t, lang } = panel.language;
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!site?.eid)
    return (
      <>
        <p>{t.eidOff}</p>
        <WaysToReachUs panel={panel} />
      </>
    );
  const send = async (): Promise<void> => {
    if (!code.trim()) return;
    setBusy(true);
    const answer = await askIdentity(panel, { code });
    setBusy(false);
    setWrong(!answer?.ok);
    if (!answer?.ok) return;
    if (answer.value?.another) beginAnew(panel, answer.value);
    else onDone();
  };
  return (
    <form
      class="identify"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        <a
          class="ui-button"
          data-variant="primary"
          href={`/identify/${site.id}?lang=${lang}`}
          target="_blank"
          rel="noopener"
        >
          {t.eidBegin} ({site.eid})
        </a>
      </p>
      <p>{t.eidWindow}</p>
      <TextField
        label={t.eidCode}
        hint={t.eidCodeHint}
        error={wrong ? t.eidWrong : undefined}
        value={code}
        maxLength={20}
        autocomplete="one-time-code"
        spellcheck={false}
        dir="ltr"
        onValue={setCode}
      />
      <Button type="submit" busy={busy}>
        {t.eidDone}
      </Button>
    </form>
  );
}
