import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { HOST, launcherOf, serveHost, tag } from '../support/host-page.ts';

let relay: BuiltRelay;
let browser: Browser;
beforeAll(async () => {
  relay = await BuiltRelay.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await relay?.close();
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
  expect(await shown.count()).toBe(0);

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
  expect(await page.evaluate('window.heard')).toEqual([{ site: 'ekhamra', verified: true, reason: null }]);
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
  expect(await page.evaluate('window.heard.at(-1)')).toEqual({
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
  expect(await panel.getByText('Vad händer med mitt bygglov?').count()).toBe(0);
});
