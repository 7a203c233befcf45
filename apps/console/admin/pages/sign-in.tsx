import { Role, type SignInSettings } from '@lotsa/protocol';
import { Banner, Button, Checkbox } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { useAct } from '../../errors/use-act.ts';
import { Fetched } from '../../fetching/fetched.tsx';
import { request } from '../../fetching/request.ts';
import { useAnswer } from '../../fetching/use-answer.ts';
import { useProof } from '../../security/use-proof.tsx';
import { Group } from '../settings/fields.tsx';
import '../settings/settings.css';
import '../../security/security.css';

const ADDRESS = '/api/sign-in-settings';

/** Who has to have two factors, and what the municipality's own sign-in is set to. */
export function SignInScreen() {
  const known = useAnswer(() => request<SignInSettings>('GET', ADDRESS));
  return (
    <Fetched of={known} failed={useApp().i18n.t.adminFetchFailed}>
      {(settings) => <SignInForm settings={settings} onChange={known.setValue} />}
    </Fetched>
  );
}

interface SignInFormProps {
  readonly settings: SignInSettings;
  readonly onChange: (settings: SignInSettings) => void;
}

function SignInForm({ settings, onChange }: SignInFormProps) {
  const { t } = useApp().i18n;
  const { busy, act } = useAct();
  const { withProof, proof } = useProof();
  const { twoFactorRoles, sso, encrypted } = settings;
  const save = () =>
    act(() => withProof(() => request('POST', ADDRESS, { twoFactorRoles })), t.settingsSaved);
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
              onChange({
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
