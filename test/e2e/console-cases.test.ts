import { randomUUID } from 'node:crypto';
import type { Submitted } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { post } from '../support/clients.ts';
import { Stage } from '../support/stage.ts';

const stage = new Stage();

async function report(description: string): Promise<Submitted> {
  const answers = { category: 'light', description, locationText: 'Storgatan 5' };
  const body = { id: randomUUID(), language: 'sv', answers };
  const response = await post(stage.relay.url, '/api/sites/ekhamra/forms/felanmalan', body);
  return (await response.json()) as Submitted;
}

it('a lamp is reported twice: merged, answered to both, and followed by its reporter', async () => {
  const first = await report('Lampan vid busshållplatsen lyser inte.');
  const second = await report('Mörkt vid hållplatsen sedan i måndags.');
  const specialist = await stage.console('specialist-tef');

  // The department's list, then the case, by keyboard alone.
  await specialist.getByRole('link', { name: 'Ärenden' }).focus();
  await specialist.keyboard.press('Enter');
  await specialist.getByRole('link', { name: first.number }).focus();
  expect(await violationsInBoth(specialist)).toEqual([]);
  await specialist.keyboard.press('Enter');
  const title = specialist.getByRole('heading', { name: 'Felanmälan: Belysning' });
  await title.waitFor();
  await expect.poll(() => specialist.evaluate('document.activeElement.id')).toBe('case-title');
  await specialist.getByText('Lampan vid busshållplatsen lyser inte.', { exact: true }).waitFor();
  await specialist.getByRole('button', { name: 'Ta ärendet' }).click();
  await specialist.getByText('tog ärendet.').waitFor();

  // A note is for the staff.
  await specialist.getByLabel('Intern anteckning').check();
  await specialist.getByRole('textbox', { name: 'Anteckning för personalen' }).fill('Ring elentreprenören.');
  await specialist.getByRole('button', { name: 'Spara anteckningen' }).click();
  await specialist
    .locator('.case-entry[data-audience=staff]', { hasText: 'Ring elentreprenören.' })
    .waitFor();

  // The other report is about the same lamp.
  await specialist.getByRole('button', { name: 'Fler åtgärder' }).click();
  await specialist.getByRole('menuitem', { name: 'Slå ihop dubbletter …' }).click();
  const dialog = specialist.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: second.number }).check();
  expect(await violationsInBoth(specialist)).toEqual([]);
  await dialog.getByRole('button', { name: 'Slå ihop 1 ärende' }).click();
  await specialist.getByRole('heading', { name: '1 hopslagen anmälan' }).waitFor();

  // A colleague has it open, too, and sees what is done.
  const agent = await stage.console('agent-01');
  await agent.goto(`${stage.relay.url}/console/cases/${first.number}`);
  await agent.getByRole('heading', { name: '1 hopslagen anmälan' }).waitFor();

  // A template answers both, and says what becomes of it.
  await specialist.getByLabel('Svara invånaren').check();
  await specialist.getByLabel('Svarsmall').selectOption({ label: 'Trasig lampa: lagas' });
  await expect.poll(() => specialist.getByLabel('Läge efter svaret').inputValue()).toBe('planned');
  expect(await violationsInBoth(specialist)).toEqual([]);
  await specialist.getByRole('button', { name: 'Skicka', exact: true }).click();
  await specialist.getByText('ändrade läget till Planerat.').waitFor();
  await agent.getByText('Lampan är beställd för lagning.').waitFor();

  // Whoever reported second reads it on its own page, and no note.
  const visitor = await stage.browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'sv-SE' });
  await visitor.goto(stage.relay.url + second.url);
  await visitor.getByText('Lampan är beställd för lagning.').waitFor();
  await visitor.getByText('Du får samma besked som de andra.').waitFor();
  expect(await visitor.content()).not.toContain('elentreprenören');

  // On a phone, one thing at a time, and back.
  await agent.setViewportSize({ width: 320, height: 640 });
  expect(await violationsInBoth(agent)).toEqual([]);
  expect(await agent.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await agent.getByRole('button', { name: 'Till listan' }).click();
  await agent.getByLabel('Lista').selectOption({ label: 'Alla öppna' });
  await agent.getByRole('link', { name: first.number }).waitFor();
  expect(await violationsInBoth(agent)).toEqual([]);
}, 90_000);
