import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire } from '../support/clients.ts';
import { Stage } from '../support/stage.ts';

describe('a visitor who comes back', () => {
  const stage = new Stage();
  let agent: StaffWire;
  beforeAll(async () => {
    agent = await stage.staff('agent-01');
  });

  let context: BrowserContext;
  async function open(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${stage.relay.url}/chat/ekhamra`);
    await page.locator('.composer textarea').waitFor();
    return page;
  }
  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator('.composer textarea').fill(text);
    await page.keyboard.press('Enter');
  };
  /** The texts in the log, in order, each as often as it is there. */
  const texts = (page: Page): Promise<string[]> => page.locator('.ui-message-text').allInnerTexts();
  const written = async (page: Page): Promise<string[]> =>
    (await texts(page)).filter((text) => /^\d/.test(text));
  async function conversationOf(text: string): Promise<string> {
    const { conversation } = await agent.fact('conversation:changed', (fact) =>
      fact.conversation.excerpt.text.startsWith(text),
    );
    return conversation.id;
  }

  it('[D2] [D3] [D5] has two tabs in step, with no doubles, through a reload of either', async () => {
    context = await stage.browser.newContext({ locale: 'sv-SE' });
    const [one, two] = [await open(), await open()];
    await write(one, '1 Vad kostar bygglov?');
    await two.getByText('1 Vad kostar bygglov?').waitFor();
    const conversationId = await conversationOf('1 Vad');
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    await Promise.all([write(one, '2 Ett uterum.'), write(two, '2 Tolv kvadrat.')]);
    await agent.ask('message:send', {
      conversationId,
      id: randomUUID(),
      kind: 'text',
      text: '3 Ungefär 4 000.',
    });
    for (const page of [one, two]) await page.getByText('3 Ungefär').waitFor();
    await expect.poll(() => written(one)).toHaveLength(4);
    await expect.poll(async () => written(two)).toEqual(await written(one));
    // What is typed is there after a reload, and what was said is there once.
    await two.locator('.composer textarea').fill('Ett utkast');
    await two.reload();
    await two.getByText('3 Ungefär').waitFor();
    await expect.poll(() => two.locator('.composer textarea').inputValue()).toBe('Ett utkast');
    expect(await written(two)).toEqual(await written(one));
    // Ended in one, it is over in the other.
    await one.getByRole('button', { name: 'Avsluta chatten' }).click();
    await one.getByRole('button', { name: 'Ja, avsluta' }).click();
    await two.getByRole('heading', { name: 'Hur gick det?' }).waitFor();
    await agent.ask('conversation:close', {
      conversationId,
      id: randomUUID(),
      outcome: 'answered',
      topicId: 'bygglov',
    });
    await context.close();
  });

  it('[D4] where no WebSocket gets through, it chats all the same', async () => {
    context = await stage.browser.newContext({ locale: 'sv-SE' });
    await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
    const page = await open();
    await write(page, '1 Bakom en brandvägg');
    const conversationId = await conversationOf('1 Bakom');
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    await agent.ask('message:send', {
      conversationId,
      id: randomUUID(),
      kind: 'text',
      text: '2 Jag hör dig.',
    });
    await page.getByText('2 Jag hör dig.').waitFor();
    expect(await written(page)).toEqual(['1 Bakom en brandvägg', '2 Jag hör dig.']);
    await context.close();
  });

  it('[D4] after a night with the lid closed it has what was written meanwhile, once', async () => {
    context = await stage.browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${stage.relay.url}/chat/ekhamra`);
    await write(page, '1 Ska jag vänta?');
    const conversationId = await conversationOf('1 Ska');
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    await page.getByText('hjälper dig nu').waitFor();
    // The machine sleeps: its network is gone, and no timer runs until it wakes, hours later.
    await context.setOffline(true);
    await agent.ask('message:send', {
      conversationId,
      id: randomUUID(),
      kind: 'text',
      text: '2 Nej, gå hem.',
    });
    await page.clock.fastForward('08:00:00');
    await context.setOffline(false);
    await page.clock.fastForward('01:00');
    await page.getByText('2 Nej, gå hem.').waitFor();
    expect(await written(page)).toEqual(['1 Ska jag vänta?', '2 Nej, gå hem.']);
    await context.close();
  });

  it('is told at the field of a text that is too long, and loses none of it', async () => {
    context = await stage.browser.newContext({ locale: 'sv-SE' });
    const page = await open();
    const long = 'ordet '.repeat(700).trim();
    await write(page, long);
    await page.getByText('Texten är för lång: 4').waitFor();
    await expect.poll(() => page.locator('.composer textarea').inputValue()).toBe(long);
    await expect.poll(() => page.locator('.composer textarea').getAttribute('aria-invalid')).toBe('true');
    expect(await texts(page)).toEqual([]);
    await context.close();
  });
});
