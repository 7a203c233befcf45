import { Button } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { askIdentity } from '../identity/ask.ts';
import type { Panel } from '../panel.ts';

/** As whom the visitor is known, by whose word, and the way out of it (rule I3). */
export function Known({ panel }: { readonly panel: Panel }) {
  const { state, language } = panel;
  const { t } = language;
  const { identity, site } = state;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!identity) return null;
  const { name = '' } = identity;
  const by = identity.by === 'site' ? panel.say(site?.name) : identity.provider;
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await askIdentity(panel, null);
    setBusy(false);
    setFailed(!answer?.ok);
  };
  return (
    <div class="known">
      <p role="alert" aria-live="polite">
        {name ? t.knownAs({ name, by }) : t.known({ by })}
      </p>
      <Button variant="quiet" busy={busy} onClick={() => void end()}>
        {t.knownEnd}
      </Button>
      <p role="alert">{failed && t.knownFailed}</p>
    </div>
  );
}
