import { isCentre } from '@lotsa/core';
import type { Me } from '@lotsa/protocol';
import {
  iconHandOff,
  iconInfo,
  iconLock,
  iconPhone,
  iconSearch,
  iconSettings,
  iconSignOut,
  IconButton,
  iconEye,
  iconGlobe,
  iconUser,
  Menu,
} from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import { AvailabilityMenu } from './availability-menu.tsx';
import { Brand } from './brand.tsx';
import { NARROW, useMedia } from './use-media.ts';
import './header.css';

/** Who I am, how I am, and whether the desk is connected. */
export function Header({ me }: { readonly me: Me }) {
  const { i18n, preferences, dialog, staff, route } = useApp();
  const { t } = i18n;
  const dark = isDark(preferences.choices.value.theme);
  const other = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== i18n.lang);
  return (
    <header class="header">
      <h1 class="header-brand">
        <Brand />
      </h1>
      <Connection />
      <span class="header-space" />
      {isCentre(me.role) && (
        <IconButton icon={iconPhone} label={t.register} onClick={() => (dialog.value = 'register')} />
      )}
      <IconButton icon={iconSearch} label={t.palette} onClick={() => (dialog.value = 'palette')} />
      <AvailabilityMenu me={me} />
      <IconButton icon={iconInfo} label={t.shortcuts} onClick={() => (dialog.value = 'shortcuts')} />
      <Menu
        label={me.name}
        iconOnly={useMedia(NARROW)}
        icon={iconUser}
        variant="quiet"
        align="end"
        items={[
          {
            key: 'theme',
            label: dark ? t.toLight : t.toDark,
            icon: iconEye,
            onSelect: () => preferences.choose({ theme: dark ? 'light' : 'dark' }),
          },
          ...other.map((language) => ({
            key: language,
            label: LANGUAGES[language],
            icon: iconGlobe,
            onSelect: () => preferences.choose({ language }),
          })),
          ...(isCentre(me.role)
            ? [
                {
                  key: 'shift',
                  label: t.shiftEnd,
                  icon: iconHandOff,
                  onSelect: () => (dialog.value = 'shift'),
                },
              ]
            : []),
          {
            key: 'security',
            label: t.security,
            icon: iconLock,
            onSelect: () => (dialog.value = 'security'),
          },
          {
            key: 'settings',
            label: t.settings,
            icon: iconSettings,
            onSelect: () => (dialog.value = 'settings'),
          },
          {
            key: 'out',
            label: t.signOut,
            icon: iconSignOut,
            onSelect: () =>
              route.leave(() => {
                route.open(null);
                void staff.signOut().then((goTo) => goTo !== null && location.assign(goTo));
              }),
          },
        ]}
      />
    </header>
  );
}

const isDark = (theme: 'system' | 'light' | 'dark'): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

function Connection() {
  const { state, i18n } = useApp();
  const { t } = i18n;
  const { connection } = state.value;
  const words = {
    idle: t.connecting,
    connecting: t.connecting,
    online: t.online,
    offline: t.disconnected,
  };
  return (
    <span class="connection" data-connection={connection}>
      {words[connection]}
    </span>
  );
}
