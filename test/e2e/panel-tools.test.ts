import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import type { StaffWire } from '../support/clients.ts';
import { pdf, png } from '../support/pictures.ts';
import { TestRelay } from '../support/relay.ts';

const PERSONAL = '19121212 - 1212';
const QUESTION = 'Hur ansöker jag om bygglov?';

describe('the panel besides writing', () => {
  let relay: TestRelay;
  let browser: Browser;
  let agent: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start();
    browser = await launchBrowser();
    agent = await relay.staff('agent-01');
    await agent.ask('availability:set', { availability: 'available', reason: null });
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  /** The panel as a page of its own; where the personal number went is remembered. */
  async function open(lang: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) =>
      sent.push(decodeURIComponent(`${request.url()} ${request.postData() ?? ''}`)),
    );
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await page.goto(`${relay.url}/chat/ekhamra?lang=${lang}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    return { page, sent };
  }
  const fits = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );

  it('[P2] guides are found while one writes, by keyboard, and no personal number leaves the browser', async () => {
    const { page, sent } = await open('sv');
    const field = page.getByRole('textbox', { name: 'Skriv din fråga' });
    await field.fill(`${QUESTION} ${PERSONAL}`);
    await page.getByText('Det ser ut som ett personnummer.').waitFor();
    await page.getByText(/[123] förslag på svar finns under skrivfältet/).waitFor();
    const suggestions = page.getByRole('region', { name: 'Kanske finns svaret här' });
    const first = suggestions.getByRole('button').first();
    await fits(page);
    expect(await violations(page)).toEqual([]);

    await field.press('Tab');
    await page.keyboard.press('Tab');
    const title = await first.innerText();
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    const guide = page.getByRole('dialog', { name: title });
    await guide.getByRole('group', { name: 'Fick du svar på din fråga?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'detached' });
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await guide.getByRole('button', { name: 'Nej, jag vill ställa min fråga' }).click();
    await guide.waitFor({ state: 'detached' });
    await expect.poll(() => field.inputValue()).toBe(`${QUESTION} ${PERSONAL}`);
    await expect.poll(() => field.evaluate((area) => area === document.activeElement)).toBe(true);

    await first.click();
    await guide.getByRole('button', { name: 'Ja, detta svarade på min fråga' }).click();
    await page.getByRole('heading', { name: 'Vad bra att du fick svar!' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('');
    const judged = sent
      .filter((request) => /helped /.test(request))
      .map((request) => /(not-)?helped/.exec(request)?.[0]);
    expect(judged).toEqual(['not-helped', 'helped']);
    expect(sent.filter((request) => request.replace(/\D/g, '').includes('1212121212'))).toEqual([]);
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/12121212/);
    await page.context().close();
  });

  it('a topic that has to be chosen is asked for, and a crisis is told at once, in Arabic', async () => {
    await relay.storage.update('sites', 'ekhamra', { askTopic: 'required' });
    await relay.storage.insert('banners', [
      {
        id: 'vatten',
        siteId: 'ekhamra',
        severity: 'critical',
        text: { sv: 'Koka vattnet. Vid fara för liv ring 112.', ar: 'اغلِ الماء. عند الخطر اتصل بالرقم 112.' },
        links: [{ label: { sv: 'Läs mer' }, url: 'https://www.ekhamra.example/kris' }],
        from: null,
        until: null,
        active: true,
      },
    ]);
    // The relay reads its sites anew every five seconds.
    relay.clock.ahead += 10_000;
    const { page } = await open('ar', { colorScheme: 'dark' });
    await page.getByRole('alert').filter({ hasText: '112' }).waitFor();
    // What is told by a form rather than asked is a link away, and works without script.
    const [form] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'الإبلاغ عن عطل' }).click(),
    ]);
    await form.getByRole('heading', { name: 'الإبلاغ عن عطل' }).waitFor();
    await form.close();
    const field = page.locator('.composer textarea');
    await field.fill('مرحبا');
    await field.press('Enter');
    const topic = page.getByRole('combobox', { name: /ما موضوع سؤالك/ });
    await expect.poll(() => topic.evaluate((select) => select === document.activeElement)).toBe(true);
    await page.getByText('اختر موضوع سؤالك.').waitFor();
    await fits(page);
    expect(await violations(page)).toEqual([]);
    await topic.selectOption({ label: 'رخصة البناء' });
    await field.press('Enter');
    await page.getByRole('log').getByText('مرحبا').waitFor();
    await relay.storage.update('sites', 'ekhamra', { askTopic: 'optional' });
    await relay.storage.update('banners', 'vatten', { active: false });
    relay.clock.ahead += 10_000;
    await page.context().close();
  });

  it('files, emoji, copying and the way to the case, in a conversation', async () => {
    const { page, sent } = await open('sv', { permissions: ['clipboard-read', 'clipboard-write'] });
    const field = page.locator('.composer textarea');
    const log = page.getByRole('log');
    await field.fill('Hej! Var lämnar jag tidningar?');
    await field.press('Enter');
    await log.getByText('Hej! Var lämnar jag tidningar?').waitFor();
    const { docs } = await relay.storage.find('conversations', {
      index: 'byQueue',
      equals: { siteId: 'ekhamra', status: 'queued' },
      limit: 10,
    });
    const conversationId = docs.toSorted((one, other) => other.startedAt - one.startedAt)[0]?.id ?? '';
    await agent.ask('conversation:claim', { conversationId, id: 'claim-0123456789abcdef' });
    await agent.ask('message:send', {
      conversationId,
      id: 'reply-0123456789abcdef',
      kind: 'text',
      text: 'På återvinningsstationen.',
      toUserId: null,
    });
    await log.getByText('På återvinningsstationen.').waitFor();

    // A picture: described, sent, and seen with its description; a wrong file says what is wrong with it.
    await page.locator('input[type=file]').setInputFiles([
      { name: `tidning ${PERSONAL}.png`, mimeType: 'image/png', buffer: png() },
      { name: 'ljud.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3') },
    ]);
    const files = page.getByRole('region', { name: 'Filer att skicka' });
    const wrong = files.getByRole('listitem', { name: 'ljud.mp3' });
    await wrong.getByText('Det här slaget av fil kan inte skickas.').waitFor();
    await files.getByRole('textbox', { name: /Beskriv bilden/ }).fill('En hög med tidningar');
    await fits(page);
    expect(await violations(page)).toEqual([]);
    await wrong.getByRole('button', { name: 'Ta bort' }).click();
    await files.getByRole('button', { name: 'Skicka' }).click();
    await log.getByRole('img', { name: 'En hög med tidningar' }).waitFor();
    await files.waitFor({ state: 'detached' });

    // A document is taken while the connection is away, and goes when it is back.
    await page.context().setOffline(true);
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'karta.pdf', mimeType: 'application/pdf', buffer: pdf() }]);
    await files.getByRole('button', { name: 'Skicka' }).click();
    await files.getByText('Filen kom inte fram.').waitFor();
    await page.context().setOffline(false);
    await log.getByRole('link', { name: /karta\.pdf/ }).waitFor({ timeout: 40_000 });

    // An emoji, chosen with the keyboard alone.
    await field.fill('Tack !');
    await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5));
    await page.getByRole('button', { name: 'Emoji' }).press('Enter');
    await page.getByRole('button', { name: '😀' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('Tack 😊!');

    // Copying; and nothing is asked of the browser before it is chosen.
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('button', { name: 'Kopiera senaste svaret' }).click();
    await page.getByText('Kopierat').waitFor();
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toBe('På återvinningsstationen.');
    await page.getByRole('checkbox', { name: 'Spela ett ljud' }).check();
    await expect.poll(() => page.evaluate("localStorage.getItem('lotsa:ekhamra:notices')")).toBe('sound');
    await page.getByRole('checkbox', { name: 'Visa en avisering på skärmen' }).click();
    await page.getByText('Webbläsaren tillåter inte aviseringar härifrån.').waitFor();
    await fits(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    // The question became a case: its link opens the case's page.
    await agent.ask('conversation:close', {
      conversationId,
      id: 'close-0123456789abcdef',
      outcome: 'caseRegistered',
      topicId: 'avfall',
    });
    await page.getByRole('button', { name: 'Följ ärendet' }).click();
    const link = page.getByRole('link', { name: /Öppna ärende/ });
    await link.waitFor();
    const casePage = await page.context().newPage();
    await casePage.goto(new URL((await link.getAttribute('href')) ?? '', relay.url).href);
    await expect.poll(() => casePage.getByRole('heading', { level: 1 }).count()).toBe(1);

    // The tools of the next conversation bring no second button for copying.
    await page.getByRole('button', { name: 'Ställ en ny fråga' }).click();
    await field.fill('Tar ni emot färg?');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Emoji' }).hover();
    await log.getByText('Tar ni emot färg?').hover();
    await page.locator('.copy-pointed[title="Kopiera"]').first().waitFor();
    await expect.poll(() => page.locator('.copy-pointed').count()).toBe(1);
    expect(sent.filter((request) => request.includes(PERSONAL))).toEqual([]);
    await page.context().close();
  });
});
