import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay } from '../support/built-relay.ts';

describe('the languages of the panel', () => {
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

  async function visit(path: string, locale = 'sv-SE') {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(relay.url + path);
    return { page, fetched };
  }
  const question = (page: Page) => page.getByRole('heading', { level: 2 });
  const html = (page: Page) => page.locator('html');

  it.each([
    ['sv', 'ltr'],
    ['sv-x-easy', 'ltr'],
    ['en', 'ltr'],
    ['fi', 'ltr'],
    ['ar', 'rtl'],
  ])('[G4] %s: the page says so, fits 320 px, and axe-core finds nothing', async (lang, dir) => {
    const { page, fetched } = await visit(`/chat/ekhamra?lang=${lang}`);
    await question(page).waitFor();
    expect([await html(page).getAttribute('lang'), await html(page).getAttribute('dir')]).toEqual([
      lang,
      dir,
    ]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
    // One language, and no other.
    const languages = fetched.map((path) => /\/(sv|sv-x-easy|en|fi|ar)-[^-]{6}\.js$/.exec(path)?.[1]);
    expect([...new Set(languages.filter(Boolean))]).toEqual([lang]);
    await page.context().close();
  });

  it('a Finnish browser is met in Finnish, and easy Swedish is kept once it is chosen', async () => {
    const { page } = await visit('/chat/ekhamra', 'fi-FI');
    await question(page).filter({ hasText: 'Jätä kysymyksesi' }).waitFor();
    await page.getByLabel('Kieli').selectOption({ label: 'Lätt svenska' });
    await question(page).filter({ hasText: 'Skriv din fråga.' }).waitFor();
    await page.reload();
    await question(page).filter({ hasText: 'Skriv din fråga.' }).waitFor();
    await expect.poll(() => html(page).getAttribute('lang')).toBe('sv-x-easy');

    // Nobody is there: what is left with an address is received and a case at once, and stands in no queue (O2).
    await page.locator('#contact-question').fill('Var är mitt sopkärl?');
    await page.locator('#contact-email').fill('lisa@example.se');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByRole('log').getByText('Din fråga har fått ett nummer: EKH-').waitFor();
    await expect
      .poll(() => page.locator('.head-state').innerText())
      .toBe('Vi har fått din fråga. Vi svarar dig.');
    await page.getByRole('button', { name: 'Se vad som händer med din fråga' }).waitFor();
    await page.context().close();
  });
});
