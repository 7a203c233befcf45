import type { Answer, ErrorAnswer } from '@lotsa/protocol';
import { Banner, Button, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { passwordError } from '../sign-in/password-error.ts';
import { request } from '../fetching/request.ts';

/** Another password. Whoever is signed in elsewhere with the old one is out. */
export function PasswordForm({
  withProof,
}: {
  readonly withProof: (ask: () => Promise<Answer<null>>) => Promise<Answer<null> | null>;
}) {
  const { i18n, toasts } = useApp();
  const { t } = i18n;
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const wrong = passwordError(t, error);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const answer = await withProof(() => request('POST', '/api/account/password', { password }));
    setBusy(false);
    if (!answer) return;
    if (!answer.ok) return setError(answer.error);
    setPassword('');
    toasts.show({ text: t.passwordChanged });
  }
  return (
    <form class="security-part" noValidate onSubmit={(event) => void save(event)}>
      {error && !wrong && (
        <Banner tone="error" announce>
          {errorText(i18n, error)}
        </Banner>
      )}
      <TextField
        type="password"
        label={t.passwordNew}
        hint={t.passwordHint}
        value={password}
        onValue={setPassword}
        error={wrong}
        autocomplete="new-password"
        required
      />
      <div>
        <Button type="submit" busy={busy}>
          {t.passwordChange}
        </Button>
      </div>
    </form>
  );
}
