import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { freePort } from '../support/free-port.ts';
import { HOST, launcherOf, serveHost, tag } from '../support/host-page.ts';
import { openProvider } from '../support/openid-provider.ts';

let relay: BuiltRelay;
let browser: Browser;
let provider: Awaited<ReturnType<typeof openProvider>>;
beforeAll(async () => {
  const at = await freePort();
  relay = await BuiltRelay.start('embedded', {
    VISITOR_OIDC_ISSUER: `http://127.0.0.1:${at}`,
    VISITOR_OIDC_CLIENT_ID: 'lotsa',
    VISITOR_OIDC_CLIENT_SECRET: 'a secret of the tests alone',
    VISITOR_OIDC_NAME: 'Provlegitimation',
  });
  const kim = { name: 'Kim Ek', email: 'kim@example.se', groups: [] };
  provider = await openProvider(`${relay.url}/identify/callback`, new Map([['kim', kim]]), at);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await provider?.close();
});

async function signedIn(user: string, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${relay.url}/console/${path}`);
  await page.getByLabel('Användarnamn').fill(user);
  await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  return page;
}

it('[I1] [I3] a web site vouches for its visitor with a key from the console; both sides see it, and the visitor ends it', async () => {
  const admin = await signedIn('administrator-1', 'admin/embedding');
  await admin.getByRole('button', { name: 'Skapa nyckel' }).click();
  const shown = admin.getByRole('region', { name: 'Den nya nyckeln' }).locator('code');
  const key = new TextEncoder().encode(await shown.innerText());
  await admin.reload();
  await admin.getByText('Nyckeln skapades').waitFor();
  await expect.poll(() => shown.count()).toBe(0);

  const agent = await signedIn('agent-01', '');
  const context = await browser.newContext({ locale: 'sv-SE' });
  const names = ['Kim Ek'];
  await context.exposeFunction('serverSigns', (stale: boolean) =>
    new SignJWT({ name: names.at(-1) })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(`kund-${names.length}`)
      .setAudience('ekhamra')
      .setJti(randomUUID())
      .setExpirationTime(stale ? '-5m' : '5m')
      .sign(key),
  );
  await serveHost(context, { head: tag(relay.url) });
  const page = await context.newPage();
  await page.goto(`${HOST}/mina-sidor`);
  await launcherOf(page).waitFor();
  await page.evaluate(`
    window.heard = [];
    document.addEventListener('lotsa:identified', ({ detail }) => window.heard.push(detail));
    window.stale = false;
    lotsa('identify', () => serverSigns(window.stale));`);
  await launcherOf(page).click();
  const panel = page.frameLocator('lotsa-chat iframe');
  await panel.getByText(/Du är inloggad som Kim Ek/).waitFor();
  await expect
    .poll(() => page.evaluate('window.heard'))
    .toEqual([{ site: 'ekhamra', verified: true, reason: null }]);
  await panel.getByRole('textbox', { name: /Skriv din fråga/ }).fill('Vad händer med mitt bygglov?');
  await panel.getByRole('button', { name: 'Skicka', exact: true }).click();

  await agent.getByText('Vad händer med mitt bygglov?').click();
  await agent.getByRole('heading', { name: /Kim Ek/ }).waitFor();
  await agent.getByText('Verifierad av webbplatsen', { exact: true }).first().waitFor();

  await panel.getByRole('button', { name: 'Sluta visa vem jag är' }).click();
  await panel.getByText(/Du är inloggad som/).waitFor({ state: 'detached' });
  await agent.getByText('Besökaren avslutade sin verifierade identitet').waitFor();

  // A token that is too old: the page is told, and the chat goes on.
  await page.evaluate("window.stale = true; lotsa('identify', () => serverSigns(true))");
  await page.waitForFunction('window.heard.length > 1');
  await expect
    .poll(() => page.evaluate('window.heard.at(-1)'))
    .toEqual({
      site: 'ekhamra',
      verified: false,
      reason: 'expired',
    });
  await panel.getByRole('textbox', { name: /Skriv ett meddelande/ }).fill('Är ni kvar?');
  await panel.getByRole('button', { name: 'Skicka', exact: true }).click();
  await agent.getByRole('log').getByText('Är ni kvar?').waitFor();

  // Somebody else signs in on the page, in the same browser.
  names.push('Bo Al');
  await page.evaluate("lotsa('identify', () => serverSigns(false))");
  await panel.getByText(/Du är inloggad som Bo Al/).waitFor();
  await expect.poll(() => panel.getByText('Vad händer med mitt bygglov?').count()).toBe(0);
});

it('[I4] a topic that needs it leads the visitor to the e-identification and back, and the question goes', async () => {
  const admin = await signedIn('administrator-1', 'admin/topics/bygglov');
  await admin.getByLabel('Kräver e-legitimation').check();
  await admin.getByRole('button', { name: 'Spara', exact: true }).click();
  await admin.getByText('Sparat').first().waitFor();

  const agent = await signedIn('agent-01', '');
  const context = await browser.newContext({ locale: 'sv-SE' });
  await serveHost(context, { head: tag(relay.url, 'data-topic="bygglov"') });
  const page = await context.newPage();
  await page.goto(`${HOST}/bygglov`);
  await launcherOf(page).click();
  const panel = page.frameLocator('lotsa-chat iframe');
  await panel.getByRole('textbox', { name: /Skriv din fråga/ }).fill('Får jag riva garaget?');
  await panel.getByRole('button', { name: 'Skicka', exact: true }).click();
  await panel.getByText('Du behöver legitimera dig för att fråga om det här.').waitFor();

  const opened = context.waitForEvent('page');
  await panel.getByRole('link', { name: /Legitimera dig/ }).click();
  const window = await opened;
  await window.getByRole('link', { name: 'Legitimera dig med Provlegitimation' }).click();
  await window.locator('[name=login]').fill('kim');
  await window.locator('[name=password]').fill('any');
  await window.locator('[type=submit]').click();
  await window.getByRole('button', { name: 'Continue' }).click();
  const code = await window.locator('.identify-code').innerText();
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await window.close();

  await panel.getByLabel('Koden').fill(code);
  await panel.getByRole('button', { name: 'Klar', exact: true }).click();
  await panel.getByText(/Du är inloggad som Kim Ek \(Provlegitimation\)/).waitFor();
  await agent.getByText('Får jag riva garaget?').click();
  await agent.getByText('Verifierad av Provlegitimation', { exact: true }).first().waitFor();
});
