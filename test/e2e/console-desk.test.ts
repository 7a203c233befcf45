import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { Stage } from '../support/stage.ts';

describe('the desk in a browser', () => {
  const stage = new Stage();

  async function take(page: Page, text: string) {
    await page.getByRole('tab', { name: /Kö/ }).click();
    await page.getByRole('link').filter({ hasText: text }).click();
    await page.getByRole('button', { name: 'Ta frågan' }).click();
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).waitFor();
  }

  it('[H3] a note and an answer are two drafts, and no note reaches the visitor', async () => {
    const page = await stage.console('agent-01');
    const { wire } = await stage.ask('Får jag bygga ett uterum?');
    await take(page, 'Får jag bygga');
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).fill('Ett halvt svar');
    await page.keyboard.press('Alt+KeyA');
    const note = page.getByRole('textbox', { name: 'Anteckning' });
    await note.fill('Bara för oss');
    await note.press('Enter');
    await page.getByRole('log').getByText('Bara för oss').waitFor();
    await page.keyboard.press('Alt+KeyA');
    const answer = page.getByRole('textbox', { name: 'Svar till invånaren' });
    await expect.poll(() => answer.inputValue()).toBe('Ett halvt svar');
    await answer.press('Enter');
    await wire.fact(
      'message:sent',
      (message) => message.kind === 'text' && message.text === 'Ett halvt svar',
    );
    expect(JSON.stringify(wire.facts)).not.toContain('Bara för oss');
    await page.close();
  });

  it('[P2] a personal number never leaves the composer', async () => {
    const page = await stage.console('agent-02');
    const { wire } = await stage.ask('Behöver ni mitt nummer?');
    await take(page, 'Behöver ni');
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).fill('Är det 19121212-1212?');
    await page.getByText('Det ser ut som ett personnummer').waitFor();
    await page.getByRole('button', { name: 'Skicka' }).click();
    const told = await wire.fact(
      'message:sent',
      ({ kind, author }) => kind === 'text' && author.type === 'staff',
    );
    expect(JSON.stringify(told)).not.toContain('1212');
    await page.close();
  });

  it('the keyboard does all: next conversation, its own draft, a canned response, hand over, close', async () => {
    const page = await stage.console('agent-03');
    await stage.ask('Den första frågan');
    await stage.ask('متى يفتح المركز؟', 'ar', 'forskola');
    await take(page, 'Den första');
    await page.keyboard.type('utkast');
    await take(page, 'متى');
    await page.keyboard.type('/hej');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const area = page.getByRole('textbox', { name: 'Svar till invånaren' });
    await expect.poll(() => area.inputValue()).toMatch(/^مرحب/);
    await expect.poll(() => area.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
    await page.getByRole('tab', { name: /Mina/ }).click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('link').filter({ hasText: 'Den första' }).click();
    await expect.poll(() => area.inputValue()).toBe('utkast');
    await area.fill('');
    await page.keyboard.type('@');
    await page.getByRole('dialog', { name: 'Lämna över' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => area.inputValue()).toBe('');
    await page.keyboard.press('Alt+KeyC');
    await page.getByRole('dialog', { name: 'Avsluta frågan' }).waitFor();
    await page.close();
  });

  it('[O4] closing asks for outcome and topic in words', async () => {
    const page = await stage.console('agent-04');
    await stage.ask('Vad kostar det?', 'sv', 'overigt');
    await take(page, 'Vad kostar');
    await page.getByRole('button', { name: 'Avsluta' }).click();
    await page.getByRole('button', { name: 'Avsluta frågan' }).click();
    await page.getByText('Välj hur frågan blev löst.').waitFor();
    await page.getByRole('radio', { name: 'Vägledd' }).check();
    await page.getByRole('button', { name: 'Avsluta frågan' }).click();
    await page.getByText('Frågan är avslutad.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/');
    await page.close();
  });

  it('[G4] axe-core finds nothing, light and dark; a phone shows one pane and scrolls only downwards', async () => {
    const front = await stage.browser.newPage({ reducedMotion: 'reduce' });
    await front.goto(`${stage.relay.url}/console/`);
    await front.getByLabel('Lösenord').waitFor();
    expect(await violations(front)).toEqual([]);
    await front.close();

    const page = await stage.console('manager-1');
    expect(await violations(page)).toEqual([]);
    await stage.ask('Är sidan läsbar?');
    await take(page, 'Är sidan läsbar');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
      for (const [key, dialog] of [
        ['Alt+KeyL', 'Lämna över'],
        ['Alt+KeyC', 'Avsluta frågan'],
        ['Alt+?', 'Kortkommandon'],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('dialog', { name: dialog }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await violations(page)).toEqual([]);
    const brand = await page.locator('.header-brand').boundingBox();
    const next = await page.getByRole('button', { name: 'Registrera kontakt' }).boundingBox();
    expect((brand?.x ?? 0) + (brand?.width ?? 0)).toBeLessThanOrEqual(next?.x ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Tillbaka' }).click();
    await page.getByRole('tab', { name: /Mina frågor/ }).waitFor();
    await expect.poll(() => page.getByRole('log').count()).toBe(0);
    await page.close();
  });
});
