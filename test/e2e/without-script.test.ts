import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay } from '../support/built-relay.ts';

describe('a citizen whose browser runs no script', () => {
  let relay: BuiltRelay;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    relay = await BuiltRelay.start();
    browser = await launchBrowser();
    context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      viewport: { width: 320, height: 700 },
    });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  /** What axe finds in a page as it is now; it needs a browser that runs script, so it gets a copy of the page. */
  async function barriers(): Promise<string[]> {
    const html = await page.content();
    const copy = await browser.newPage({ viewport: { width: 320, height: 700 } });
    try {
      await copy.route('**/*', (route) =>
        route.request().url().endsWith('/copy')
          ? route.fulfill({ contentType: 'text/html', body: html })
          : route.continue(),
      );
      await copy.goto(`${relay.url}/copy`);
      return await violations(copy);
    } finally {
      await copy.close();
    }
  }

  /** How far the page is wider than the screen. */
  async function overflow(): Promise<number> {
    const box = await page.locator('html').boundingBox();
    return Math.max(0, (box?.width ?? 0) - 320);
  }

  it('is led from the chat to a form, and is told what to mend with everything still there', async () => {
    await page.goto(`${relay.url}/chat/ekhamra`);
    await page.waitForURL('**/form/ekhamra/kontakt');
    await expect.poll(() => page.title()).toBe('Kontakta oss – Ekhamra kommun');
    await page.getByRole('link', { name: 'Felanmälan' }).click();
    await expect.poll(() => page.title()).toBe('Felanmälan – Ekhamra kommun');
    // The style may come after the page.
    await page.waitForLoadState();
    await expect.poll(() => page.getByLabel('E-post').isVisible()).toBe(false);
    expect(await barriers()).toEqual([]);

    await page.getByLabel('Beskriv felet').fill('\nLampan blinkar.\n  Sedan i går.');
    await page.getByLabel('Är felet farligt just nu?').check();
    await expect.poll(() => page.getByText('Ring 0980-319 299 genast.').isVisible()).toBe(true);
    await page.getByLabel('Jag vill ha återkoppling').check();
    await page.getByLabel('E-post').fill('kim');
    await page.getByLabel('Bild').setInputFiles([
      { name: 'lampa.png', mimeType: 'image/png', buffer: await page.screenshot() },
      { name: 'lampa.txt', mimeType: 'text/plain', buffer: Buffer.from('ingen bild') },
    ]);
    await page.getByRole('button', { name: 'Skicka' }).click();

    await expect.poll(() => page.title()).toBe('Fel: Felanmälan – Ekhamra kommun');
    await page.waitForLoadState();
    const summary = page.getByRole('group', { name: 'Det är något som inte stämmer' });
    await expect
      .poll(() => summary.getByRole('listitem').allInnerTexts())
      .toEqual([
        'Vad gäller felet?: Fyll i det här.',
        'Plats (adress eller beskrivning): Fyll i det här.',
        'Bild: Den sortens fil kan vi inte ta emot.',
        'E-post: E-postadressen stämmer inte. Skriv den som namn@exempel.se.',
      ]);
    await expect.poll(() => page.locator('.errors:focus').count()).toBe(1);
    await expect
      .poll(() => page.getByLabel('Beskriv felet').inputValue())
      .toBe('\nLampan blinkar.\n  Sedan i går.');
    await expect.poll(() => page.getByLabel('Jag vill ha återkoppling').isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('lampa.png').isChecked()).toBe(true);
    expect(await barriers()).toEqual([]);
    expect(await overflow()).toBe(0);
    await summary.getByRole('link', { name: 'E-post' }).click();
    await expect.poll(() => page.locator('input:focus').getAttribute('name')).toBe('email');
  });

  it('gets a number, a date and a link, which open the case', async () => {
    await page.getByLabel('Vad gäller felet?').selectOption('Belysning');
    await page.getByLabel('Plats').fill('Storgatan 5');
    await page.getByLabel('E-post').fill('kim@example.se');
    await page.getByRole('button', { name: 'Skicka' }).click();
    const receipt = page.getByRole('status');
    await expect
      .poll(() => receipt.innerText())
      .toMatch(/Ditt ärende har nummer EKH-\d{4}-\d{6}\. Du får svar senast \S+dag/);
    await page.waitForLoadState();
    expect(await barriers()).toEqual([]);
    expect(await overflow()).toBe(0);

    await receipt.getByRole('link').click();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('Felanmälan: Belysning');
    await expect.poll(() => page.getByRole('main').innerText()).toContain('Tekniska förvaltningen');
    // The style keeps the lines apart.
    await page.waitForLoadState();
    await expect
      .poll(() => page.getByText('Lampan blinkar.').innerText())
      .toBe('Lampan blinkar.\n  Sedan i går.');
    const picture = await context.request.get(
      relay.url + ((await page.getByRole('link', { name: 'lampa.png' }).getAttribute('href')) ?? ''),
    );
    expect(picture.headers()['content-type']).toBe('image/png');
    // The picture that was put together anew is one that browsers draw.
    const drawn = await browser.newPage();
    await drawn.setContent(`<img src="data:image/png;base64,${(await picture.body()).toString('base64')}">`);
    await drawn.locator('img').evaluate((img: HTMLImageElement) => img.decode());
    await expect
      .poll(() => drawn.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(320);
    await drawn.close();
  });

  it('writes a supplement, and takes the case back', async () => {
    await page.getByRole('button', { name: 'Skicka tillägget' }).click();
    await expect.poll(() => page.title()).toMatch(/^Fel: /);
    await page.waitForLoadState();
    await page.getByLabel('Vad vill du lägga till?').fill('Den är släckt nu.');
    await page.getByRole('button', { name: 'Skicka tillägget' }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('Tack! Vi har lagt det till ärendet.');
    const log = page.getByRole('region', { name: 'Vad som har hänt' });
    await expect.poll(() => log.innerText()).toContain('Den är släckt nu.');
    // Sent again by a reload, it is there once.
    await page.reload();
    await expect.poll(() => log.getByText('Den är släckt nu.').count()).toBe(1);

    await page.getByRole('button', { name: 'Ta tillbaka' }).click();
    await expect.poll(() => page.getByText('Kryssa i rutan').first().isVisible()).toBe(true);
    await page.waitForLoadState();
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Ja, jag vill ta tillbaka ärendet').check();
    await page.getByRole('button', { name: 'Ta tillbaka' }).click();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('Ärendet är avslutat.');
    await expect.poll(() => page.getByRole('button').count()).toBe(0);
  });

  it.each([
    ['en', 'ltr', 'What has happened'],
    ['ar', 'rtl', 'ما حدث'],
  ])('reads it in %s', async (language, dir, words) => {
    await page.getByRole('link', { name: language === 'en' ? 'English' : 'العربية' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(dir);
    await page.waitForLoadState();
    await expect.poll(() => page.getByRole('heading', { name: words }).isVisible()).toBe(true);
    expect(await barriers()).toEqual([]);
    expect(await overflow()).toBe(0);
  });

  it('with a wrong link is told so, and nothing else', async () => {
    const response = await page.goto(page.url().replace(/key=[^&]+/, 'key=wrong'));
    expect(response?.status()).toBe(404);
    await expect.poll(() => page.getByRole('heading').innerText()).toBe('لم نجد القضية');
    expect(await barriers()).toEqual([]);
  });
});
