import { expect, it } from 'vitest';
import { walkedHouse } from '../support/walked-house.ts';

walkedHouse('those who answer', (walks, house) => {
  it('the agent', async () => {
    const walk = await walks('agent-01');
    const { page, t } = walk;
    await walk.rail();
    await walk.ownDialogs();

    // A conversation with everything: opened from its list, handed off, closed, made a case, its record.
    const open = async (id: string) => {
      await page.getByRole('tab', { name: t.mine }).press('Enter');
      await page.locator(`a[href$="${id}"]`).press('Enter');
      await page.getByRole('log').waitFor();
    };
    await open(house().conversationId);
    await walk.look('conversation with a hand-off');
    const composer = page.getByRole('textbox', { name: t.composerText });
    for (const key of ['KeyL', 'KeyC', 'KeyG', 'KeyW', 'KeyQ']) {
      await composer.focus();
      await walk.opened(() => page.keyboard.press(`Alt+${key}`));
    }
    const more = page.getByRole('button', { name: t.moreActions });
    for (const name of [t.caseCreate, t.ban]) {
      await more.focus();
      await walk.opened(async () => {
        await more.press('Enter');
        await page.getByRole('menuitem', { name, exact: true }).press('Enter');
      });
    }
    await more.press('Enter');
    await page.getByRole('menuitem', { name: t.recordTakeOut }).press('Enter');
    await page.getByRole('button', { name: t.recordRelease }).waitFor();
    await walk.look('record');
    await page.getByRole('button', { name: t.recordRelease }).press('Enter');
    await walk.look('record that is given out');

    // Arabic in a console that is read from the left: each text its own way, the bubbles where the console has them.
    await open(house().arabicId);
    const log = page.getByRole('log');
    const arabic = log.getByText('متى يفتح');
    const way = (text: typeof arabic) => text.evaluate((node) => getComputedStyle(node).direction);
    await expect.poll(() => page.evaluate('document.documentElement.dir || "ltr"')).toBe('ltr');
    expect([await way(arabic), await way(log.getByText('Svarade på arabiska'))]).toEqual(['rtl', 'ltr']);
    const [visitor, own] = [await arabic.boundingBox(), await log.getByText('مرحباً').boundingBox()];
    expect(visitor?.x).toBeLessThan(own?.x ?? 0);
    await walk.look('conversation in Arabic');

    await page.getByRole('link', { name: t.cases }).press('Enter');
    await page.getByRole('textbox', { name: t.caseGoTo }).fill(house().caseNumber);
    await page.keyboard.press('Enter');
    await page.getByText('Ritningar finns').waitFor();
    await walk.look('case');
    expect(await walk.end()).toEqual([]);
  });

  it('the manager', async () => {
    const walk = await walks('manager-1');
    const { page, t } = walk;
    await walk.rail();
    await walk.administration({}, ['registry']);
    await page.getByRole('tab', { name: t.all }).press('Enter');
    await page.locator(`a[href$="${house().secretId}"]`).press('Enter');
    const glass = page.getByRole('button', { name: t.breakGlass });
    await glass.waitFor();
    await walk.look('secret conversation');
    await walk.dialog(glass);
    expect(await walk.end()).toEqual([]);
  });

  it('the specialist', async () => {
    const walk = await walks('specialist-sbf');
    const { page, t } = walk;
    await walk.rail();
    await walk.administration({ 'department-months': [t.monthEdit, t.monthAnswer] }, [
      'department-months',
      'internal-survey',
    ]);
    await page.getByRole('tab', { name: t.handoffs }).press('Enter');
    await page.locator(`a[href$="${house().conversationId}"]`).press('Enter');
    await page.getByRole('log').waitFor();
    await walk.look('hand-off that waits for me');
    await walk.dialog(page.getByRole('button', { name: t.decline, exact: true }));
    expect(await walk.end()).toEqual([]);
  });
});
