import type { UserSignIn as UserSignInFacts } from '@lotsa/protocol';
import { Button } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../errors/error-text.ts';
import { request } from '../../fetching/request.ts';
import { useProof } from '../../security/use-proof.tsx';

/** Signs a user out everywhere, and takes lost second factors away. */
export function UserSignIn({ userId }: { readonly userId: string }) {
  const { i18n, toasts } = useApp();
  const { t } = i18n;
  const [state, setState] = useState<UserSignInFacts | null>(null);
  const { withProof, proof } = useProof();
  const load = async () => {
    const answer = await request<UserSignInFacts>('GET', `/api/users/${encodeURIComponent(userId)}/sign-in`);
    if (answer.ok) setState(answer.value);
  };
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each user
  }, [userId]);
  const change = async (what: 'sign-out' | 'reset-factors', done: string) => {
    const answer = await withProof(() => request('POST', `/api/users/${what}`, { userId }));
    if (!answer) return;
    toasts.show(answer.ok ? { text: done } : { text: errorText(i18n, answer.error), tone: 'error' });
    void load();
  };
  if (!state) return null;
  const factors = state.passkeys + (state.totp ? 1 : 0);
  return (
    <section class="settings-group" aria-labelledby="user-sign-in-title">
      <h4 id="user-sign-in-title">{t.userSignIn}</h4>
      <p class="ui-field-hint">{t.userSignInState({ sessions: state.sessions, factors })}</p>
      <div class="security-actions">
        <Button disabled={state.sessions === 0} onClick={() => void change('sign-out', t.sessionEnded)}>
          {t.userSignOut}
        </Button>
        <Button disabled={factors === 0} onClick={() => void change('reset-factors', t.userFactorsReset)}>
          {t.userResetFactors}
        </Button>
      </div>
      {proof}
    </section>
  );
}
