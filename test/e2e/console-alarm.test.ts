import { describe, expect, it } from 'vitest';
import { Stage } from '../support/stage.ts';

/** Writes down what the browser is asked to play and to show on the desktop, and lets nobody look at the page. */
const LISTEN = `
  window.played = 0;
  window.shown = [];
  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) { window.played += 1; return begin.call(this, at); };
  window.Notification = class extends EventTarget {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    constructor(title, { body }) { super(); window.shown.push(body); }
    close() {}
  };
  document.hasFocus = () => false;
`;

describe('the alarm in a browser', () => {
  const stage = new Stage();

  it('who has waited too long is told of on the page, in the title and by sound, until it is answered', async () => {
    const admin = await stage.staff('administrator-1');
    const [site] = (await admin.ask('settings:list', { kind: 'sites' })).entries;
    await admin.ask('settings:put', {
      kind: 'sites',
      item: { ...site!.item, alarmMs: 10_000 },
      revision: site!.revision,
    });

    const page = await stage.console('agent-01');
    await page.evaluate(LISTEN);
    // Nothing is heard or shown on the desktop before it is asked for.
    await stage.ask('Är det någon där?');
    await expect.poll(() => page.title()).toBe('(1) Lotsa');
    expect(await page.evaluate('[window.played, window.shown]')).toEqual([0, []]);
    await page.getByRole('button', { name: /^Samhällsvägledare 1/ }).click();
    await page.getByRole('menuitem', { name: 'Inställningar' }).click();
    await page.getByLabel('Ljud vid nya frågor och meddelanden').check();
    await page.getByLabel('Notiser på skrivbordet').check();
    await page.keyboard.press('Escape');
    const before = (await page.evaluate('window.played')) as number;

    const alarm = page.getByRole('alert').filter({ hasText: 'Ingen har tagit frågan: Bygglov' });
    await alarm.waitFor();
    await expect.poll(() => page.title()).toBe('❗ Någon väntar för länge – (1) Lotsa');
    await expect.poll(() => page.evaluate('window.played')).toBeGreaterThan(before);
    await expect.poll(() => page.evaluate('window.shown')).toEqual(['Någon har väntat för länge']);
    await page.evaluate('window.shown.length = 0');

    // It cannot be put away: taking it makes it one's own alarm, and only the answer ends it.
    await page.getByRole('button', { name: 'Gå dit' }).press('Enter');
    await page.getByRole('button', { name: 'Ta frågan' }).click();
    await page.getByRole('alert').filter({ hasText: 'Invånaren väntar på ditt svar: Bygglov' }).waitFor();
    await page.getByRole('textbox', { name: 'Svar till invånaren' }).fill('Ja, hej!');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'väntar på ditt svar' }).waitFor({ state: 'detached' });
    // What nobody has looked at is unread still.
    await expect.poll(() => page.title()).toBe('(1) Lotsa');

    // The desktop is told that something came, and not what.
    await stage.ask('Hur hemligt är det här?');
    await expect.poll(() => page.evaluate('window.shown')).toEqual(['Ny fråga i kön']);
    await page.close();
  });
});
