import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { visit, visitorSocket, type VisitorWire } from '../support/clients.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the work around the conversation, in a browser', () => {
  let relay: BuiltRelay;
  let browser: Browser;
  const wires: VisitorWire[] = [];

  beforeAll(async () => {
    relay = await BuiltRelay.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const wire of wires) wire.close();
    await browser?.close();
    await relay?.close();
  });

  async function signedIn(user: string, width = 1440): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(`${relay.url}/console/`);
    await page.getByLabel('Användarnamn').fill(user);
    await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('tablist').waitFor();
    return page;
  }

  async function ask(text: string, topicId = 'bygglov'): Promise<void> {
    const wire = await visitorSocket(relay.url, (await visit(relay.url)).cookie);
    wires.push(wire);
    await wire.ask('conversation:start', {
      conversationId: crypto.randomUUID(),
      id: crypto.randomUUID(),
      text,
      language: 'sv',
      page: null,
      topicId,
      departmentId: null,
      contact: null,
    });
  }

  /** What axe-core finds, in light and in dark. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations: wrong } = (await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] })',
      )) as AxeResults;
      found.push(...wrong.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`));
    }
    return found;
  }

  it('[R2] a manager sees on the board who waits and who is free, and gives the question to an agent', async () => {
    const agent = await signedIn('agent-01');
    const manager = await signedIn('manager-1');
    await manager.getByRole('link', { name: 'Lägestavla' }).click();
    const board = manager.getByRole('article', { name: 'Lägestavla' });
    const tile = (label: string) => board.getByRole('listitem').filter({ hasText: label });
    const row = board.getByRole('row', { name: /Samhällsvägledare 1/ });
    await row.filter({ hasText: '0 av 3' }).waitFor();
    await ask('Vem kan ta min fråga?');
    await tile('I kön').getByText('1', { exact: true }).waitFor();
    expect(await violations(manager)).toEqual([]);

    await board.getByRole('button', { name: 'Visa: I kön' }).click();
    await manager.getByRole('button', { name: /Ge till kollega: Bygglov/ }).click();
    const dialog = manager.getByRole('dialog', { name: 'Ge frågan till en kollega' });
    await dialog.getByRole('combobox', { name: 'Kollega' }).fill('Samhällsvägledare 1');
    expect(await violations(manager)).toEqual([]);
    await manager.keyboard.press('Enter');
    await manager.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await agent.getByText('Du har fått en fråga: Bygglov').waitFor();
    await manager.getByRole('link', { name: 'Lägestavla' }).click();
    await row.filter({ hasText: '1 av 3' }).waitFor();

    // Reading along, with a word to the agent that the visitor never sees.
    await manager.getByRole('tab', { name: 'Alla' }).click();
    await manager.getByRole('link').filter({ hasText: 'Vem kan ta' }).click();
    await manager.getByText(/Du läser med/).waitFor();
    await manager.getByRole('textbox', { name: 'Anteckning' }).fill('Hänvisa till guiden');
    await manager.getByRole('button', { name: 'Skicka anteckning' }).click();
    await agent.getByText('Enhetschef kontaktcenter har skrivit en anteckning till dig').waitFor();
    expect(await violations(manager)).toEqual([]);
    expect(JSON.stringify(wires.map(({ facts }) => facts))).not.toContain('guiden');

    await manager.setViewportSize({ width: 320, height: 640 });
    await manager.getByRole('button', { name: 'Tillbaka' }).click();
    await manager.getByRole('link', { name: 'Lägestavla' }).click();
    await board.waitFor();
    expect(await manager.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(manager)).toEqual([]);
    await agent.close();
    await manager.close();
  });

  it('a phone call is registered with the keyboard alone, and the next one is quicker', async () => {
    const page = await signedIn('agent-02');
    await page.keyboard.press('Alt+KeyQ');
    const dialog = page.getByRole('dialog', { name: 'Registrera kontakt' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    // The topic is asked for first; what was chosen last is chosen already.
    await page.keyboard.type('bygg');
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: 'Vägledd' }).check();
    await dialog.getByRole('textbox', { name: /Anteckning/ }).fill('Undrade över uterum');
    await page.keyboard.press('Enter');
    await page.getByText('Registrerat: Telefon, Bygglov').waitFor();
    await dialog.waitFor({ state: 'detached' });

    await page.keyboard.press('Alt+KeyQ');
    await dialog.waitFor();
    expect(await dialog.getByRole('radio', { name: 'Vägledd' }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.getByText('Välj ämne.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /Bygglov/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Avslutade' }).click();
    await page.getByRole('link').filter({ hasText: 'Vägledd' }).nth(1).waitFor();
    await page.close();
  });

  it('the palette finds a question, a list and an action', async () => {
    const page = await signedIn('agent-03');
    await ask('Finns det plats i båthamnen?');
    await page.getByText('båthamnen').first().waitFor();
    const dialog = page.getByRole('dialog', { name: 'Gå till eller gör' });
    const say = async (text: string) => {
      await page.keyboard.press('Control+KeyK');
      await dialog.waitFor();
      await page.keyboard.type(text);
    };
    await say('bathamn');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ta frågan' }).waitFor();
    await say('ta frågan eller');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).waitFor();

    // Two beside each other: the one that is worked in is the one in the address.
    await ask('Och vem plogar bryggan?');
    await say('sida vid sida');
    await page.keyboard.press('Enter');
    await page.getByText('Välj en fråga till').waitFor();
    await say('plogar bryggan');
    await page.keyboard.press('Enter');
    await page.getByRole('log').nth(1).waitFor();
    const second = page.url();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).click();
    expect(page.url()).not.toBe(second);

    await say('avslutade');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Avslutade' }).waitFor();
    await page.close();
  });
});
