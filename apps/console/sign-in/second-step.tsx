import type { Answer, ErrorAnswer, SecondFactor } from '@lotsa/protocol';
import { Banner, Button, iconLock, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { askPasskey } from '../security/passkeys.ts';
import { FrontPage } from './front-page.tsx';

/** Props of {@link SecondStep}. */
interface SecondStepProps {
  readonly methods: readonly SecondFactor[];
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The password was right: now the second factor. */
export function SecondStep({ methods, onDone, onBack }: SecondStepProps) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const byApp = methods.includes('totp');

  async function settle(asked: Promise<Answer<unknown> | null>) {
    setBusy(true);
    setError(null);
    const answer = await asked;
    setBusy(false);
    if (answer?.ok) return onDone();
    if (answer?.error.code === 'unauthenticated') return onBack();
    if (answer) setError(answer.error);
    return undefined;
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(code.trim().length < 6);
    if (code.trim().length >= 6) void settle(request('POST', '/api/session/code', { code: code.trim() }));
  };
  return (
    <FrontPage title={t.secondTitle}>
      <p class="front-intro">{t.secondIntro}</p>
      {error && (
        <Banner tone="error" announce>
          {error.code === 'wrong_credentials' ? t.secondWrong : errorText(i18n, error)}
        </Banner>
      )}
      {methods.includes('passkey') && (
        <Button
          variant={byApp ? 'secondary' : 'primary'}
          icon={iconLock}
          busy={busy}
          onClick={() => void settle(askPasskey('/api/session/passkey'))}
        >
          {t.passkeyUse}
        </Button>
      )}
      <form noValidate onSubmit={submit}>
        <TextField
          label={byApp ? t.totpCode : t.recoveryCode}
          hint={byApp ? t.secondHint : t.recoveryCodeHint}
          value={code}
          onValue={setCode}
          error={missing && code.trim().length < 6 ? t.fillCode : undefined}
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          required
          autofocus
        />
        <Button type="submit" variant={byApp ? 'primary' : 'secondary'} busy={busy}>
          {t.secondSend}
        </Button>
      </form>
      <div>
        <Button variant="quiet" onClick={onBack}>
          {t.secondBack}
        </Button>
      </div>
    </FrontPage>
  );
}
