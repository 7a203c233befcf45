import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket } from '../support/clients.ts';
import { partOf, TestMailServer } from '../support/smtp.ts';

it('[G4] a visitor goes on with its chat on another device, and gets what was said by mail', async () => {
  const server = await TestMailServer.start();
  const relay = await BuiltRelay.start('embedded', { SMTP_URL: server.url });
  onTestFinished(() => relay.close());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const agent = await staffSocket(relay.url, await signIn(relay.url, 'agent-01', DEMO_PASSWORD));
  onTestFinished(() => agent.close());
  const device = async (): Promise<Page> => {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 320, height: 900 } });
    return context.newPage();
  };

  const one = await device();
  await one.goto(`${relay.url}/chat/ekhamra`);
  await one.getByRole('textbox', { name: 'Skriv din fråga' }).fill('När hämtas soporna?');
  await one.keyboard.press('Enter');
  const { conversation } = await agent.fact('conversation:changed');
  const change = () => ({ conversationId: conversation.id, id: randomUUID() });
  await agent.ask('conversation:claim', change());

  // The link, asked for as the panel asks for it, by the cookie that scripts cannot read.
  const asked = await one.request.post(`${relay.url}/api/conversations/${conversation.id}/mails`, {
    headers: { origin: relay.url },
    data: { id: randomUUID(), kind: 'deviceLink', email: 'kim@example.se', language: 'sv' },
  });
  expect(asked.status()).toBe(204);
  const [link] = await server.mails(1);
  const url = /http\S+\/continue\/\S+/.exec(partOf(link!, 'text/plain'))?.[0] ?? '';
  const other = await device();
  await other.goto(url.replace('lang=sv', 'lang=ar'));
  await expect.poll(() => other.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await other.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await violations(other)).toEqual([]);
  await other.goto(url);
  await other.getByRole('button', { name: 'Fortsätt samtalet' }).click();
  await other.getByText('När hämtas soporna?').waitFor();
  await agent.ask('message:send', { ...change(), kind: 'text', text: 'På tisdag.' });
  for (const page of [one, other]) await page.getByText('På tisdag.').waitFor();
  const late = await device();
  await late.goto(url);
  await late.getByRole('heading', { name: 'Länken går inte att använda' }).waitFor();
  expect(await violations(late)).toEqual([]);
  await late.getByRole('link', { name: 'Öppna chatten' }).click();
  await late.getByRole('textbox', { name: 'Skriv din fråga' }).waitFor();

  // After the end, by keyboard: a wrong address is told at its field, and stays.
  await one.getByRole('button', { name: 'Avsluta chatten' }).click();
  await one.getByRole('button', { name: 'Ja, avsluta' }).click();
  await one.getByRole('button', { name: 'Få samtalet på e-post' }).press('Enter');
  const field = one.getByRole('textbox', { name: 'E-post' });
  // The part is fetched when it is asked for; then its field has the focus.
  await expect.poll(() => one.evaluate('document.activeElement?.tagName')).toBe('INPUT');
  await one.keyboard.type('kim@');
  await one.keyboard.press('Enter');
  await one.getByText('E-postadressen stämmer inte').waitFor();
  await expect.poll(() => field.inputValue()).toBe('kim@');
  expect(await violations(one)).toEqual([]);
  await one.keyboard.type('example.se');
  await one.keyboard.press('Enter');
  await one.getByText('Samtalet är på väg till kim@example.se.').waitFor();
  const [, transcript] = await server.mails(2);
  expect(partOf(transcript!, 'text/plain')).toContain('På tisdag.');
});
