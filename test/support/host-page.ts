import type { BrowserContext, Page } from 'playwright-core';

/** The origin that Ekhamra's site allows; its pages are made by the tests, and nothing of them leaves the browser. */
export const HOST = 'https://www.ekhamra.example';

/** A page of a municipality, of another origin than the relay's. */
export interface HostPage {
  /** Of `<html>`. */
  lang?: string;
  head?: string;
  body?: string;
  /** Content-Security-Policy; none when left out. */
  policy?: string;
}

/** Answers every address of the host with a page. */
export async function serveHost(context: BrowserContext, page: HostPage): Promise<void> {
  const { lang = 'sv', head = '', body = '', policy } = page;
  await context.route(`${HOST}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: policy ? { 'content-security-policy': policy } : {},
          body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Värd</title>${head}</head><body><h1>En sida</h1>${body}</body></html>`,
        })
      : route.fulfill({ status: 404, body: '' }),
  );
}

/** The script tag of a relay's loader. */
export const tag = (relay: string, attributes = ''): string =>
  `<script src="${relay}/widget.js" data-site="ekhamra" ${attributes} async></script>`;

/**
 * Counts what a page must never notice of us: layout shifts that nobody's hand made, and scripts of ours in frames that took
 * longer than 50 ms (the W3C's Long Animation Frames name the script, as its long tasks do not). Runs before the page.
 */
export const WATCH = `
  window.shifts = 0;
  window.slowScripts = [];
  if (window.parent === window) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        for (const { sourceURL, duration } of entry.scripts)
          if (sourceURL.includes('/widget') && duration > 50) window.slowScripts[window.slowScripts.length] = duration;
    }).observe({ type: 'long-animation-frame', buffered: true });
  }`;

/** The launcher of a site, by its element. */
export const launcherOf = (page: Page, site = 'ekhamra') => page.locator(`#lotsa-${site} button.l`);
