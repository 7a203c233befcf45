import type { ErrorAnswer, Me } from '@lotsa/protocol';
import { Banner, Button, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { FrontPage } from './front-page.tsx';
import { passwordError } from './password-error.ts';

const PASSWORD_LENGTH = 12;

/** Sets the password of whoever a one-time link is for, and signs in with it. */
export function WelcomePage({ token }: { readonly token: string }) {
  const { i18n, staff, route } = useApp();
  const { t } = i18n;
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const wrong = password.length >= PASSWORD_LENGTH ? undefined : t.passwordShort;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (wrong) return;
    setBusy(true);
    const answer = await request<Me>('POST', '/api/password', { token, password });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    route.open(null);
    await staff.signIn(answer.value.id, password);
  }

  return (
    <FrontPage title={t.welcomeTitle}>
      <p class="front-intro">{t.welcomeIntro}</p>
      {error && !passwordError(t, error) && (
        <Banner tone="error" announce>
          {error.code === 'not_found' || error.code === 'invalid_payload'
            ? t.welcomeUsed
            : errorText(i18n, error)}
        </Banner>
      )}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          type="password"
          label={t.password}
          hint={t.passwordHint}
          value={password}
          onValue={setPassword}
          error={(checked ? wrong : undefined) ?? passwordError(t, error)}
          autocomplete="new-password"
          required
          autofocus
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t.welcomeSave}
        </Button>
      </form>
    </FrontPage>
  );
}
