import { Banner, Button, iconRetry, LiveRegion, ToastRegion } from '@lotsa/ui';
import { useApp } from './app-context.ts';
import { Shell } from './shell/shell.tsx';
import { LoadingShell } from './shell/loading-shell.tsx';
import { FrontPage } from './sign-in/front-page.tsx';
import { SetUpPage } from './sign-in/set-up-page.tsx';
import { WelcomePage } from './sign-in/welcome-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** The whole page: what is shown follows from the address and from whether somebody is signed in. */
export function ConsolePage() {
  const { i18n, toasts, announcer } = useApp();
  const { t } = i18n;
  return (
    <>
      <Screen />
      <ToastRegion toasts={toasts} label={t.notices} dismissLabel={t.dismiss} />
      <LiveRegion announcer={announcer} />
    </>
  );
}

function Screen() {
  const { i18n, route, state, staff } = useApp();
  const { t } = i18n;
  const place = route.place.value;
  if (place.name === 'setup') return <SetUpPage token={place.token} />;
  if (place.name === 'welcome') return <WelcomePage token={place.token} />;
  switch (state.value.phase) {
    case 'ready':
      return <Shell />;
    case 'loading':
      return <LoadingShell />;
    case 'signedOut':
      return <SignInPage />;
    case 'unreachable':
      return (
        <FrontPage title={t.unreachableTitle}>
          <Banner tone="warn" announce>
            {t.unreachableText}
          </Banner>
          <Button icon={iconRetry} onClick={() => staff.retry()}>
            {t.tryAgain}
          </Button>
        </FrontPage>
      );
    case 'outdated':
      return (
        <FrontPage title={t.outdatedTitle}>
          <p>{t.outdatedText}</p>
          <Button variant="primary" icon={iconRetry} onClick={() => location.reload()}>
            {t.reload}
          </Button>
        </FrontPage>
      );
  }
}
