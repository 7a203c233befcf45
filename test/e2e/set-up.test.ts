import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { NODE_OPTIONS } from '../support/node-options.ts';
import { withSbin } from '../support/program.ts';

const PASSWORD = 'en hel mening med ord';

let child: ChildProcess;
let folder: string;
let browser: Browser;
let link: string;
beforeAll(async () => {
  const port = await freePort();
  folder = await mkdtemp(join(tmpdir(), 'lotsa-set-up-'));
  child = spawn(process.execPath, [...NODE_OPTIONS, 'dist/relay/main.js'], {
    env: { PATH: withSbin(), PORT: String(port), DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const piece of child.stdout ?? []) {
    said += String(piece);
    link = /http\S+#token=\S+/.exec(said)?.[0] ?? '';
    if (link) break;
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Spara och lägg till' }).click();
  await page.getByRole('button', { name: 'Spara', exact: true }).waitFor();
};
const open = async (page: Page, section: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Administration' })
    .getByRole('link', { name: section, exact: true })
    .click();
  await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
};
const svenska = (page: Page, of: string) =>
  page.getByRole('group', { name: of, exact: true }).getByLabel('svenska', { exact: true });

it(
  'with DEMO=0 a municipality is made from nothing in the screens, and asked',
  { timeout: 120_000 },
  async () => {
    const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
    await page.goto(link);
    await page.getByLabel('Ditt namn').fill('Ada Admin');
    await page.getByLabel('Användarnamn').fill('ada');
    await page.getByLabel('Lösenord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Skapa kontot' }).click();
    await page.getByRole('heading', { name: 'Kom igång' }).waitFor();

    await page.getByRole('link', { name: 'Lägg till minst ett ämne' }).click();
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    // Nothing written: told at the field, which gets focus.
    await page.getByRole('button', { name: 'Spara och lägg till' }).click();
    await page.getByText('Skriv något här.').waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-invalid")'))
      .toBe('true');
    await svenska(page, 'Namn').fill('Avfall');
    // Nothing is left to be put right.
    await page.getByText('Ett fält behöver rättas.').waitFor({ state: 'detached' });
    await save(page);

    await open(page, 'Webbplatser');
    await page.getByLabel('Kortnamn').fill('nyby');
    await svenska(page, 'Namn').fill('Nyby kommun');
    await svenska(page, 'Vad kontaktcentret kallas').fill('Nyby Direkt');
    await svenska(page, 'Om personuppgifter').fill('Kommunstyrelsen ansvarar.');
    // Leaving it unsaved asks first, and nothing is lost.
    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name: 'Ämnen' })
      .click();
    await page.getByRole('button', { name: 'Stanna kvar' }).click();
    await expect.poll(() => page.getByLabel('Kortnamn').inputValue()).toBe('nyby');
    await save(page);

    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name: 'Öppettider', exact: true })
      .click();
    await page.getByRole('link', { name: 'Nyby kommun' }).click();
    await expect.poll(() => page.locator('.calendar time').count()).toBe(60);
    await page.getByLabel('Öppen dygnet runt').check();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Sparat. Ändringen gäller nu.').first().waitFor();

    await open(page, 'Förvaltningar');
    await svenska(page, 'Namn').fill('Tekniska kontoret');
    await save(page);

    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name: 'Bädda in' })
      .click();
    await page.getByText('data-site="nyby"').first().waitFor();

    await open(page, 'Användare och roller');
    await page.getByLabel('Namn', { exact: true }).fill('Siri Svarar');
    await page.getByLabel('Användarnamn').fill('siri');
    await save(page);
    await page.getByRole('button', { name: 'Skapa länk' }).click();
    const invite = await page.getByLabel('Länk till personen').inputValue();

    const agent = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
    await agent.goto(invite);
    await agent.getByLabel('Lösenord').fill(PASSWORD);
    await agent.getByRole('button', { name: 'Spara lösenordet' }).click();
    await agent.getByRole('button', { name: /Borta|Frånvarande/ }).click();
    await agent.getByRole('menuitem', { name: 'Tillgänglig' }).click();

    const visitor = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
    await visitor.goto(new URL('/chat/nyby', link).href);
    await visitor.getByRole('textbox').first().fill('När hämtas mina sopor?');
    await visitor.keyboard.press('Enter');
    await agent.getByText('När hämtas mina sopor?').first().click();
    await agent.getByRole('button', { name: 'Ta frågan' }).first().click();
    await agent
      .getByRole('textbox', { name: /svar|meddelande/i })
      .first()
      .fill('På tisdag.');
    await agent.keyboard.press('Enter');
    await visitor.getByText('På tisdag.').first().waitFor();
  },
);
