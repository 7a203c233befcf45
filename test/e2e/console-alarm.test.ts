import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';

let relay: BuiltRelay;
let browser: Browser;
beforeAll(async () => {
  relay = await BuiltRelay.start();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

/** Writes down what the browser is asked to play and to show, and lets nobody look at the page. */
const LISTENING = `
  window.played = 0;
  window.shown = [];
  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) { window.played += 1; return begin.call(this, at); };
  window.Notification = class extends EventTarget {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    constructor(title, { body }) { super(); window.shown.push(body); }
    close() {}
  };
  document.hasFocus = () => false;
`;

it(
  'who has waited too long is alarmed about on the page, in the title and by sound, until it is answered',
  {
    timeout: 180_000,
  },
  async () => {
    const admin = await staffSocket(relay.url, await signIn(relay.url, 'administrator-1', DEMO_PASSWORD));
    const { entries } = await admin.ask('settings:list', { kind: 'sites' });
    const [site] = entries;
    await admin.ask('settings:put', {
      kind: 'sites',
      item: { ...site!.item, alarmMs: 10_000 },
      revision: site!.revision,
    });
    admin.close();

    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.addInitScript(LISTENING);
    await page.goto(`${relay.url}/console/`);
    await page.getByLabel('Användarnamn').fill('agent-01');
    await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('tablist').waitFor();
    // Both are by choice: nothing is heard or shown on the desktop before.
    await page.getByRole('button', { name: /^Samhällsvägledare 1/ }).click();
    await page.getByRole('menuitem', { name: 'Inställningar' }).click();
    await page.getByLabel('Ljud vid nya frågor och meddelanden').check();
    await page.getByLabel('Notiser på skrivbordet').check();
    await page.keyboard.press('Escape');
    const before = (await page.evaluate('window.played')) as number;

    const visitor = await visitorSocket(relay.url, (await visit(relay.url)).cookie);
    await visitor.ask('conversation:start', {
      conversationId: randomUUID(),
      id: randomUUID(),
      text: 'Är det någon där?',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    // The desktop is told that something came, and not what.
    await expect.poll(() => page.evaluate('window.shown')).toEqual(['Ny fråga i kön']);
    expect(await page.title()).toBe('(1) Lotsa');

    const alarm = page.getByRole('alert').filter({ hasText: 'Ingen har tagit frågan: Bygglov' });
    await alarm.waitFor({ timeout: 60_000 });
    expect(await page.title()).toBe('❗ Någon väntar för länge – (1) Lotsa');
    // It rings again and again: more than the two tones of the question that came.
    await expect.poll(() => page.evaluate('window.played'), { timeout: 60_000 }).toBeGreaterThan(before + 2);

    // It cannot be put away: taking it makes it one's own alarm, and only the answer ends it.
    await page.getByRole('button', { name: 'Gå dit' }).press('Enter');
    await page.getByRole('button', { name: 'Ta frågan' }).click();
    await page.getByRole('alert').filter({ hasText: 'Invånaren väntar på ditt svar: Bygglov' }).waitFor();
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).fill('Ja, hej!');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'väntar på ditt svar' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.title()).toBe('Lotsa');
    visitor.close();
  },
);
