import type { Browser, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { freePort } from '../support/free-port.ts';
import { openProvider } from '../support/openid-provider.ts';

let relay: BuiltRelay;
let browser: Browser;
let provider: Awaited<ReturnType<typeof openProvider>>;
beforeAll(async () => {
  const at = await freePort();
  relay = await BuiltRelay.start('embedded', {
    OIDC_ISSUER: `http://127.0.0.1:${at}`,
    OIDC_CLIENT_ID: 'lotsa',
    OIDC_CLIENT_SECRET: 'a secret of the tests alone',
    OIDC_NAME: 'Ekhamras inloggning',
    OIDC_ROLES: 'KC=agent',
  });
  const maja = { name: 'Maja Ek', email: 'maja@ekhamra.example', groups: ['KC'] };
  provider = await openProvider(`${relay.url}/api/session/sso/callback`, new Map([['maja', maja]]), at);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await provider?.close();
});

const openPage = (width = 1200): Promise<Page> =>
  browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });

async function password(page: Page, user: string): Promise<void> {
  await page.getByLabel('Användarnamn').fill(user);
  await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
}

async function fromMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

it('an administrator asks for two steps, sets up an app and a passkey, and comes in by the passkey alone', async () => {
  const page = await openPage();
  // A passkey needs a host name.
  const address = `${relay.url.replace('127.0.0.1', 'localhost')}/console/`;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.goto(address);
  await password(page, 'administrator-1');
  await page.getByRole('link', { name: 'Inloggning', exact: true }).click();
  await page.getByLabel('Administratör').check();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Sparat. Ändringen gäller nu.').waitFor();
  await fromMenu(page, 'Administratör 1', 'Logga ut');

  // On the way in the second step is set up, in one narrow window.
  await page.setViewportSize({ width: 320, height: 800 });
  await password(page, 'administrator-1');
  await page.getByRole('heading', { name: 'Skaffa tvåstegsinloggning' }).waitFor();
  await page.getByRole('button', { name: 'Koppla en app' }).click();
  const secret = (await page.locator('.security-secret code').innerText()).replaceAll(' ', '');
  expect(await violationsInBoth(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.getByRole('textbox', { name: 'Engångskod' }).fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('Koden stämmer inte.').waitFor();
  await page
    .getByRole('textbox', { name: 'Engångskod' })
    .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Jag har sparat koderna' }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  const [code = ''] = await page.locator('.security-codes code').allInnerTexts();
  await page.getByRole('button', { name: 'Jag har sparat koderna' }).click();
  await page.setViewportSize({ width: 1200, height: 900 });

  await fromMenu(page, 'Administratör 1', 'Säkerhet');
  await page.getByLabel('Namn på passnyckeln').fill('Jobbdatorn');
  await page.keyboard.press('Enter');
  await page.getByText('Skapad ', { exact: false }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Administratör 1', 'Logga ut');

  // A recovery code opens too, once.
  await password(page, 'administrator-1');
  await page.getByRole('heading', { name: 'Bekräfta att det är du' }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Engångskod' }).fill(code);
  await page.keyboard.press('Enter');
  await fromMenu(page, 'Administratör 1', 'Logga ut');

  await page.getByRole('button', { name: 'Använd passnyckel' }).click();
  await page.getByRole('button', { name: 'Administratör 1', exact: true }).waitFor();
  await page.context().close();
});

it("the municipality's own sign-in leads in and out", async () => {
  const page = await openPage();
  await page.goto(`${relay.url}/console/`);
  await page.getByRole('link', { name: 'Logga in med Ekhamras inloggning' }).click();
  await page.getByPlaceholder('Enter any login').fill('maja');
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Maja Ek', exact: true }).waitFor();
  await fromMenu(page, 'Maja Ek', 'Säkerhet');
  await page.getByRole('heading', { name: 'Här är du inloggad' }).waitFor();
  // Its password is the municipality's.
  await expect.poll(() => page.getByLabel('Nytt lösenord').count()).toBe(0);
  await page.keyboard.press('Escape');
  await fromMenu(page, 'Maja Ek', 'Logga ut');
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.waitForURL(`${relay.url}/console/**`);
  await page.getByRole('heading', { name: 'Logga in' }).waitFor();
  await page.context().close();
});
