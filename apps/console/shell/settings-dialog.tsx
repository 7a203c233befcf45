import { Checkbox, Dialog, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import { choosesMail, MailChoices } from '../mail/mail-choices.tsx';
import { beep } from '../notices/beep.ts';
import type { Choices } from '../preferences/preferences.ts';

/** What I want on this device. Each choice holds at once. */
export function SettingsDialog() {
  const { i18n, preferences, dialog, state } = useApp();
  const { t } = i18n;
  const role = state.value.me?.role;
  const { theme, sound, desktop } = preferences.choices.value;
  const [denied, setDenied] = useState(false);

  async function wantDesktop(wanted: boolean) {
    const allowed =
      wanted && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    setDenied(wanted && !allowed);
    preferences.choose({ desktop: allowed });
  }

  return (
    <Dialog title={t.settings} size="s" closeLabel={t.close} onClose={() => (dialog.value = null)}>
      <SelectField
        label={t.language}
        value={i18n.lang}
        options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))}
        onValue={(language) => preferences.choose({ language: language as Language })}
      />
      <SelectField
        label={t.theme}
        value={theme}
        options={[
          { value: 'system', label: t.themeSystem },
          { value: 'light', label: t.themeLight },
          { value: 'dark', label: t.themeDark },
        ]}
        onValue={(value) => preferences.choose({ theme: value as Choices['theme'] })}
      />
      <Checkbox
        label={t.sound}
        checked={sound}
        onChecked={(wanted) => {
          preferences.choose({ sound: wanted });
          if (wanted) beep();
        }}
      />
      <Checkbox
        label={t.desktopNotices}
        hint={denied ? t.desktopDenied : t.desktopNoticesHint}
        checked={desktop}
        onChecked={(wanted) => void wantDesktop(wanted)}
      />
      {role && choosesMail(role) && <MailChoices role={role} />}
    </Dialog>
  );
}
