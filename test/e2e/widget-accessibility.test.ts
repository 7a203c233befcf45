import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { BuiltRelay } from '../support/built-relay.ts';
import type { StaffWire } from '../support/clients.ts';
import { listenTo, said } from '../support/screen-reader.ts';
import { Stage } from '../support/stage.ts';

/** 400 % of a window of 1280 px (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

describe('[G4] the widget for everybody', () => {
  const stage = new Stage();
  let agent: StaffWire;
  beforeAll(async () => {
    agent = await stage.staff('agent-01');
  });

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await stage.browser.newContext({ locale: 'sv-SE', viewport: NARROW, ...options });
    const page = await context.newPage();
    await listenTo(page);
    await page.goto(stage.relay.url + path);
    return page;
  }

  /** The agent takes the question that begins so. */
  async function claim(text: string): Promise<string> {
    const { conversation } = await agent.fact('conversation:changed', (fact) =>
      fact.conversation.excerpt.text.startsWith(text),
    );
    await agent.ask('conversation:claim', { conversationId: conversation.id, id: randomUUID() });
    return conversation.id;
  }
  const close = (conversationId: string): Promise<unknown> =>
    agent.ask('conversation:close', {
      conversationId,
      id: randomUUID(),
      outcome: 'answered',
      topicId: 'bygglov',
    });
  const answer = (conversationId: string, text: string): Promise<unknown> =>
    agent.ask('message:send', { conversationId, id: randomUUID(), kind: 'text', text });

  /** Presses Tab, or Shift and Tab, until focus is on what is called so. */
  async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
    const panel = () => page.frames().find((frame) => frame.url().includes('/chat/')) ?? page.mainFrame();
    const names: string[] = [];
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press(key);
      const now = (await panel().evaluate(`(() => {
        const at = document.activeElement;
        const label = at.labels?.[0]?.textContent ?? '';
        return [at.getAttribute('aria-label'), label, at.textContent].filter(Boolean).join(' ');
      })()`)) as string;
      if (name.test(now)) return;
      names.push(now.slice(0, 40));
    }
    throw new Error(`no ${name} among ${names.join(', ')}`);
  }

  it('keyboard alone, by ear: open, ask, read, end, rate, close', { timeout: 90_000 }, async () => {
    const page = await visit('/demo/', { viewport: { width: 1280, height: 800 } });
    const panel = page.frameLocator('iframe');
    // The part that shows where the question stands comes when its answer is here already: its first words are to be heard.
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await page.route('**/assets/conversation-*.js', (route) => arrival.then(() => route.continue()));
    await page.getByRole('button', { name: 'Chatta med oss' }).focus();
    await page.keyboard.press('Enter');
    await panel.locator('.composer textarea:focus').waitFor();
    await page.keyboard.type('Var lämnar jag glas?');
    await page.keyboard.press('Enter');
    await panel.locator('.head-language[data-compact]').waitFor();
    arrived();
    await panel.getByText('Din fråga har kommit fram').waitFor();
    const id = await claim('Var lämnar jag glas?');
    await panel.getByText('Samhällsvägledare 1 hjälper dig nu').waitFor();
    for (const typing of [true, false, true]) await agent.ask('typing:set', { conversationId: id, typing });
    await panel.getByText('Samhällsvägledare 1 skriver').waitFor();
    await answer(id, 'På återvinningen vid torget.');
    await panel.getByText('På återvinningen vid torget.').waitFor();
    await answer(id, 'Den är öppen dygnet runt.');
    await panel.getByText('Den är öppen dygnet runt.').waitFor();
    await page.keyboard.type('Finns det en till?');
    await page.keyboard.press('Enter');
    await panel.locator('[data-state=sent], [data-state=delivered]', { hasText: 'en till' }).waitFor();

    // Each new message once and with its sender; nobody is told of typing and ticks.
    const heard = await said(page);
    const about = (text: string) => heard.filter((words) => words.includes(text));
    expect(about('Din fråga har kommit fram')).toHaveLength(1);
    expect(about('Finns det en till?')).toEqual([expect.stringMatching(/^Du Finns det en till/)]);
    expect(about('På återvinningen')).toEqual([expect.stringMatching(/^Samhällsvägledare 1 På/)]);
    expect(about('dygnet runt')).toEqual([expect.stringMatching(/^Samhällsvägledare 1 Den/)]);
    expect(about('skriver')).toEqual([]);
    expect(heard.filter((words) => /^(Skickas|Skickat|Framme|Läst)$/.test(words))).toEqual([]);
    expect(heard.length).toBeLessThanOrEqual(8);

    // What the accessibility tree has of it: a dialog with a name, a log, and who said what.
    const tree = await panel.getByRole('log', { name: 'Samtalet' }).ariaSnapshot();
    expect(tree.replace(/\s+/g, ' ')).toMatch(
      /Du .*Var lämnar jag glas\?.*Samhällsvägledare 1.*På återvinningen/,
    );
    await expect.poll(() => page.getByRole('dialog', { name: /Chatt/ }).count()).toBe(1);

    await tabTo(page, /Avsluta chatten/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Ja, avsluta' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Hur gick det?' }).waitFor();
    await tabTo(page, /^\s*(1|Inte alls bra|.*1)/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /Vill du berätta mer/);
    await page.keyboard.type('Snabbt och bra');
    await tabTo(page, /Skicka svaret/);
    await page.keyboard.press('Enter');
    await panel.getByText('Tack för ditt svar!').waitFor();
    expect((await said(page)).filter((words) => words === 'Tack för ditt svar!')).toHaveLength(1);
    await close(id);
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => document.querySelector('lotsa-chat')?.shadowRoot?.activeElement?.tagName === 'BUTTON',
    );
    await page.context().close();
  });

  it('a lost connection is said once, and that it is back', async () => {
    const page = await visit('/chat/ekhamra');
    await page.getByRole('textbox', { name: 'Skriv din fråga' }).fill('Hör du mig?');
    await page.keyboard.press('Enter');
    const id = await claim('Hör du mig?');
    await page.getByText('Samhällsvägledare 1 hjälper dig nu').waitFor();
    // The network goes: what was open is cut, and nothing new is reached.
    await page.context().setOffline(true);
    await stage.relay.stop('SIGKILL');
    await page.getByText('Vi har tappat kontakten').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Är du kvar?');
    await page.keyboard.press('Enter');
    await stage.relay.run();
    await page.context().setOffline(false);
    await page.getByText('Vi har tappat kontakten').waitFor({ state: 'detached' });
    agent = await stage.staff('agent-01');
    await page.locator('[data-state=sent]', { hasText: 'Är du kvar?' }).waitFor();
    await answer(id, 'Ja, här är jag.');
    await page.getByText('Ja, här är jag.').waitFor();
    const heard = await said(page);
    expect(heard.filter((words) => words.includes('Vi har tappat kontakten'))).toHaveLength(1);
    expect(heard.filter((words) => words.includes('Är du kvar?'))).toHaveLength(1);
    expect(heard.filter((words) => words.includes('Ja, här är jag.'))).toHaveLength(1);
    await close(id);
    await page.context().close();
  });

  it.each(['sv', 'ar'])(
    'nothing stands in the way in any state of the chat, in %s',
    { timeout: 120_000 },
    async (lang) => {
      const page = await visit(`/chat/ekhamra?lang=${lang}`);
      const at: Record<string, string[]> = {};
      const look = async (state: string): Promise<void> => {
        at[state] = await barriers(page);
      };
      const field = page.locator('.composer textarea');
      await field.waitFor();
      await page.locator('summary').click();
      await look('welcome');
      const question = `${lang}: 070-123 45 67 https://example.se/${'mycket-lang-adress/'.repeat(6)}`;
      await field.fill(`${question} 19121212-1212`);
      await look('personal number');
      await field.press('Enter');
      await page.locator('.waiting button').waitFor();
      await look('queue');
      await page.locator('.waiting button').click();
      await page.locator('#contact-email').fill('fel');
      await page.locator('form.contact button[type=submit]').click();
      await page.locator('[aria-invalid=true]').waitFor();
      await look('contact form with an error');
      await page.locator('form.contact button').last().click();
      const id = await claim(lang);
      await answer(id, 'Svar på svenska, مع كلمات عربية, och ett nummer: 0980-319 200.');
      await page.getByText('Svar på svenska').waitFor();
      await look('chat');
      await page.locator('.head-actions button').click();
      await page.locator('#end-question').waitFor();
      await look('asked to end');
      await page.locator('.below .buttons button').first().click();
      await page.locator('.rating input').nth(1).check({ force: true });
      await look('rating');
      await page.locator('.rating button[type=submit]').click();
      await page.locator('.rating').waitFor({ state: 'detached' });
      await look('ended');
      await close(id);
      expect(at).toEqual(Object.fromEntries(Object.keys(at).map((state) => [state, []])));
      await page.context().close();
    },
  );

  it.each(['sv', 'ar', 'sv-x-easy'])(
    'nothing stands in the way on the pages without script, in %s',
    { timeout: 120_000 },
    async (lang) => {
      const page = await visit(`/contact/ekhamra?lang=${lang}`);
      const at: Record<string, string[]> = {};
      const look = async (state: string): Promise<void> => {
        at[state] = await barriers(page);
      };
      await look('contact');
      for (const form of ['felanmalan', 'synpunkt']) {
        const response = await page.goto(`${stage.relay.url}/form/ekhamra/${form}?lang=${lang}`);
        if (response?.status() === 404) throw new Error(`no form ${form}`);
        await page.locator('form button[type=submit]').click();
        await page.locator('.errors').waitFor();
        await look(`${form} with errors`);
      }
      await page.goto(`${stage.relay.url}/form/ekhamra/kontakt?lang=${lang}`);
      await page.locator('textarea').fill('Hur söker man bygglov?');
      await page.locator('input[type=email]').fill('kim@example.se');
      await page.locator('form button[type=submit]').click();
      await page.waitForURL('**/case/**');
      await look('receipt');
      await page.goto(page.url().replace('&done=received', ''));
      await look('case');
      await page.goto(`${stage.relay.url}/case/EKH-2026-999999?key=wrong&lang=${lang}`);
      await look('no such case');
      expect(at).toEqual(Object.fromEntries(Object.keys(at).map((state) => [state, []])));
      await page.context().close();
    },
  );

  it('nothing stands in the way when nobody is there', { timeout: 120_000 }, async () => {
    const alone = await BuiltRelay.start();
    try {
      for (const lang of ['sv', 'ar']) {
        const page = await visit('/demo/');
        await page.goto(`${alone.url}/chat/ekhamra?lang=${lang}`);
        await page.locator('#contact-email').waitFor();
        expect(await barriers(page)).toEqual([]);
        await page.context().close();
      }
    } finally {
      await alone.close();
    }
  });
});
