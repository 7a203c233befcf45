import { Role, type StaffMember } from '@lotsa/protocol';
import { Banner, Button, Checkbox, iconLock, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { useProof } from '../../security/use-proof.tsx';
import { errorText } from '../../errors/error-text.ts';
import { useCopy } from '../../errors/use-copy.ts';
import type { SectionProps } from '../sections/section.ts';
import { Amount, Choice, Group, Several, Text } from '../settings/fields.tsx';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { UserSignIn } from './user-sign-in.tsx';
import { languageOptions, nameOf, optionsOf } from './options.ts';

const PAGE: SettingsPage<'users'> = {
  kind: 'users',
  section: 'users',
  title: ({ name }) => name,
  about: ({ item }, app) =>
    [
      app.i18n.t[`role_${item.role}`],
      item.id,
      ...item.departmentIds.map((id) => nameOf(app, 'departments', id)),
    ].join(' · '),
  blank: () => ({
    id: '',
    name: '',
    email: '',
    role: 'agent',
    departmentIds: [],
    languages: ['sv'],
    skills: [],
    capacity: 3,
    active: true,
  }),
  extra: ({ item }) => (
    <>
      {item.active && <Invite user={item} />}
      <UserSignIn userId={item.id} />
    </>
  ),
  fields: function UserFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    const departments = optionsOf(app, 'departments');
    return (
      <>
        <Group title={t.adminUser}>
          <Text form={form} field="name" label={t.field_userName} hint={t.yourNameHint} />
          {form.isNew && (
            <TextField
              label={t.userName}
              hint={t.userNameHint}
              value={form.draft.id}
              error={form.errorAt('id')}
              autocapitalize="none"
              spellcheck={false}
              autocomplete="off"
              onValue={(id) => form.set('id', id)}
            />
          )}
          <Text form={form} field="email" type="email" label={t.field_email} optional />
        </Group>
        <Group title={t.adminRole}>
          <Choice
            form={form}
            field="role"
            label={t.field_role}
            hint={t[`roleMay_${form.draft.role}`]}
            options={Role.options.map((value) => ({ value, label: t[`role_${value}`] }))}
          />
          <Several form={form} field="departmentIds" label={t.field_departmentIds} options={departments} />
          <Several
            form={form}
            field="languages"
            label={t.field_userLanguages}
            options={languageOptions(app)}
          />
          <Several
            form={form}
            field="skills"
            label={t.field_skills}
            hint={t.skillsHint}
            options={[...departments, ...optionsOf(app, 'topics')]}
          />
          <Amount form={form} field="capacity" label={t.field_capacity} hint={t.capacityHint} />
        </Group>
        {!form.isNew && (
          <Checkbox
            label={t.field_active}
            hint={t.activeHint}
            checked={form.draft.active}
            onChecked={(on) => form.set('active', on)}
          />
        )}
      </>
    );
  },
};

/** Makes the link by which a user chooses its password; shown once. */
function Invite({ user }: { readonly user: StaffMember }) {
  const { i18n, staff, toasts } = useApp();
  const { t, formats } = i18n;
  const [made, setMade] = useState<{ url: string; expiresAt: number; mailedTo: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const { withProof, proof } = useProof();
  const copy = useCopy();
  const make = async () => {
    setBusy(true);
    const answer = await withProof(() => staff.ask('user:invite', { userId: user.id }));
    setBusy(false);
    if (!answer) return undefined;
    if (!answer.ok) return toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
    const { token, expiresAt, mailedTo } = answer.value;
    setMade({ url: `${location.origin}/console/welcome#token=${token}`, expiresAt, mailedTo });
    return undefined;
  };
  return (
    <section class="settings-group" aria-labelledby="invite-title">
      <h4 id="invite-title">{t.inviteTitle}</h4>
      <p class="ui-field-hint">{t.inviteText}</p>
      {made ? (
        <>
          <Banner tone="ok" announce>
            {t.inviteMade({ when: formats.dayTime(made.expiresAt) })}
            {made.mailedTo && ` ${t.inviteMailed({ to: made.mailedTo })}`}
          </Banner>
          <TextField
            label={t.inviteLink}
            value={made.url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            onValue={() => undefined}
          />
          <div>
            <Button onClick={() => copy(made.url, t.inviteCopied)}>{t.inviteCopy}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button icon={iconLock} busy={busy} onClick={() => void make()}>
            {t.inviteMake}
          </Button>
        </div>
      )}
      {proof}
    </section>
  );
}

/** Who works here, and as what. */
export const UsersScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
