// npm run screenshots: the pictures of the README, taken from the running program with Ekhamra's data.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../test/support/built-relay.ts';
import { buildIfNeeded } from './build-if-needed.mjs';

const OUT = 'docs/images';

buildIfNeeded();
mkdirSync(OUT, { recursive: true });
const relay = await BuiltRelay.start();
const browser = await launchBrowser();
try {
  const agent = await signedIn('agent-01', 1360, 850);
  const specialist = await signedIn('specialist-sbf', 1360, 850);

  const visitor = await page('/demo/bygglov.html', 1180, 760);
  await visitor.getByRole('button', { name: /Chatta/ }).click();
  const panel = visitor.frameLocator('iframe');
  await panel.getByRole('textbox').fill('Hej! Behöver jag bygglov för ett uterum på 12 kvadratmeter?');
  await panel.getByRole('textbox').press('Enter');
  await ask('en', 'When is my waste collected?');
  await ask('ar', 'متى يتم جمع نفاياتي المنزلية؟');

  await agent.getByRole('tab', { name: /Kö/ }).click();
  await agent.getByText('Behöver jag bygglov').first().click();
  await agent.getByRole('button', { name: 'Ta frågan' }).first().click();
  await answer(agent, 'Hej! Det beror på detaljplanen. Jag frågar en handläggare, ett ögonblick.');
  await agent.getByRole('button', { name: 'Lämna över', exact: true }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Till' }).fill('Samhällsbyggnad');
  await agent.getByRole('option').first().click();
  await dialog.getByRole('radio', { name: /Delta i samtalet/ }).check();
  await dialog
    .getByRole('textbox', { name: 'Frågan i en mening' })
    .fill('Krävs lov för ett uterum på 12 kvm?');
  await dialog.getByRole('textbox', { name: 'Varför' }).fill('Tomten ligger i detaljplan från 1974.');
  await dialog.getByRole('button', { name: 'Skicka överlämning' }).click();

  await specialist.getByText('Krävs lov för ett uterum').first().click();
  await specialist.getByRole('button', { name: 'Acceptera' }).first().waitFor();
  await settled(specialist, 'specialist');
  await specialist.getByRole('button', { name: 'Acceptera' }).first().click();
  await answer(specialist, 'Ett uterum på 12 kvm i er detaljplan kräver anmälan, men inte bygglov.');
  await panel.getByText('kräver anmälan').waitFor();
  await settled(visitor, 'widget');
  await settled(agent, 'console');
} finally {
  await browser.close();
  await relay.close();
}

async function page(path: string, width: number, height: number, locale = 'sv-SE'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  const opened = await context.newPage();
  await opened.goto(relay.url + path);
  return opened;
}

async function signedIn(user: string, width: number, height: number): Promise<Page> {
  const console = await page('/console/', width, height);
  await console.getByLabel('Användarnamn').fill(user);
  await console.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await console.getByRole('button', { name: 'Logga in' }).click();
  await console.getByRole('tab').first().waitFor();
  return console;
}

async function ask(language: string, text: string): Promise<void> {
  const chat = await page(`/chat/ekhamra?lang=${language}`, 420, 760, language);
  await chat.getByRole('textbox').first().fill(text);
  await chat.getByRole('textbox').first().press('Enter');
  await chat.getByRole('log').getByText(text).waitFor();
}

async function answer(console: Page, text: string): Promise<void> {
  await console.getByRole('textbox', { name: 'Svar till invånaren' }).fill(text);
  await console.getByRole('button', { name: 'Skicka', exact: true }).click();
}

/** Takes the picture once notices have gone. */
async function settled(taken: Page, name: string): Promise<void> {
  const close = taken.getByRole('button', { name: 'Ta bort meddelandet' }).first();
  while (await close.isVisible()) await close.click();
  await taken.screenshot({ path: `${OUT}/${name}.png` });
}
