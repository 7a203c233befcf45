import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { type Comparison, median } from './figures.ts';

/** Each in a browser of its own, that has nothing of the console yet. */
const COMPARED = ['none', 'before', 'year'] as const;
/** A report of a year has about so many bytes. */
const BYTES = 10_000;
/** A relay takes in the days when it looks for the first time; so long it has by then. */
const LOOKED_MS = 12_000;
const TARGET = 'under 1,000 ms';

/**
 * How long a manager waits for statistics, from the click until the frame that shows them: the screen with its code, a year of
 * the demo (70,000 contacts) that nobody has asked for yet, and one that somebody has; beside a bare page that fetches and shows a
 * ready answer.
 */
export async function statisticsScreen(): Promise<Comparison[]> {
  const browser = await launchBrowser();
  const relay = await BuiltRelay.start();
  const bare = await startBare();
  try {
    const took = { opened: [] as number[], counted: [] as number[], known: [] as number[] };
    const reference: number[] = [];
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    for (const compared of COMPARED) {
      const page = await signedIn(browser, relay.url);
      await page.goto(`${relay.url}/console/admin`);
      const link = page.getByRole('link', { name: /^Statistik/ });
      await link.evaluate((node) => node.setAttribute('id', 'measured'));
      took.opened.push(await timed(page, `document.querySelector('#measured').click()`));
      await timed(page, choosing('Jämför med', compared));
      took.counted.push(await timed(page, choosing('Period', '365')));
      await timed(page, choosing('Period', '7'));
      took.known.push(await timed(page, choosing('Period', '365')));
      const { contacts } = await page.evaluate<{ contacts: string }>(
        `({ contacts: document.querySelector('.stat-figure strong').textContent })`,
      );
      if (Number(contacts.replace(/\D/g, '')) < 60_000) throw new Error(`a year had ${contacts} contacts`);
      await page.context().close();

      const plain = await browser.newPage();
      await plain.goto(bare.url);
      for (let i = 0; i < 3; i += 1)
        reference.push(await timed(plain, `document.querySelector('button').click()`));
      await plain.close();
    }
    const row = (figure: string, times: number[]): Comparison => ({
      figure,
      unit: 'ms',
      lotsa: median(times),
      reference: median(reference),
      target: TARGET,
    });
    return [
      row('from click to statistics of 30 days, the screen and its code fetched', took.opened),
      row('from click to a year of statistics that is counted', took.counted),
      row('from click to a year of statistics that was asked for before', took.known),
    ];
  } finally {
    bare.stop();
    await browser.close();
    await relay.close();
  }
}

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await page.goto(`${url}/console/`);
  await page.getByLabel('Användarnamn').fill('manager-1');
  await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.locator('h1.header-brand').waitFor();
  return page;
}

// Scripts for the pages are texts, because what compiles this file would put its own helpers into functions.

/** Chooses in the list with a label. */
const choosing = (label: string, value: string): string => `
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(${JSON.stringify(label)}));
  const list = document.getElementById(label.htmlFor);
  list.value = ${JSON.stringify(value)};
  list.dispatchEvent(new Event('change', { bubbles: true }))`;

/** Does something, and gives the milliseconds until the frame in which its answer is shown: what was busy meanwhile is not any more. */
const timed = (page: Page, action: string): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    let busy = false;
    const look = () => {
      const part = document.querySelector('[data-measured], .statistics');
      if (!part) return;
      if (part.getAttribute('aria-busy') === 'true') busy = true;
      else if (busy) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
    const began = performance.now();
    ${action};
  })`);

async function startBare(): Promise<{ url: string; stop: () => void }> {
  const script = 'test/bench/servers/bare-json.ts';
  const child = spawn(process.execPath, ['--import', 'tsx', script, String(BYTES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http')) return { url: line, stop: () => child.kill() };
  }
  throw new Error('the bare server ended before it ran');
}
