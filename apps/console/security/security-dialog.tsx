import type { AccountSecurity, Answer, RecoveryCodes } from '@lotsa/protocol';
import { Badge, Banner, Button, Dialog, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { PasskeySetup, TotpSetup } from './factor-setup.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoveryCodeList } from './recovery-codes.tsx';
import { request } from '../fetching/request.ts';
import { useProof } from './use-proof.tsx';
import './security.css';

/** How I sign in, and where I am signed in. */
export function SecurityDialog({ onClose }: { readonly onClose: () => void }) {
  const { i18n, toasts } = useApp();
  const { t, formats } = i18n;
  const [mine, setMine] = useState<AccountSecurity | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { withProof, proof } = useProof();

  async function load() {
    const answer = await request<AccountSecurity>('GET', '/api/account/security');
    if (answer.ok) setMine(answer.value);
    else setFailure(errorText(i18n, answer.error));
  }
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is opened
  }, []);

  const change = async <Value,>(ask: () => Promise<Answer<Value>>, done: (value: Value) => void) => {
    const answer = await withProof(ask);
    if (!answer) return;
    if (!answer.ok) return toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
    done(answer.value);
    void load();
  };
  const removed = () => toasts.show({ text: t.securityRemoved });
  const setUp = (made: readonly string[]) => {
    setCodes(made);
    if (made.length === 0) toasts.show({ text: t.securitySaved });
    void load();
  };

  return (
    <Dialog title={t.security} closeLabel={t.close} onClose={onClose}>
      {failure !== null && <Banner tone="error">{failure}</Banner>}
      {!mine && failure === null && <Skeleton lines={6} />}
      {codes.length > 0 && <RecoveryCodeList codes={codes} onKept={() => setCodes([])} />}
      {mine && codes.length === 0 && (
        <div class="security">
          {mine.required && <Banner tone="info">{t.securityRequired}</Banner>}
          <section class="security-part" aria-labelledby="security-passkeys">
            <h3 id="security-passkeys">{t.passkeys}</h3>
            <p class="ui-field-hint">{t.passkeysText}</p>
            <ul class="security-list">
              {mine.passkeys.map(({ id, name, createdAt, usedAt }) => (
                <li key={id}>
                  <span>
                    <strong>{name}</strong>
                    <small>
                      {usedAt === null
                        ? t.passkeyMade({ when: formats.dayTime(createdAt) })
                        : t.passkeyUsed({ when: formats.dayTime(usedAt) })}
                    </small>
                  </span>
                  <Button
                    aria-label={t.passkeyRemoveNamed({ name })}
                    onClick={() =>
                      void change(() => request('POST', '/api/account/passkeys/remove', { id }), removed)
                    }
                  >
                    {t.passkeyRemove}
                  </Button>
                </li>
              ))}
            </ul>
            {mine.ways.passkeys ? (
              <PasskeySetup withProof={withProof} onDone={setUp} />
            ) : (
              <p class="ui-field-hint">{t.passkeysNotHere}</p>
            )}
          </section>
          <section class="security-part" aria-labelledby="security-totp">
            <h3 id="security-totp">
              {t.totp} {mine.totp && <Badge tone="ok">{t.securityOn}</Badge>}
            </h3>
            <p class="ui-field-hint">{t.totpText}</p>
            {mine.totp ? (
              <div>
                <Button
                  onClick={() => void change(() => request('POST', '/api/account/totp/remove'), removed)}
                >
                  {t.totpRemove}
                </Button>
              </div>
            ) : (
              <TotpSetup withProof={withProof} onDone={setUp} />
            )}
          </section>
          {(mine.totp || mine.passkeys.length > 0) && (
            <section class="security-part" aria-labelledby="security-recovery">
              <h3 id="security-recovery">{t.recoveryTitle}</h3>
              <p class="ui-field-hint">{t.recoveryLeft({ n: mine.recoveryCodes })}</p>
              <div>
                <Button
                  onClick={() =>
                    void change(
                      () => request<RecoveryCodes>('POST', '/api/account/recovery-codes'),
                      ({ codes: made }) => setCodes(made),
                    )
                  }
                >
                  {t.recoveryRenew}
                </Button>
              </div>
            </section>
          )}
          {mine.password && (
            <section class="security-part" aria-labelledby="security-password">
              <h3 id="security-password">{t.password}</h3>
              <PasswordForm withProof={withProof} />
            </section>
          )}
          <section class="security-part" aria-labelledby="security-sessions">
            <h3 id="security-sessions">{t.sessions}</h3>
            <ul class="security-list">
              {mine.sessions.map(({ id, device, createdAt, seenAt, current }) => (
                <li key={id}>
                  <span>
                    <strong>{device || t.sessionUnknown}</strong>
                    <small>
                      {t.sessionTimes({ since: formats.dayTime(createdAt), seen: formats.dayTime(seenAt) })}
                    </small>
                  </span>
                  {current ? (
                    <Badge tone="ok">{t.sessionCurrent}</Badge>
                  ) : (
                    <Button
                      onClick={() =>
                        void change(
                          () => request('POST', '/api/account/sessions/end', { id }),
                          () => toasts.show({ text: t.sessionEnded }),
                        )
                      }
                    >
                      {t.sessionEnd}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {mine.sessions.length > 1 && (
              <div>
                <Button
                  onClick={() =>
                    void change(
                      () => request('POST', '/api/account/sessions/end', { id: null }),
                      () => toasts.show({ text: t.sessionEnded }),
                    )
                  }
                >
                  {t.sessionsEndOthers}
                </Button>
              </div>
            )}
          </section>
        </div>
      )}
      {proof}
    </Dialog>
  );
}
