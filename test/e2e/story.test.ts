import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { storageKinds } from '../support/storage-kinds.ts';

const QUESTION = 'Hej! Behöver jag bygglov för ett uterum?';

/** The words of everybody in the log of a conversation, in order: the story's own texts, wherever they are shown. */
async function heard(log: ReturnType<Page['getByRole']>, texts: readonly string[]): Promise<string[]> {
  const content = (await log.first().innerText()).replace(/\s+/g, ' ');
  const found: [at: number, text: string][] = [];
  for (const text of texts) {
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) found.push([at, text]);
  }
  return found.toSorted(([a], [b]) => a - b).map(([, text]) => text);
}

describe.each(storageKinds)('the main job in three browsers, on %s', (kind) => {
  let relay: BuiltRelay;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    relay = await BuiltRelay.start(kind);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  /** A page in a context of its own; what goes wrong in it is remembered. */
  async function page(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
    const opened = await context.newPage();
    opened.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
    await opened.goto(relay.url + path);
    return opened;
  }

  async function signedIn(user: string): Promise<Page> {
    const console = await page('/console/');
    await console.getByLabel('Användarnamn').fill(user);
    await console.getByLabel('Lösenord').fill(DEMO_PASSWORD);
    await console.getByRole('button', { name: 'Logga in' }).click();
    await console
      .getByRole('tab', { name: /Mina frågor|Överlämningar/ })
      .first()
      .waitFor();
    return console;
  }

  const panelOf = (visitor: Page): FrameLocator => visitor.frameLocator('iframe');

  async function answer(console: Page, text: string): Promise<void> {
    await console.getByRole('textbox', { name: 'Svar till invånaren' }).fill(text);
    await console.getByRole('button', { name: 'Skicka', exact: true }).click();
  }

  async function write(visitor: Page, text: string): Promise<void> {
    const panel = panelOf(visitor);
    await panel.getByRole('textbox', { name: /Skriv (din fråga|ett meddelande)/ }).fill(text);
    await panel.getByRole('button', { name: 'Skicka', exact: true }).click();
  }

  it('[D1] [D3] [D4] [D5] nothing is lost and all is in order, through a crash of the relay and a reload', async () => {
    const agent = await signedIn('agent-01');
    const specialist = await signedIn('specialist-sbf');

    // The citizen asks, on a page of the municipality.
    const visitor = await page('/demo/bygglov.html');
    await visitor.getByRole('button', { name: /Chatta/ }).click();
    await write(visitor, QUESTION);
    const panel = panelOf(visitor);
    await panel
      .getByText(/plats|kö/i)
      .first()
      .waitFor();

    // The agent takes it and answers.
    await agent.getByRole('tab', { name: /Kö/ }).click();
    await agent.getByText(QUESTION).first().click();
    await agent.getByRole('button', { name: 'Ta frågan' }).first().click();
    await answer(agent, 'Hej! Jag tar reda på det.');
    await panel.getByText('Hej! Jag tar reda på det.').waitFor();
    await panel.getByText('Samhällsvägledare 1').first().waitFor();

    // The relay is killed, and the citizen writes on meanwhile.
    await relay.stop('SIGKILL');
    await write(visitor, 'Det är 12 kvadratmeter.');
    await relay.run();
    const agentLog = agent.getByRole('log');
    await agentLog.getByText('Det är 12 kvadratmeter.').waitFor();

    // A specialist is asked to join, with a note that is not for the citizen.
    await agent.getByRole('button', { name: 'Lämna över', exact: true }).click();
    const dialog = agent.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Till' }).fill('Samhällsbyggnad');
    await agent
      .getByRole('option', { name: /Samhällsbyggnad/ })
      .first()
      .click();
    await dialog.getByRole('radio', { name: /Delta i samtalet/ }).check();
    await dialog.getByRole('textbox', { name: 'Frågan i en mening' }).fill('Krävs lov för 12 kvm?');
    await dialog.getByRole('textbox', { name: 'Varför' }).fill('Hon undrar över detaljplanen');
    await dialog.getByRole('button', { name: 'Skicka överlämning' }).click();
    await specialist.getByRole('tab', { name: /Överlämningar/ }).click();
    await specialist.getByText('Krävs lov för 12 kvm?').first().click();
    await specialist.getByRole('button', { name: 'Acceptera' }).first().click();
    await panel
      .getByText(/Handläggare SBF/)
      .first()
      .waitFor();
    await answer(specialist, 'Ett uterum på 12 kvm kräver anmälan.');
    await panel.getByText('Ett uterum på 12 kvm kräver anmälan.').waitFor();

    // The citizen reloads its page; the relay goes down in order and comes back.
    await visitor.reload();
    await visitor.getByRole('button', { name: /Chatta/ }).click();
    await panelOf(visitor).getByText('Ett uterum på 12 kvm kräver anmälan.').waitFor();
    expect(await relay.stop('SIGTERM')).toBeLessThan(10_000);
    await relay.run();
    await write(visitor, 'Tack så mycket!');
    await agentLog.getByText('Tack så mycket!').waitFor();
    await specialist.getByRole('log').getByText('Tack så mycket!').waitFor();

    // Everybody has every message once, in one order.
    const story = [
      QUESTION,
      'Hej! Jag tar reda på det.',
      'Det är 12 kvadratmeter.',
      'Ett uterum på 12 kvm kräver anmälan.',
      'Tack så mycket!',
    ];
    expect(await heard(panelOf(visitor).getByRole('log') as never, story)).toEqual(story);
    expect(await heard(agentLog, story)).toEqual(story);
    expect(await heard(specialist.getByRole('log'), story)).toEqual(story);
    expect(await panelOf(visitor).locator('body').innerText()).not.toContain('detaljplanen');

    // It is answered: the specialist is done, the agent closes it with outcome and topic, the citizen rates it.
    await specialist.getByRole('button', { name: 'Klar – lämna tillbaka' }).click();
    await agent.getByRole('button', { name: 'Avsluta', exact: true }).click();
    const closing = agent.getByRole('dialog');
    await closing.getByRole('radio', { name: /Besvarad av handläggare/ }).check();
    await closing.getByLabel('Ämne').selectOption({ label: 'Bygglov' });
    await closing.getByRole('button', { name: 'Avsluta frågan' }).click();
    await panelOf(visitor).getByRole('group').first().waitFor();
    expect(errors).toEqual([]);
  });
});
