import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds in a page as it is now, by rule and place. A page with a strict policy takes it by the debugger alone.
 * @param tags the rules to hold the page to, by axe's own tags; all that are on by themselves when left out
 */
export async function violations(page: Page, tags?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(tags ? { runOnly: tags } : {}) });
  const found = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' ')}`,
  );
}

/** The same in light and in dark; the page is left light. Nothing moves, so that colours are measured where they come to rest. */
export async function violationsInBoth(page: Page, tags?: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violations(page, tags)).map((text) => `${colorScheme}: ${text}`));
  }
  return found;
}
