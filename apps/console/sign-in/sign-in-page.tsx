import type { ErrorAnswer } from '@lotsa/protocol';
import { Banner, Button, TextField } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { FrontPage } from './front-page.tsx';

/** Who are you. */
export function SignInPage() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setError(null);
    setMissing(!user.trim() || !password);
    if (!user.trim() || !password) {
      form.current?.querySelector<HTMLInputElement>(user.trim() ? '#password' : '#user')?.focus();
      return;
    }
    setBusy(true);
    const answer = await staff.signIn(user.trim(), password);
    if (answer.ok) return;
    setBusy(false);
    setError(answer.error);
    setPassword('');
    form.current?.querySelector<HTMLInputElement>('#password')?.focus();
  }

  return (
    <FrontPage title={t.signInTitle}>
      <p class="front-intro">{t.signInIntro}</p>
      {error && (
        <Banner tone="error" announce>
          {errorText(i18n, error)}
        </Banner>
      )}
      <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          id="user"
          label={t.userName}
          value={user}
          onValue={setUser}
          error={missing && !user.trim() ? t.fillUserName : undefined}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          autofocus
        />
        <TextField
          id="password"
          type="password"
          label={t.password}
          value={password}
          onValue={setPassword}
          error={missing && !password ? t.fillPassword : undefined}
          autocomplete="current-password"
          required
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t.signIn}
        </Button>
      </form>
    </FrontPage>
  );
}
