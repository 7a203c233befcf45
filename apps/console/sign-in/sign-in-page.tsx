import type { ErrorAnswer, SecondFactor, SignInWays } from '@lotsa/protocol';
import { Banner, Button, iconLock, TextField } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { askPasskey } from '../security/passkeys.ts';
import { EnrolStep } from './enrol-step.tsx';
import { FrontPage } from './front-page.tsx';
import { SecondStep } from './second-step.tsx';
import '../security/security.css';

/** Who are you. */
export function SignInPage() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorAnswer | null>(null);
  const [ways, setWays] = useState<SignInWays>({ sso: null, passkeys: false });
  const [step, setStep] = useState<readonly SecondFactor[] | 'password' | 'enrol'>('password');
  // What the municipality's sign-in came back with is said once.
  const [elsewhere, setElsewhere] = useState(() => new URLSearchParams(location.search).get('sign-in'));
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    void request<SignInWays>('GET', '/api/sign-in').then((answer) => answer.ok && setWays(answer.value));
  }, []);
  const enter = () => void staff.start();
  const back = () => {
    setBusy(false);
    setPassword('');
    setStep('password');
  };
  async function byPasskey() {
    setError(null);
    setElsewhere(null);
    setBusy(true);
    const answer = await askPasskey('/api/session/passkey');
    setBusy(false);
    if (answer?.ok) enter();
    else if (answer) setError(answer.error);
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setError(null);
    setElsewhere(null);
    setMissing(!user.trim() || !password);
    if (!user.trim() || !password) {
      form.current?.querySelector<HTMLInputElement>(user.trim() ? '#password' : '#user')?.focus();
      return;
    }
    setBusy(true);
    const answer = await staff.signIn(user.trim(), password);
    if (answer.ok) return;
    if (answer.error.code === 'second_factor') return setStep(answer.error.data.methods);
    if (answer.error.code === 'enrol_factor') return setStep('enrol');
    setBusy(false);
    setError(answer.error);
    setPassword('');
    form.current?.querySelector<HTMLInputElement>('#password')?.focus();
  }

  if (step === 'enrol') return <EnrolStep passkeys={ways.passkeys} onDone={enter} />;
  if (step !== 'password') return <SecondStep methods={step} onDone={enter} onBack={back} />;
  return (
    <FrontPage title={t.signInTitle}>
      <p class="front-intro">{t.signInIntro}</p>
      {error && (
        <Banner tone="error" announce>
          {errorText(i18n, error)}
        </Banner>
      )}
      {(elsewhere === 'failed' || elsewhere === 'refused') && (
        <Banner tone="error" announce>
          {elsewhere === 'failed' ? t.ssoFailed : t.ssoRefused}
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
      {(ways.sso !== null || ways.passkeys) && (
        <div class="security-ways">
          <p class="security-or">{t.signInOr}</p>
          {ways.sso !== null && (
            <a class="ui-button" href="/api/session/sso">
              {t.signInSso({ name: ways.sso })}
            </a>
          )}
          {ways.passkeys && (
            <Button icon={iconLock} busy={busy} onClick={() => void byPasskey()}>
              {t.passkeyUse}
            </Button>
          )}
        </div>
      )}
    </FrontPage>
  );
}
