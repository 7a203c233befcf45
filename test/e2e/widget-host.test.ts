import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay } from '../support/built-relay.ts';
import { HOST, type HostPage, launcherOf, serveHost, tag, WATCH } from '../support/host-page.ts';

describe('the widget in pages of other origins', () => {
  let relay: BuiltRelay;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    relay = await BuiltRelay.start();
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  /** A host page in a context of its own, with what it said, threw and asked the relay for. */
  async function visit(host: HostPage, before = '') {
    const context = await browser.newContext({ locale: 'sv-SE' });
    contexts.push(context);
    await context.addInitScript(`${WATCH};${before}`);
    await serveHost(context, host);
    const page = await context.newPage();
    const noise: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.stack ?? error.message));
    page.on('request', (request) => {
      if (request.url().startsWith(relay.url)) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`${HOST}/bygglov`);
    return { page, context, noise, asked };
  }
  const panelOf = (page: Page) => page.frameLocator('lotsa-chat iframe');
  const answered = (page: Page) => panelOf(page).getByRole('heading', { level: 2 }).waitFor();
  /** Waits until an expression of the page is true. */
  const until = (page: Page, expression: string) => page.waitForFunction(expression);

  it('[G1] [G2] [G3] works under a policy of our origin alone with Trusted Types, silent and unmoved', async () => {
    const policy = `default-src 'none'; script-src ${relay.url}; frame-src ${relay.url}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page, context, noise, asked } = await visit({ policy, head: tag(relay.url) });
    await launcherOf(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/widget.js']);
    expect(page.frames()).toHaveLength(1);
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    expect(await page.evaluate('[window.shifts, window.slowScripts]')).toEqual([0, []]);

    await launcherOf(page).click();
    await answered(page);
    const cookies = await context.cookies();
    expect(cookies.map(({ httpOnly, secure, partitionKey }) => [httpOnly, secure, partitionKey])).toEqual([
      [true, true, 'https://ekhamra.example'],
    ]);
    expect(
      await page.evaluate('document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })'),
    ).toBe('{}');
    expect(await page.evaluate('[window.shifts, window.slowScripts]')).toEqual([0, []]);
    expect(noise).toEqual([]);
  });

  it('[G3] stays, once, in a single-page site that swaps everything it has', async () => {
    const { page, noise } = await visit({ head: tag(relay.url) });
    await launcherOf(page).click();
    await answered(page);
    for (const view of ['avfall', 'skola']) {
      await page.evaluate(`
        history.pushState(null, '', '/${view}');
        document.body.replaceWith(Object.assign(document.createElement('body'), { textContent: '${view}' }));
        document.head.querySelector('script')?.remove();
        const again = document.createElement('script');
        again.src = '${relay.url}/widget.js';
        again.dataset.site = 'ekhamra';
        document.head.append(again);
        new Promise((resolve) => { again.onload = resolve; })`);
      await expect.poll(() => page.locator('lotsa-chat').count()).toBe(1);
      // The panel has not been touched: neither closed nor loaded again.
      await panelOf(page).getByRole('heading', { level: 2 }).waitFor();
    }
    await page.evaluate("document.querySelector('lotsa-chat').remove()");
    // Thrown out itself it comes back as it was, with the panel loaded anew.
    await answered(page);
    await expect.poll(() => launcherOf(page).innerText()).toBe('Stäng chatten');
    await expect.poll(() => page.locator('lotsa-chat').count()).toBe(1);
    expect(noise).toEqual([]);
  });

  it('[G2] is on top, of its own size, and clickable among hostile styles', async () => {
    const head = `${tag(relay.url)}<style>
      * { all: unset !important; line-height: 90px !important; font-size: 80px !important; pointer-events: none !important }
      lotsa-chat { display: none !important; transform: scale(3) !important; filter: blur(9px) !important }
      .over { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; pointer-events: auto !important }
    </style>`;
    const { page } = await visit({ head, body: '<div class="over"></div>' });
    await launcherOf(page).waitFor();
    const box = await launcherOf(page).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeLessThanOrEqual(64);
    await launcherOf(page).click();
    await answered(page);
    // The rest of the page stays the page's: nothing of ours lies over it.
    await expect.poll(() => page.evaluate('document.elementFromPoint(40, 40).className')).toBe('over');
  });

  it('[G2] works among hostile scripts, and leaves what they have changed as it is', async () => {
    const hostile = `
      if (window.parent === window) {
        const broken = () => { throw new Error('patched'); };
        for (const name of ['map', 'forEach', 'includes', 'filter', 'find', 'push', 'concat', 'values'])
          Array.prototype[name] = broken;
        Array.prototype[Symbol.iterator] = broken;
        JSON.parse = JSON.stringify = Object.entries = Object.fromEntries = broken;
        window.defined = [];
        window.define = (...given) => window.defined.push(given);
        window.define.amd = {};
        window.module = { exports: {} };
        const listen = EventTarget.prototype.addEventListener;
        window.patched = EventTarget.prototype.addEventListener = function (type, listener, options) {
          return listen.call(this || window, type, function (event) { return listener.call(this, event); }, options);
        };
        window.onerror = window.mine = () => false;
        window.onmessage = window.mine;
        // Asked by the page itself: the browser's driver needs arrays that work.
        window.unchanged = () => window.onerror === window.mine && window.onmessage === window.mine && window.defined.length === 0
          && window.patched === EventTarget.prototype.addEventListener && Object.keys(window.module.exports).length === 0;
      }`;
    const { page, noise } = await visit(
      { head: tag(relay.url), body: '<p onclick="this.textContent = unchanged()">?</p>' },
      hostile,
    );
    await launcherOf(page).click();
    await answered(page);
    await panelOf(page).getByRole('button', { name: 'Stäng' }).click();
    await page.locator('lotsa-chat dialog').waitFor({ state: 'hidden' });
    await page.getByText('?').click();
    await page.getByText('true').waitFor();
    // What the browser's driver stumbles over is not ours.
    expect(noise.filter((text) => text.includes('/widget'))).toEqual([]);
  });

  it('[G2] holds up nothing on a slow line, and opens there', async () => {
    const { page, context } = await visit({ head: '', body: '' });
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await page.evaluate(`
      const script = document.createElement('script');
      script.src = '${relay.url}/widget.js';
      script.dataset.site = 'ekhamra';
      document.head.append(script)`);
    await launcherOf(page).click();
    await answered(page);
    expect(await page.evaluate('[window.shifts, window.slowScripts]')).toEqual([0, []]);
  });

  it('[G3] obeys commands from before and after it came, two widgets each their own, and tells what happened', async () => {
    const before = `<script>
      window.lotsa = window.lotsa || function () { (lotsa.q = lotsa.q || []).push(arguments); };
      window.heard = [];
      for (const name of ['ready', 'open', 'close', 'refused'])
        document.addEventListener('lotsa:' + name, ({ detail }) => window.heard.push(name + ' ' + detail.site + (detail.command ? ' ' + detail.command + ' ' + detail.reason : '')));
      lotsa('ekhamra:setTopic', 'bygglov');
      lotsa('ekhamra:open');
    </script>`;
    const other = tag(relay.url, 'data-position="start"').replace('"ekhamra"', '"biblioteket"');
    const { page, noise } = await visit({ head: before + tag(relay.url) + other });
    await answered(page);
    await launcherOf(page, 'biblioteket').waitFor();
    await expect.poll(() => page.locator('lotsa-chat dialog[open]').count()).toBe(1);
    await until(page, "window.heard.includes('ready biblioteket') && window.heard.includes('open ekhamra')");

    await page.evaluate(`
      window.once = [];
      const listener = ({ site }) => window.once.push(site);
      lotsa('on', 'close', listener);
      lotsa('close');
      lotsa('hide');
      lotsa('explode');
      lotsa('ekhamra:setTopic', '../admin');
      lotsa('setLanguage', 'fi')`);
    await until(page, "window.heard.filter((one) => one.startsWith('refused')).length === 3");
    await expect
      .poll(() => page.evaluate("window.heard.filter((one) => one.startsWith('refused')).sort().join()"))
      .toBe(
        'refused biblioteket explode unknown,refused ekhamra explode unknown,refused ekhamra setTopic invalid',
      );
    await until(page, 'window.once.length === 1');
    await expect.poll(() => launcherOf(page).isVisible()).toBe(false);
    await expect
      .poll(() => page.locator('script[data-site=ekhamra]').getAttribute('data-topic'))
      .toBe('bygglov');

    await page.evaluate("lotsa('ekhamra:show'); lotsa('ekhamra:open')");
    await panelOf(page).locator('html[lang=fi]').waitFor();
    await expect.poll(() => page.locator('#lotsa-ekhamra').getAttribute('lang')).toBe('fi');
    await expect.poll(() => launcherOf(page).innerText()).toBe('Sulje chat');
    await expect.poll(() => launcherOf(page, 'biblioteket').isVisible()).toBe(false);
    expect(noise).toEqual([]);
  });

  it('[G4] a theme is read from the page, corrected where it fails, and handed to the panel', async () => {
    const head = `<style>:root { --lotsa-accent: hsl(48 100% 50%); --lotsa-accent-text: white; --lotsa-radius: 4px }
      :root.autumn { --lotsa-accent: #9b1b30 }</style>
      <script>window.themes = []; document.addEventListener('lotsa:theme', ({ detail }) => window.themes.push(detail.corrections));</script>
      ${tag(relay.url, 'data-with="theme"')}`;
    const { page, noise } = await visit({ head });
    await launcherOf(page).waitFor();
    const look = () =>
      launcherOf(page).evaluate((button) => {
        const { backgroundColor, color, borderTopLeftRadius } = getComputedStyle(button);
        return [backgroundColor, color, borderTopLeftRadius];
      });
    // Yellow with white text: darkened until it stands out from a white page, and black text on it.
    expect(await look()).toEqual(['rgb(180, 144, 0)', 'rgb(0, 0, 0)', '4px']);
    await expect
      .poll(() => page.evaluate('window.themes[0].map(({ what }) => what).join()'))
      .toBe('button,buttonText,light');
    expect(await page.evaluate('window.shifts')).toBe(0);
    await launcherOf(page).click();
    await answered(page);
    const head1 = panelOf(page).locator('header.head');
    const ground = (colour: string) =>
      head1.evaluate(
        (header, wanted) =>
          new Promise<void>((resolve) => {
            const check = (): void => {
              if (getComputedStyle(header).backgroundColor === wanted) resolve();
              else requestAnimationFrame(check);
            };
            check();
          }),
        colour,
      );
    await ground('rgb(180, 144, 0)');
    await page.evaluate("document.documentElement.className = 'autumn'");
    await ground('rgb(155, 27, 48)');
    expect(noise).toEqual([]);
  });
});
