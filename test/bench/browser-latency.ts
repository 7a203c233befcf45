import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { type Comparison, percentile } from './figures.ts';

/** Texts sent through each; the first ones are not counted. */
const TEXTS = 60;
const WARM_UP = 10;
/** Between two texts: a visitor may write 25 in ten seconds. */
const GAP_MS = 230;

/** One way from a text field in one page to another page's screen. */
interface Way {
  /** Where the text is written; Enter sends it. */
  field: Locator;
  from: Page;
  to: Page;
}

/**
 * How long a sentence takes from the Enter key in the visitor's browser until the frame in which the agent's browser has it on
 * its screen, beside two bare Socket.IO pages; in turns in one browser, so that both meet the same machine.
 */
export async function browserLatency(): Promise<Comparison[]> {
  const browser = await launchBrowser();
  const relay = await BuiltRelay.start();
  const bare = await startBare();
  try {
    const lotsa = await lotsaWay(browser, relay.url);
    const reference = await bareWay(browser, bare.url);
    const took = { lotsa: [] as number[], reference: [] as number[] };
    for (let i = 0; i < TEXTS + WARM_UP; i += 1) {
      const [a, b] = [
        await one(lotsa, `Mätning ${i} på Lotsa.`),
        await one(reference, `Mätning ${i} utan Lotsa.`),
      ];
      if (i < WARM_UP) continue;
      took.lotsa.push(a);
      took.reference.push(b);
    }
    return [50, 99].map((p) => ({
      figure: `browser to browser, p${p}`,
      unit: 'ms',
      lotsa: percentile(took.lotsa, p),
      reference: percentile(took.reference, p),
    }));
  } finally {
    bare.stop();
    await browser.close();
    await relay.close();
  }
}

// Scripts for the pages are texts, because what compiles this file would put its own helpers into functions.

/** Resolves with the time of the first frame in which the page shows a text. */
const whenShown = (text: string): string => `new Promise((resolve) => {
  const look = () => {
    if (!document.body.textContent.includes(${JSON.stringify(text)})) return;
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
})`;

/** Resolves with the time at which Enter is pressed: a page's own clock, the same for all pages of one machine. */
const WHEN_PRESSED = `new Promise((resolve) => {
  const listen = (event) => {
    if (event.key !== 'Enter') return;
    removeEventListener('keydown', listen, true);
    resolve(performance.timeOrigin + event.timeStamp);
  };
  addEventListener('keydown', listen, true);
})`;

async function one({ field, from, to }: Way, text: string): Promise<number> {
  const shown = to.evaluate<number>(whenShown(text));
  const pressed = from.evaluate<number>(WHEN_PRESSED);
  await field.fill(text);
  await field.press('Enter');
  const [began, ended] = await Promise.all([pressed, shown]);
  await from.waitForTimeout(GAP_MS);
  return ended - began;
}

async function lotsaWay(browser: Browser, url: string): Promise<Way> {
  const to = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await to.goto(`${url}/console/`);
  await to.getByLabel('Användarnamn').fill('agent-01');
  await to.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await to.getByRole('button', { name: 'Logga in' }).click();
  await to.getByRole('tab', { name: /Kö/ }).click();
  const from = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await from.goto(`${url}/chat/ekhamra`);
  const first = from.getByRole('textbox', { name: 'Skriv din fråga' });
  await first.fill('En fråga att mäta med');
  await first.press('Enter');
  await to.getByText('En fråga att mäta med').first().click();
  await to.getByRole('button', { name: 'Ta frågan' }).first().click();
  return { field: from.getByRole('textbox', { name: 'Skriv ett meddelande' }), from, to };
}

async function bareWay(browser: Browser, url: string): Promise<Way> {
  const to = await (await browser.newContext()).newPage();
  await to.goto(`${url}/receiver`);
  const from = await (await browser.newContext()).newPage();
  await from.goto(`${url}/sender`);
  return { field: from.locator('textarea'), from, to };
}

async function startBare(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/servers/bare-pages.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http')) return { url: line, stop: () => child.kill() };
  }
  throw new Error('the bare relay ended before it ran');
}
