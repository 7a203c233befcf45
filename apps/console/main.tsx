import '@lotsa/ui/tokens.css';
import '@lotsa/ui/desk-tokens.css';
import '@lotsa/ui/note.css';
import '@lotsa/ui/base.css';
import './console.css';
import { createStaffConsole, deviceStore } from '@lotsa/client';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { AppContext } from './app-context.ts';
import { ConsolePage } from './console-page.tsx';
import { followSplit } from './conversation/split.ts';
import { announceCaseAlerts } from './cases/announce-alerts.ts';
import { createApp } from './create-app.ts';
import { announceNotices } from './notices/announce-notices.ts';
import { ringWhileNeeded, showAlarmOnDesktop } from './notices/ring.ts';
import { showCountInTitle } from './notices/title.ts';

const store = deviceStore('lotsa:staff:');
const app = createApp(createStaffConsole({ store }), store);

effect(() => {
  const { theme } = app.preferences.choices.value;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
});
effect(() => {
  const { language } = app.preferences.choices.value;
  // Without the network the page keeps the language it has.
  void app.i18n.use(language).catch(() => undefined);
});
announceNotices(app);
announceCaseAlerts(app);
ringWhileNeeded(app);
showAlarmOnDesktop(app);
followSplit(app);
showCountInTitle(app);

const { name } = app.route.place.value;
if (name !== 'setup' && name !== 'welcome') void app.staff.start();

const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');
render(
  <AppContext.Provider value={app}>
    <ConsolePage />
  </AppContext.Provider>,
  root,
);
