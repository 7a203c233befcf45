import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
const browser = await launchBrowser();
const relay = await BuiltRelay.start();
try {
  const open = async (user: string, lang = 'sv', dark = false, width = 1440) => {
    const page = await (await browser.newContext({ locale: lang === 'sv' ? 'sv-SE' : 'en-GB', viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' })).newPage();
    await page.goto(`${relay.url}/console/`);
    await page.locator('input').first().fill(user);
    await page.locator('input[type=password]').fill(DEMO_PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.locator('h1.header-brand').waitFor();
    return page;
  };
  const shot = (page: any, name: string) => page.screenshot({ path: `/tmp/shots/stats/${name}.png`, fullPage: true });
  const p = await open('manager-1');
  for (const id of ['statistics','staffing','targets','department-months','internal-survey']) {
    await p.goto(`${relay.url}/console/admin/${id}`); await p.waitForTimeout(2500); await shot(p, `${id}-sv`);
  }
  await p.context().close();
  const c = await open('coordinator-SBF', 'en').catch(() => null);
  if (c) { await c.goto(`${relay.url}/console/admin/statistics`); await c.waitForTimeout(2000); await shot(c, 'statistics-coord-en'); }
} finally { await browser.close(); await relay.close(); }
