import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '@lotsa/protocol';
import { openEmbedded } from '@lotsa/storage/embedded';
import type { Page } from 'playwright-core';
import { after, begin, note, text, told } from '../contract/samples.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { type Comparison, median, percentile } from './figures.ts';

const CONVERSATIONS = 5_000;
const MESSAGES = 2_000;
/** Appends at once: the storage writes them down together. */
const TOGETHER = 500;
/** Pixels in a frame: a wheel that is spun, some seven rows at a time. */
const STEP = 600;
/** How often what is there is scrolled through: the longest frame of once is as much the machine's as ours. */
const RUNS = 5;
const WORDS = 'Hej! Jag undrar när snön röjs på vår gata, för min mor kommer inte ut med sin rullator. ';

/**
 * How long the frames of the console last while five thousand conversations and two thousand messages are scrolled through,
 * beside as many plain rows in a page with nothing else.
 */
export async function consoleScrolling(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
  const relay = await BuiltRelay.start('embedded', { DATA_DIR: folder });
  const browser = await launchBrowser();
  try {
    await relay.stop('SIGTERM');
    await seed(join(folder, 'lotsa.db'));
    await relay.run();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' });
    await page.goto(`${relay.url}/console/`);
    await page.getByLabel('Användarnamn').fill('agent-01');
    await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('tab', { name: /Alla/ }).click();
    await page.locator('.virtual .row').first().waitFor();
    const loading = [await scrolled(page, '.virtual', 'down')];
    const rows = Number(await page.locator('.virtual-row').last().getAttribute('aria-setsize'));
    if (rows < CONVERSATIONS) throw new Error(`the list ended after ${rows}`);
    const list = await upwards(page, '.virtual');
    await page.getByRole('tab', { name: /Mina/ }).click();
    await page.locator('.virtual .row').first().click();
    await page
      .getByRole('log')
      .getByText(`Rad ${MESSAGES - 1}.`)
      .waitFor();
    const thread = await upwards(page, '[role=log]');

    const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const rowsOf = `'<p style="height: 84px; margin: 0">${WORDS}</p>'.repeat(${CONVERSATIONS})`;
    await bare.evaluate(
      `document.body.innerHTML = '<div id="list" style="height: 850px; overflow: auto">' + ${rowsOf} + '</div>'`,
    );
    const reference = await upwards(bare, '#list');
    return [
      ...figures(`${CONVERSATIONS} conversations, fetched as they come (once)`, loading, reference),
      ...figures(`${CONVERSATIONS} conversations`, list, reference),
      ...figures(`${MESSAGES} messages of a conversation`, thread, reference),
    ];
  } finally {
    await browser.close();
    await relay.close();
    rmSync(folder, { recursive: true });
  }
}

/** How long frames were, and how long the page itself worked in each: the rest is the browser, which draws in software here. */
interface Scrolled {
  frames: number[];
  work: number[];
}

/** The median of the runs, and the worst where there is more than one. */
const figures = (what: string, ours: readonly Scrolled[], reference: readonly Scrolled[]): Comparison[] =>
  (['work', 'frames'] as const).flatMap((kind) => {
    const of = (runs: readonly Scrolled[], p: number) => runs.map((run) => percentile(run[kind], p));
    const row = (which: string, p: number, pick: (runs: readonly number[]) => number) => ({
      figure: `${kind === 'work' ? 'work of the page in a frame' : 'frame'}, ${which}, while scrolling through ${what}`,
      unit: 'ms',
      lotsa: pick(of(ours, p)),
      reference: pick(of(reference, p)),
    });
    return [
      row('p99', 99, median),
      { ...row('longest', 100, median), target: 'not over 50 ms' },
      ...(ours.length > 1
        ? [row(`longest of all ${ours.length} runs`, 100, (runs) => Math.max(...runs))]
        : []),
    ];
  });

async function upwards(page: Page, selector: string): Promise<Scrolled[]> {
  const runs: Scrolled[] = [];
  while (runs.length < RUNS) runs.push(await scrolled(page, selector, 'up'));
  return runs;
}

async function seed(file: string): Promise<void> {
  const storage = await openEmbedded({ file });
  const now = Date.now();
  for (let i = 0; i < CONVERSATIONS; i += TOGETHER) {
    await Promise.all(
      Array.from({ length: TOGETHER }, async (_, n) => {
        const topicId = n % 3 === 0 ? 'bygglov' : null;
        const begun = await begin(storage, { topicId, language: n % 7 === 0 ? 'ar' : 'sv' }, now - i - n);
        // Somebody else's, so that no routing gives them to anybody.
        await storage.append(begun.id, begun, told(assigned('agent-02'), now - i - n));
      }),
    );
  }
  let long: Conversation = await begin(storage, {}, now);
  long = after(await storage.append(long.id, long, told(assigned('agent-01'), now)));
  for (let i = 0; i < MESSAGES; i += 1) {
    const words = `Rad ${i}. ${WORDS.repeat(1 + (i % 4))}`;
    const line = i % 9 === 0 ? note(words, now) : text(words, now);
    const amina = { type: 'staff', id: 'agent-01', name: 'Amina' } as const;
    long = after(await storage.append(long.id, long, i % 2 === 0 ? line : { ...line, author: amina }));
  }
  await storage.close();
}

const assigned = (id: string) => ({ type: 'assigned', user: { id, name: id } }) as const;

/**
 * Scrolls through to the end, a step in each frame, and gives how long each frame was, in milliseconds. The page's work is from the
 * frame's first callback to the first task behind it: scripts, styles, layout and what is to be painted.
 */
function scrolled(page: Page, selector: string, way: 'up' | 'down'): Promise<Scrolled> {
  // A text, because what compiles this file would put its own helpers into a function.
  return page.evaluate<Scrolled>(`new Promise((resolve) => {
    const box = document.querySelector(${JSON.stringify(selector)});
    const down = ${way === 'down'};
    if (!down) box.scrollTop = box.scrollHeight;
    const frames = [], work = [];
    const { port1, port2 } = new MessageChannel();
    let before, began, still = 0;
    port1.onmessage = () => work.push(performance.now() - began);
    const step = (at) => {
      began = performance.now();
      port2.postMessage(null);
      if (before !== undefined) frames.push(at - before);
      before = at;
      const top = box.scrollTop;
      box.scrollTop = top + (down ? ${STEP} : -${STEP});
      // At the end of what there is, until nothing more has come for a second.
      still = Math.abs(box.scrollTop - top) < 1 ? still + 1 : 0;
      if (still > (down ? 60 : 2)) resolve({ frames, work });
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
}
