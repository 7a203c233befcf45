import type { ErrorAnswer } from '@lotsa/protocol';
import { Banner, Button, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { addressOf } from '../routing/route.ts';
import { FrontPage } from './front-page.tsx';
import { passwordError } from './password-error.ts';

/** As the relay's schema asks. */
const USER = /^[A-Za-z0-9][A-Za-z0-9_-]{1,63}$/;
const PASSWORD_LENGTH = 12;

/** Makes the first administrator of an empty store, for whoever has the link that was printed at the start. */
export function SetUpPage({ token }: { readonly token: string }) {
  const { i18n, staff, route } = useApp();
  const { t } = i18n;
  const [name, setName] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const wrong = {
    name: name.trim() ? undefined : t.fillName,
    user: USER.test(user) ? undefined : t.userNameWrong,
    password: password.length >= PASSWORD_LENGTH ? undefined : t.passwordShort,
  };

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (wrong.name ?? wrong.user ?? wrong.password) return;
    setBusy(true);
    const answer = await request('POST', '/api/setup', { token, name: name.trim(), user, password });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    route.open(null);
    await staff.signIn(user, password);
  }

  const words: Partial<Record<ErrorAnswer['code'], string>> = {
    not_found: t.setUpUsed,
    forbidden: t.setUpWrong,
    invalid_payload: t.setUpWrong,
  };
  return (
    <FrontPage title={t.setUpTitle}>
      <p class="front-intro">{t.setUpIntro}</p>
      {error && !passwordError(t, error) && (
        <Banner
          tone="error"
          announce
          action={error.code === 'not_found' && <a href={addressOf(null)}>{t.toSignIn}</a>}
        >
          {words[error.code] ?? errorText(i18n, error)}
        </Banner>
      )}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.yourName}
          hint={t.yourNameHint}
          value={name}
          onValue={setName}
          error={checked ? wrong.name : undefined}
          autocomplete="name"
          required
          autofocus
        />
        <TextField
          label={t.userName}
          hint={t.userNameHint}
          value={user}
          onValue={setUser}
          error={checked ? wrong.user : undefined}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
        />
        <TextField
          type="password"
          label={t.password}
          hint={t.passwordHint}
          value={password}
          onValue={setPassword}
          error={(checked ? wrong.password : undefined) ?? passwordError(t, error)}
          autocomplete="new-password"
          required
        />
        <Button type="submit" variant="primary" busy={busy}>
          {t.setUp}
        </Button>
      </form>
    </FrontPage>
  );
}
