import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('guides in a browser', () => {
  let relay: BuiltRelay;
  let browser: Browser;
  const wires: { close(): void }[] = [];
  beforeAll(async () => {
    relay = await BuiltRelay.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const wire of wires) wire.close();
    await browser?.close();
    await relay?.close();
  });

  async function signedIn(user: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(`${relay.url}/console/admin/guides`);
    await page.getByLabel('Användarnamn').fill(user);
    await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('heading', { name: 'Guider', level: 2 }).waitFor();
    return page;
  }

  /** What axe-core finds, as rule ids. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
    return (found as AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  it('an editor writes, the department approves, a citizen finds and reads without script', async () => {
    const editor = await signedIn('webeditor-1');
    expect(await violations(editor)).toEqual([]);
    await editor.getByRole('button', { name: 'Ny guide' }).click();
    await editor.getByLabel('Adress').fill('riva-hus');
    await editor.getByLabel('Förvaltning som godkänner').selectOption('SBF');
    await editor.getByLabel('Rubrik').fill('Riva ett hus');
    await editor.getByLabel('Steg 1', { exact: true }).fill('Sök rivningslov i e-tjänsten');
    await editor.getByRole('button', { name: 'Lägg till steg' }).click();
    await editor.getByLabel('Steg 2', { exact: true }).fill('Vänta på startbesked');
    // What is not saved is not left by mistake.
    await editor.getByRole('link', { name: 'Synonymer' }).click();
    await editor.getByRole('button', { name: 'Stanna kvar' }).click();
    expect(await violations(editor)).toEqual([]);
    await editor.getByRole('button', { name: 'Be förvaltningen godkänna' }).click();
    await editor.getByText('Väntar på förvaltningen').waitFor();

    const specialist = await signedIn('specialist-sbf');
    await specialist.getByRole('link', { name: 'Riva ett hus' }).click();
    await specialist.getByText('Läs igenom guiden.').waitFor();
    expect(await violations(specialist)).toEqual([]);
    await specialist.getByRole('button', { name: 'Godkänn' }).click();
    await specialist.getByText('Publicerad', { exact: true }).waitFor();

    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'sv-SE',
      viewport: { width: 320, height: 640 },
    });
    const citizen = await context.newPage();
    await citizen.goto(`${relay.url}/guides/ekhamra`);
    await citizen.getByLabel('Vad undrar du över?').fill('rivning av hus');
    await citizen.getByRole('button', { name: 'Sök' }).click();
    await citizen.getByRole('region', { name: /träff/ }).getByRole('link', { name: 'Riva ett hus' }).click();
    await citizen.getByText('Vänta på startbesked').waitFor();
    await citizen.getByRole('button', { name: 'Ja' }).click();
    await citizen.getByText('Tack! Bra att det hjälpte.').waitFor();
    const width = await citizen.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(320);
    await context.close();

    const reader = await browser.newPage();
    await reader.goto(`${relay.url}/guides/ekhamra/riva-hus?lang=ar`);
    expect(await reader.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await reader.locator('article').getAttribute('lang')).toBe('sv');
    expect(await violations(reader)).toEqual([]);
    // The panel's search finds it, too.
    const search = await reader.request.get(`${relay.url}/api/sites/ekhamra/search?q=rivningslov`);
    expect(await search.text()).toContain('riva-hus');
    for (const page of [editor, specialist, reader]) await page.close();
  });

  it('what was just asked brings up guides, and one key inserts them', async () => {
    const agent = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await agent.goto(`${relay.url}/console/`);
    await agent.getByLabel('Användarnamn').fill('agent-01');
    await agent.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await agent.getByRole('button', { name: 'Logga in' }).click();
    // The page of the agent may not be there yet: somebody is, so that the chat is open.
    wires.push(await staffSocket(relay.url, await signIn(relay.url, 'agent-02', DEMO_PASSWORD)));
    const wire = await visitorSocket(relay.url, (await visit(relay.url)).cookie);
    wires.push(wire);
    const start = {
      conversationId: crypto.randomUUID(),
      id: crypto.randomUUID(),
      language: 'sv',
      page: null,
    };
    const question = {
      text: 'Hur får min mamma hjälp hemma?',
      topicId: null,
      departmentId: null,
      contact: null,
    };
    await wire.ask('conversation:start', { ...start, ...question });
    await agent.getByRole('tab', { name: /Kö/ }).click();
    await agent.getByRole('link').filter({ hasText: 'mamma' }).click();
    await agent.getByRole('button', { name: 'Ta frågan' }).click();
    await agent.getByRole('textbox', { name: 'Svar till invånaren' }).waitFor();
    await agent.getByRole('listitem').filter({ hasText: 'Så får du hemtjänst' }).waitFor();
    await agent.getByRole('textbox', { name: 'Svar till invånaren' }).focus();
    await agent.keyboard.press('Alt+Digit1');
    expect(await agent.getByRole('textbox', { name: 'Svar till invånaren' }).inputValue()).toContain(
      'Så får du hemtjänst',
    );
    await agent.getByRole('button', { name: 'Sök i tidigare svar' }).click();
    await agent.getByLabel('Vad söker du?').fill('flaggstång');
    await agent.getByRole('dialog').getByRole('button', { name: 'Sök i tidigare svar' }).click();
    await agent.getByText('Inget tidigare svar passar.').waitFor();
    expect(await violations(agent)).toEqual([]);
    await agent.close();
  });
});
