import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { Stage } from '../support/stage.ts';

describe('guides in a browser', () => {
  const stage = new Stage();

  async function guidesOf(user: string): Promise<Page> {
    const page = await stage.console(user, 1280);
    await page.goto(`${stage.relay.url}/console/admin/guides`);
    await page.getByRole('heading', { name: 'Guider', level: 2 }).waitFor();
    return page;
  }

  it('an editor writes, the department approves, a citizen finds and reads without script', async () => {
    const editor = await guidesOf('webeditor-1');
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

    const specialist = await guidesOf('specialist-sbf');
    await specialist.getByRole('link', { name: 'Riva ett hus' }).click();
    await specialist.getByText('Läs igenom guiden.').waitFor();
    expect(await violations(specialist)).toEqual([]);
    await specialist.getByRole('button', { name: 'Godkänn' }).click();
    await specialist.getByText('Publicerad', { exact: true }).waitFor();

    const context = await stage.browser.newContext({
      javaScriptEnabled: false,
      locale: 'sv-SE',
      viewport: { width: 320, height: 640 },
    });
    const citizen = await context.newPage();
    await citizen.goto(`${stage.relay.url}/guides/ekhamra`);
    await citizen.getByLabel('Vad undrar du över?').fill('rivning av hus');
    await citizen.getByRole('button', { name: 'Sök' }).click();
    await citizen.getByRole('region', { name: /träff/ }).getByRole('link', { name: 'Riva ett hus' }).click();
    await citizen.getByText('Vänta på startbesked').waitFor();
    await citizen.getByRole('button', { name: 'Ja' }).click();
    await citizen.getByText('Tack! Bra att det hjälpte.').waitFor();
    const width = await citizen.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(320);
    await context.close();

    const reader = await stage.browser.newPage();
    await reader.goto(`${stage.relay.url}/guides/ekhamra/riva-hus?lang=ar`);
    await expect.poll(() => reader.locator('html').getAttribute('dir')).toBe('rtl');
    await expect.poll(() => reader.locator('article').getAttribute('lang')).toBe('sv');
    expect(await violations(reader)).toEqual([]);
    // The panel's search finds it, too.
    const search = await reader.request.get(`${stage.relay.url}/api/sites/ekhamra/search?q=rivningslov`);
    expect(await search.text()).toContain('riva-hus');
    for (const page of [editor, specialist, reader]) await page.close();
  });

  it('what was just asked brings up guides, and one key inserts them', async () => {
    const agent = await stage.console('agent-01');
    await stage.ask('Hur får min mamma hjälp hemma?', 'sv', null);
    await agent.getByRole('tab', { name: /Kö/ }).click();
    await agent.getByRole('link').filter({ hasText: 'mamma' }).click();
    await agent.getByRole('button', { name: 'Ta frågan' }).click();
    await agent.getByRole('textbox', { name: 'Svar till invånaren' }).waitFor();
    await agent.getByRole('listitem').filter({ hasText: 'Så får du hemtjänst' }).waitFor();
    await agent.getByRole('textbox', { name: 'Svar till invånaren' }).focus();
    await agent.keyboard.press('Alt+Digit1');
    await expect
      .poll(() => agent.getByRole('textbox', { name: 'Svar till invånaren' }).inputValue())
      .toContain('Så får du hemtjänst');
    await agent.getByRole('button', { name: 'Sök i tidigare svar' }).click();
    await agent.getByLabel('Vad söker du?').fill('flaggstång');
    await agent.getByRole('dialog').getByRole('button', { name: 'Sök i tidigare svar' }).click();
    await agent.getByText('Inget tidigare svar passar.').waitFor();
    expect(await violations(agent)).toEqual([]);
    await agent.close();
  });
});
