import type { Answer, ErrorAnswer, RecoveryCodes, TotpOffer } from '@lotsa/protocol';
import { Banner, Button, iconLock, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { makePasskey } from './passkeys.ts';
import './security.css';

/** Props of the ways to set up a second factor. */
interface SetupProps {
  /** Asks again after a proof, where one is wanted. */
  readonly withProof: <Value>(ask: () => Promise<Answer<Value>>) => Promise<Answer<Value> | null>;
  /** It is set up; the first one comes with recovery codes. */
  readonly onDone: (codes: readonly string[]) => void;
}

/** An app that makes codes: its secret is scanned, and a code of it shows that it was. */
export function TotpSetup({ withProof, onDone }: SetupProps) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);

  async function ask<Value>(asking: () => Promise<Answer<Value>>, done: (value: Value) => void) {
    setBusy(true);
    setError(null);
    const answer = await withProof(asking);
    setBusy(false);
    if (answer?.ok) done(answer.value);
    else if (answer) setError(answer.error);
  }
  const begin = () => ask(() => request<TotpOffer>('POST', '/api/account/totp'), setOffer);
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    void ask(
      () => request<RecoveryCodes>('POST', '/api/account/totp/confirm', { code }),
      ({ codes }) => onDone(codes),
    );
  };
  const wrongCode = error?.code === 'invalid_payload';
  const failure = error && !wrongCode && (
    <Banner tone="error" announce>
      {errorText(i18n, error)}
    </Banner>
  );
  if (!offer)
    return (
      <>
        {failure}
        <div>
          <Button icon={iconLock} busy={busy} onClick={() => void begin()}>
            {t.totpBegin}
          </Button>
        </div>
      </>
    );
  return (
    <form class="security-part" noValidate onSubmit={confirm}>
      <p>{t.totpScan}</p>
      <img class="security-qr" alt={t.totpQr} src={`data:image/svg+xml,${encodeURIComponent(offer.qr)}`} />
      <p class="security-secret">
        {t.totpSecret} <code>{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      {failure}
      <TextField
        label={t.totpCode}
        hint={t.totpCodeHint}
        value={code}
        onValue={setCode}
        error={wrongCode ? t.totpCodeWrong : undefined}
        inputMode="numeric"
        autocomplete="one-time-code"
        autofocus
        required
      />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t.totpConfirm}
        </Button>
      </div>
    </form>
  );
}

/** A passkey of this device, or of a key in its port. */
export function PasskeySetup({ withProof, onDone }: SetupProps) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [name, setName] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | 'stopped' | null>(null);

  async function make(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!name.trim()) return;
    setBusy(true);
    setError(null);
    let stopped = false;
    const answer = await withProof<RecoveryCodes>(async () => {
      const made = await makePasskey<RecoveryCodes>(name.trim());
      stopped = made === null;
      return made ?? { ok: false, error: { code: 'not_found', data: {} } };
    });
    setBusy(false);
    if (answer?.ok) {
      setName('');
      setChecked(false);
      onDone(answer.value.codes);
    } else if (answer) setError(stopped ? 'stopped' : answer.error);
  }
  return (
    <form class="security-part" noValidate onSubmit={(event) => void make(event)}>
      {error && (
        <Banner tone="error" announce>
          {error === 'stopped' ? t.passkeyStopped : errorText(i18n, error)}
        </Banner>
      )}
      <TextField
        label={t.passkeyName}
        hint={t.passkeyNameHint}
        value={name}
        onValue={setName}
        error={checked && !name.trim() ? t.passkeyNameMissing : undefined}
        maxLength={60}
        autocomplete="off"
        required
      />
      <div>
        <Button type="submit" icon={iconLock} busy={busy}>
          {t.passkeyMake}
        </Button>
      </div>
    </form>
  );
}
