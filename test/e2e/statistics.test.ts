import { readFile } from 'node:fs/promises';
import { localDate } from '@lotsa/core';
import type { StatReport } from '@lotsa/protocol';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { Stage } from '../support/stage.ts';

describe('the statistics in a browser', () => {
  const stage = new Stage();
  const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '');

  async function open(page: Page, section: string): Promise<void> {
    await page.getByRole('link', { name: 'Administration', exact: true }).first().click();
    await page.getByRole('link', { name: section }).first().click();
    await page.getByRole('heading', { level: 2, name: section }).waitFor();
  }

  /** What a card says. */
  const figure = (page: Page, name: string) =>
    page.locator('.stat-figure').filter({ has: page.getByText(name, { exact: true }) });

  async function settled(page: Page): Promise<void> {
    await page.locator('.statistics[aria-busy=false] .stat-figures').first().waitFor();
  }

  async function file(page: Page, name: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }

  it('a manager reads a year beside the year before, sets a target, and takes out the same figures', async () => {
    const page = await stage.console('manager-1');
    await open(page, 'Mål och öppna data');
    await page.getByRole('textbox', { name: 'Löst vid första kontakten' }).fill('50');
    await page.getByRole('group', { name: 'Öppna data' }).getByLabel('Kontakter').check();
    await page.getByRole('button', { name: 'Spara' }).click();
    const changes = page.getByRole('region', { name: 'Ändringar' });
    await changes.getByText(/Enhetschef.*Löst vid första kontakten 70\s%\s→ 50\s%/).waitFor();
    expect(await violations(page)).toEqual([]);

    await open(page, 'Statistik');
    await settled(page);
    await expect.poll(() => page.locator('.stat-column').count()).toBe(30);
    await page.getByLabel('Period').selectOption('365');
    await page.getByLabel('Jämför med').selectOption('year');
    await page.locator('.stat-column').nth(12).waitFor({ state: 'attached' });
    await expect.poll(async () => page.locator('.stat-column').count()).toBeLessThan(14);
    await settled(page);
    const contacts = digits(await figure(page, 'Kontakter').locator('strong').textContent());
    expect(Number(contacts)).toBeGreaterThan(60_000);
    await figure(page, 'Löst vid första kontakten')
      .getByText(/Mål: 50.*nått/)
      .waitFor();
    await figure(page, 'Kontakter')
      .getByText(/Före: /)
      .waitFor();
    // What the columns show stands in the table, which adds up.
    await page.getByText('Visa som tabell').click();
    const months = page.getByRole('table', { name: 'Kontakter över tid' }).locator('tbody tr');
    const inMonths = await Promise.all(
      (await months.all()).map(async (row) => Number(digits(await row.locator('td').nth(1).textContent()))),
    );
    expect(inMonths.reduce((sum, n) => sum + n, 0)).toBe(Number(contacts));
    await page.getByRole('combobox', { name: 'Uppdelat på' }).selectOption('channel');
    await page
      .getByRole('table', { name: 'Kanal' })
      .getByRole('row', { name: /telefon/ })
      .waitFor();
    await page.getByText('Så räknas siffrorna').click();
    await page
      .locator('dd')
      .filter({ hasText: /sju dagar|7 dagar/ })
      .first()
      .waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }

    const csv = await file(page, 'Hämta som CSV');
    expect(csv).toContain(`all,,Kontakter,contacts,${contacts},${contacts},`);
    const json = JSON.parse(await file(page, 'Hämta som JSON')) as StatReport;
    expect(json.figures.contacts.value).toBe(Number(contacts));
    expect(json.series.map((month) => month.contacts)).toEqual(inMonths);
    const { from, to } = json.selection;
    const published = await fetch(
      `${stage.relay.url}/api/open-data/ekhamra?from=${from}&to=${to}&format=csv`,
    );
    const open1 = await published.text();
    const whole = json.series[1];
    expect(open1).toContain(`month,${whole?.key},,,count,${whole?.contacts},`);
    expect(open1).not.toContain('solveRate');

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('staffing tells half hour by half hour, in columns and in a table', async () => {
    const page = await stage.console('manager-1');
    await open(page, 'Bemanning');
    await page.getByLabel('Kanal').selectOption('phone');
    await page.getByLabel('Veckodag').selectOption('1');
    await page.getByText(/Räknat med Erlang A på 1[1-3] öppna dagar/).waitFor();
    const rows = page.getByRole('table').locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(await page.locator('.stat-column').count());
    await rows.filter({ hasText: '09:00' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('a coordinator sees its own department, and no more', async () => {
    const page = await stage.console('coordinator-sbf');
    await open(page, 'Statistik');
    await settled(page);
    await expect
      .poll(() => page.getByLabel('Förvaltning').locator('option').allTextContents())
      .toEqual(['Alla', 'Samhällsbyggnadsförvaltningen']);
    const own = Number(digits(await figure(page, 'Kontakter').locator('strong').textContent()));
    const manager = await stage.staff('manager-1');
    const today = localDate(Date.now(), 'Europe/Stockholm');
    const days = {
      siteId: 'ekhamra',
      from: localDate(Date.now() - 29 * 86_400_000, 'Europe/Stockholm'),
      to: today,
    };
    const all = await manager.ask('statistics:get', { ...days, compare: 'none' });
    const theirs = await manager.ask('statistics:get', { ...days, compare: 'none', departmentId: 'SBF' });
    expect(own).toBe(theirs.figures.contacts.value);
    expect(own).toBeLessThan(all.figures.contacts.value ?? 0);
    const coordinator = await stage.staff('coordinator-sbf');
    expect(await coordinator.answer('statistics:get', { ...days, departmentId: 'TEF' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    await expect.poll(() => page.getByRole('link', { name: 'Bemanning' }).count()).toBe(0);
    await page.close();
  });
});
