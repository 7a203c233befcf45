import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket } from '../support/clients.ts';

describe('when the chat is abused', () => {
  let relay: BuiltRelay;
  let browser: Browser;
  beforeAll(async () => {
    // Whoever comes after the first is one of more than usual.
    relay = await BuiltRelay.start('embedded', { NEWCOMERS_PER_SITE: '1' });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await relay?.close();
  });

  const staff = async (user: string) => staffSocket(relay.url, await signIn(relay.url, user, DEMO_PASSWORD));

  async function visit(options: { locale?: string } = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'sv-SE',
      viewport: { width: 320, height: 640 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${relay.url}/chat/ekhamra`);
    return page;
  }
  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator('.composer textarea').fill(text);
    await page.keyboard.press('Enter');
  };

  it('[B2] [B3] [B4] the work is done unseen, a ban is told kindly, what is written stays, and a lifted ban lets in', async () => {
    const agent = await staff('agent-01');
    const abuser = await visit();
    const fetched: string[] = [];
    abuser.on('request', (request) => fetched.push(request.url()));
    await write(abuser, 'Ni är idioter');
    const { conversation } = await agent.fact('conversation:changed');
    // As usual, nothing of it is even fetched.
    expect(fetched.filter((url) => url.includes('/prove-'))).toEqual([]);

    const citizen = await visit({ locale: 'ar' });
    await write(citizen, 'سؤال عن النفايات');
    await citizen.locator('.waiting button').waitFor();
    await expect.poll(() => citizen.locator('.failed').count()).toBe(0);

    const change = { conversationId: conversation.id, id: randomUUID() };
    await agent.ask('conversation:claim', { ...change, id: randomUUID() });
    await agent.ask('conversation:ban', { ...change, reason: 'Hotade', hours: 24 });
    await abuser.getByText(/Du är välkommen tillbaka i (morgon|dag) \d\d:\d\d/).waitFor();
    await expect.poll(() => abuser.getByRole('log').innerText()).toContain('Ni är idioter');
    expect(await abuser.getByRole('main').innerText()).not.toContain('Hotade');
    await abuser.getByRole('link', { name: '0980-319 200' }).waitFor();
    await expect.poll(() => abuser.locator('.rating').count()).toBe(0);
    expect(await barriers(abuser)).toEqual([]);

    await abuser.getByRole('button', { name: 'Ställ en ny fråga' }).click();
    await write(abuser, 'Förlåt. När hämtas soporna?');
    await abuser.getByRole('alert').filter({ hasText: 'välkommen tillbaka' }).waitFor();
    expect(await barriers(abuser)).toEqual([]);
    await abuser.reload();
    await abuser.getByRole('button', { name: 'Försök igen' }).waitFor();
    await expect.poll(() => abuser.getByRole('log').innerText()).toContain('Förlåt. När hämtas soporna?');

    const manager = await staff('manager-1');
    const { bans } = await manager.ask('bans:list', { after: null });
    await manager.ask('ban:lift', { banId: bans[0]?.id ?? '' });
    await abuser.getByRole('button', { name: 'Försök igen' }).click();
    await abuser.getByText(/Din fråga har kommit fram/).waitFor();
    agent.close();
    manager.close();
  });
});
