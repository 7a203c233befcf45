import { Role, type SignInSettings } from '@lotsa/protocol';
import { Banner, Button, Checkbox, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../errors/error-text.ts';
import { request } from '../../fetching/request.ts';
import { useProof } from '../../security/use-proof.tsx';
import { Group } from '../settings/fields.tsx';
import '../settings/settings.css';
import '../../security/security.css';

const ADDRESS = '/api/sign-in-settings';

/** Who has to have two factors, and what the municipality's own sign-in is set to. */
export function SignInScreen() {
  const { i18n, toasts } = useApp();
  const { t } = i18n;
  const [settings, setSettings] = useState<SignInSettings | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { withProof, proof } = useProof();
  useEffect(() => {
    void request<SignInSettings>('GET', ADDRESS).then((answer) =>
      answer.ok ? setSettings(answer.value) : setFailure(errorText(i18n, answer.error)),
    );
    // oxlint-disable-next-line react/exhaustive-deps -- once
  }, []);
  if (failure !== null) return <Banner tone="error">{failure}</Banner>;
  if (!settings) return <Skeleton lines={6} />;
  const { twoFactorRoles, sso, encrypted } = settings;
  const save = async () => {
    setBusy(true);
    const answer = await withProof(() => request('POST', ADDRESS, { twoFactorRoles }));
    setBusy(false);
    if (answer?.ok) toasts.show({ text: t.settingsSaved });
    else if (answer) toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
  };
  return (
    <div class="settings-form">
      <Group title={t.twoFactorTitle}>
        <p>{t.twoFactorText}</p>
        {Role.options.map((role) => (
          <Checkbox
            key={role}
            label={t[`role_${role}`]}
            checked={twoFactorRoles.includes(role)}
            onChecked={(on) =>
              setSettings({
                ...settings,
                twoFactorRoles: Role.options.filter((each) =>
                  each === role ? on : twoFactorRoles.includes(each),
                ),
              })
            }
          />
        ))}
        <div>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {t.settingsSave}
          </Button>
        </div>
      </Group>
      <Group title={t.ssoTitle}>
        {sso ? (
          <>
            <p>{t.ssoOn({ name: sso.name, issuer: sso.issuer })}</p>
            <p class="security-secret">
              {t.ssoCallback} <code>{sso.callback}</code>
            </p>
            <ul class="security-list">
              {sso.roles.map(({ group, role }) => (
                <li key={group}>
                  <code>{group}</code>
                  <span>{t[`role_${role}`]}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t.ssoOff}</p>
        )}
      </Group>
      <Banner tone={encrypted ? 'ok' : 'warn'}>{encrypted ? t.secretsEncrypted : t.secretsPlain}</Banner>
      {proof}
    </div>
  );
}
