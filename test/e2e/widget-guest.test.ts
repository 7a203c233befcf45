import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay } from '../support/built-relay.ts';

const NUMBER = '19121212-1212';

describe('the widget as a guest in a page', () => {
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

  /** A page in a context of its own, with what it said, threw and asked for. */
  async function visit(path = '/demo/', prepare?: (context: BrowserContext) => Promise<unknown>) {
    const context = await browser.newContext({ locale: 'sv-SE' });
    await prepare?.(context);
    const page = await context.newPage();
    const noise: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(relay.url + path);
    return { page, context, noise, asked };
  }
  const launcher = (page: Page) => page.getByRole('button', { name: /Chatta|Stäng chatten/ });

  it('[G1] [P1] asks for nothing but the loader, and stores nothing, before it is opened', async () => {
    const { page, context, asked, noise } = await visit();
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => !path.startsWith('/demo/'))).toEqual(['/widget.js']);
    expect(page.frames()).toHaveLength(1);
    expect(await context.cookies()).toEqual([]);
    await launcher(page).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 2 }).waitFor();
    const cookies = await context.cookies();
    expect(cookies.map(({ httpOnly }) => httpOnly)).toEqual([true]);
    expect(noise).toEqual([]);
  });

  it('[G2] does not move what the page shows', async () => {
    const { page } = await visit();
    await launcher(page).waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBe(0);
  });

  it('[G2] survives hostile styles and prototypes, and a second tag of the same site', async () => {
    const { page, noise } = await visit('/demo/', (context) =>
      context.addInitScript(() => {
        // The page is hostile; the frame in it is out of its reach.
        if (window.parent !== window) return;
        const broken = (): never => {
          throw new Error('patched');
        };
        Object.assign(Array.prototype, { map: broken, forEach: broken, includes: broken });
        addEventListener('DOMContentLoaded', () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { all: unset !important; position: static !important; z-index: 1 !important }',
          );
          document.adoptedStyleSheets = [sheet];
          const again = document.createElement('script');
          Object.assign(again, { src: '/widget.js' });
          again.dataset['site'] = 'ekhamra';
          document.body.append(again);
        });
      }),
    );
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('lotsa-chat').count()).toBe(1);
    const box = await launcher(page).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(noise.filter((text) => /lotsa|widget/i.test(text))).toEqual([]);
    await launcher(page).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  });

  it('[G3] comes back when the page throws it out, and follows the language of the page', async () => {
    const { page } = await visit();
    await launcher(page).waitFor();
    await page.evaluate(() => {
      document.querySelector('lotsa-chat')?.remove();
      document.body.replaceChildren();
      document.documentElement.lang = 'en';
    });
    await page.getByRole('button', { name: 'Chat with us' }).waitFor();
    await expect.poll(() => page.locator('lotsa-chat').getAttribute('lang')).toBe('en');
  });

  it('[G4] takes focus in and hands it back', async () => {
    const { page } = await visit();
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    const panel = page.frameLocator('iframe');
    await panel.getByRole('heading', { level: 2 }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('lotsa-chat')?.shadowRoot?.activeElement?.tagName === 'IFRAME',
    );
    await expect.poll(() => launcher(page).getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => launcher(page).innerText()).toBe('Stäng chatten');
    await panel.locator(':focus').press('Escape');
    await page.waitForFunction(
      () => document.querySelector('lotsa-chat')?.shadowRoot?.activeElement?.tagName === 'BUTTON',
    );
    // Its words follow the dialog's closing, which the focus does not wait for.
    await launcher(page).filter({ hasText: 'Chatta med oss' }).waitFor();
    await expect.poll(() => page.locator('lotsa-chat dialog').isVisible()).toBe(false);
  });

  it('[G2] without the relay it offers phone and e-mail', async () => {
    const { page } = await visit('/demo/', (context) =>
      context.route('**/chat/**', (route) => route.abort()),
    );
    await launcher(page).click();
    const widget = page.locator('lotsa-chat');
    await widget.getByRole('link', { name: '0980-319 200' }).waitFor();
    expect(
      await widget.locator('a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['tel:0980-319200', 'mailto:kontakt@ekhamra.example']);
    await widget.getByRole('link', { name: '0980-319 200' }).press('Escape');
    await widget.getByRole('dialog').waitFor({ state: 'hidden' });
    // Opening it again is trying again.
    await page.context().unroute('**/chat/**');
    await launcher(page).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 2 }).waitFor();
  });

  it('[P2] a personal number is explained, and neither stored nor sent as it is', async () => {
    const { page, context } = await visit('/chat/ekhamra');
    const sent: string[] = [];
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const question = page.getByRole('textbox', { name: 'Skriv din fråga' });
    await question.fill(`Mitt nummer är ${NUMBER}, hjälp mig`);
    await page.getByText('Det ser ut som ett personnummer').waitFor();
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('hjälp mig');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('1212');
    await page.getByRole('textbox', { name: 'E-post' }).fill('anna@exempel.se');
    await page.getByRole('button', { name: 'Skicka frågan' }).click();
    await page.getByText('Tack! Vi har din fråga.').waitFor();
    await expect.poll(() => page.getByRole('log').innerText()).toContain('••••••-••••');
    expect(sent.join('\n')).toContain('hjälp mig');
    expect(sent.join('\n')).not.toContain('1212');
    await context.close();
  });
});
