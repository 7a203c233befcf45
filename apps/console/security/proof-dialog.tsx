import type { Answer, ErrorAnswer, StepUpMethod, StepUpState } from '@lotsa/protocol';
import { Banner, Button, Dialog, iconLock, TextField } from '@lotsa/ui';
import { useEffect, useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { askPasskey } from './passkeys.ts';
import './security.css';

const LOOK_MS = 2_000;

/** Props of {@link ProofDialog}. */
interface ProofDialogProps {
  readonly methods: readonly StepUpMethod[];
  readonly onDone: (proved: boolean) => void;
}

/** Who sits there shows again that it is them. */
export function ProofDialog({ methods, onDone }: ProofDialogProps) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [elsewhere, setElsewhere] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const form = useId();
  const by = methods.includes('totp') ? 'totp' : methods.includes('password') ? 'password' : null;

  async function settle(asked: Promise<Answer<unknown> | null>) {
    setBusy(true);
    setError(null);
    const answer = await asked;
    setBusy(false);
    if (answer?.ok) onDone(true);
    else if (answer) setError(answer.error);
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (by === 'totp') void settle(request('POST', '/api/account/step-up/code', { code }));
    else if (by) void settle(request('POST', '/api/account/step-up/password', { password }));
  };
  // The municipality's sign-in opens in a tab of its own, which tells nobody when it is done.
  useEffect(() => {
    if (!elsewhere) return undefined;
    const timer = setInterval(() => {
      void request<StepUpState>('GET', '/api/account/step-up').then((answer) => {
        if (answer.ok && answer.value.fresh) onDone(true);
      });
    }, LOOK_MS);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each tab
  }, [elsewhere]);

  return (
    <Dialog
      title={t.proofTitle}
      size="s"
      closeLabel={t.close}
      onClose={() => onDone(false)}
      footer={
        <>
          <Button onClick={() => onDone(false)}>{t.cancel}</Button>
          {by && (
            <Button type="submit" form={form} variant="primary" busy={busy}>
              {t.proofSend}
            </Button>
          )}
        </>
      }
    >
      <p>{t.proofText}</p>
      {error && (
        <Banner tone="error" announce>
          {error.code === 'wrong_credentials' ? t.proofWrong : errorText(i18n, error)}
        </Banner>
      )}
      {by && (
        <form id={form} class="dialog-form" noValidate onSubmit={submit}>
          {by === 'totp' ? (
            <TextField
              label={t.totpCode}
              hint={t.totpCodeHint}
              value={code}
              onValue={setCode}
              inputMode="numeric"
              autocomplete="one-time-code"
              autofocus
              required
            />
          ) : (
            <TextField
              type="password"
              label={t.password}
              value={password}
              onValue={setPassword}
              autocomplete="current-password"
              autofocus
              required
            />
          )}
        </form>
      )}
      {methods.includes('passkey') && (
        <Button
          icon={iconLock}
          busy={busy}
          onClick={() => void settle(askPasskey('/api/account/step-up/passkey'))}
        >
          {t.passkeyUse}
        </Button>
      )}
      {methods.includes('sso') && (
        <a
          class="ui-button"
          href="/api/session/sso?again"
          target="_blank"
          rel="noreferrer"
          onClick={() => setElsewhere(true)}
        >
          {t.proofSso}
        </a>
      )}
      <p role="status">{elsewhere && t.proofWaiting}</p>
    </Dialog>
  );
}
