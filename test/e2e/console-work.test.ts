import { describe, expect, it } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { Stage } from '../support/stage.ts';

describe('the work around the conversation, in a browser', () => {
  const stage = new Stage();

  it('[R2] a manager sees on the board who waits and who is free, and gives the question to an agent', async () => {
    const agent = await stage.console('agent-01');
    const manager = await stage.console('manager-1');
    await manager.getByRole('link', { name: 'Lägestavla' }).click();
    const board = manager.getByRole('article', { name: 'Lägestavla' });
    const tile = (label: string) => board.getByRole('listitem').filter({ hasText: label });
    const row = board.getByRole('row', { name: /Samhällsvägledare 1/ });
    await row.filter({ hasText: '0 av 3' }).waitFor();
    await stage.ask('Vem kan ta min fråga?');
    await tile('I kön').getByText('1', { exact: true }).waitFor();
    expect(await violationsInBoth(manager)).toEqual([]);

    await board.getByRole('button', { name: 'Visa: I kön' }).click();
    await manager.getByRole('button', { name: /Ge till kollega: Bygglov/ }).click();
    const dialog = manager.getByRole('dialog', { name: 'Ge frågan till en kollega' });
    await dialog.getByRole('combobox', { name: 'Kollega' }).fill('Samhällsvägledare 1');
    expect(await violationsInBoth(manager)).toEqual([]);
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
    expect(await violationsInBoth(manager)).toEqual([]);
    expect(JSON.stringify(stage.visitors.map(({ facts }) => facts))).not.toContain('guiden');

    await manager.setViewportSize({ width: 320, height: 640 });
    await manager.getByRole('button', { name: 'Tillbaka' }).click();
    await manager.getByRole('link', { name: 'Lägestavla' }).click();
    await board.waitFor();
    expect(await manager.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violationsInBoth(manager)).toEqual([]);
    await agent.close();
    await manager.close();
  });

  it('a phone call is registered with the keyboard alone, and the next one is quicker', async () => {
    const page = await stage.console('agent-02');
    await page.keyboard.press('Alt+KeyQ');
    const dialog = page.getByRole('dialog', { name: 'Registrera kontakt' });
    await dialog.waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
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
    await expect.poll(() => dialog.getByRole('radio', { name: 'Vägledd' }).isChecked()).toBe(true);
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
    const page = await stage.console('agent-03');
    await stage.ask('Finns det plats i båthamnen?');
    await page.getByText('båthamnen').first().waitFor();
    const dialog = page.getByRole('dialog', { name: 'Gå till eller gör' });
    const say = async (text: string) => {
      await page.keyboard.press('Control+KeyK');
      await dialog.waitFor();
      await page.keyboard.type(text);
    };
    await say('bathamn');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ta frågan' }).waitFor();
    await say('ta frågan eller');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).waitFor();

    // Two beside each other: the one that is worked in is the one in the address.
    await stage.ask('Och vem plogar bryggan?');
    await say('sida vid sida');
    await page.keyboard.press('Enter');
    await page.getByText('Välj en fråga till').waitFor();
    await say('plogar bryggan');
    await page.keyboard.press('Enter');
    await page.getByRole('log').nth(1).waitFor();
    const second = page.url();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).click();
    expect(page.url()).not.toBe(second);

    await say('avslutade');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Avslutade' }).waitFor();
    await page.close();
  });
});
