import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** An administrator at a section of the administration. */
async function administrator(section: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${relay.url}/console/admin/${section}`);
  await page.getByLabel('Användarnamn').fill('administrator-1');
  await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('navigation', { name: 'Administration' }).waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations: wrong } = (await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] })',
    )) as AxeResults;
    found.push(...wrong.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`));
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}

const swedish = (page: Page, of: string) =>
  page.getByRole('group', { name: of, exact: true }).getByLabel('svenska', { exact: true }).first();
const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();

it(
  'a form is written, looked at as a visitor of its language will, saved, and met by visitors',
  { timeout: 150_000 },
  async () => {
    const page = await administrator('forms/felanmalan');
    const preview = page.frameLocator('iframe.form-preview');
    await preview.getByRole('heading', { name: 'Felanmälan' }).waitFor();

    // A question of one's own, by the keyboard: added at the end, moved up, shown in the preview before it is saved.
    await page.getByLabel('Ny fråga').selectOption('radio');
    await page.getByRole('button', { name: 'Lägg till frågan' }).press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.closest("li") !== null')).toBe(true);
    await page.keyboard.type('Hur bråttom är det?');
    await preview.getByText('Hur bråttom är det?').waitFor({ state: 'detached' });
    // A choice without words: told at the choice, in what is open by then.
    await save(page);
    await page.getByText('Skriv något här.').waitFor();
    await page.keyboard.type('Det kan vänta');
    await preview.getByText('Hur bråttom är det?').waitFor();
    await page.getByLabel('Språk i förhandsvisningen').selectOption('ar');
    await expect.poll(() => preview.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await violations(page)).toEqual([]);
    await save(page);
    await page.getByText('Sparat. Ändringen gäller nu.').first().waitFor();

    const visitor = await browser.newPage();
    await visitor.goto(`${relay.url}/form/ekhamra/felanmalan?lang=sv`);
    await visitor.getByLabel('Det kan vänta').check();

    // At 320 pixels everything is there, and nothing scrolls sideways.
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  },
);

it(
  'of two administrators the second is told what the first changed, and keeps its own',
  { timeout: 150_000 },
  async () => {
    const [one, other] = [
      await administrator('case-types/complaint'),
      await administrator('case-types/complaint'),
    ];
    await swedish(one, 'Namn').fill('Klagomål');
    await other.getByLabel(/Arbetsdagar till svar/).fill('5');
    await save(one);
    await one.getByText('Sparat. Ändringen gäller nu.').first().waitFor();

    await other.getByText('Någon annan har ändrat det här').waitFor();
    await expect.poll(() => other.getByText(/Namn/).count()).toBeGreaterThan(0);
    await expect
      .poll(() => other.getByRole('button', { name: 'Spara', exact: true }).isDisabled())
      .toBe(true);
    expect(await violations(other)).toEqual([]);
    await other.getByRole('button', { name: 'Behåll mina ändringar och ta in de andras' }).press('Enter');
    await expect.poll(() => swedish(other, 'Namn').inputValue()).toBe('Klagomål');
    await expect.poll(() => other.getByLabel(/Arbetsdagar till svar/).inputValue()).toBe('5');
    await save(other);
    await other.getByText('Sparat. Ändringen gäller nu.').first().waitFor();
    // Who had changed nothing since sees it come.
    await expect.poll(() => one.getByLabel(/Arbetsdagar till svar/).inputValue()).toBe('5');
  },
);
