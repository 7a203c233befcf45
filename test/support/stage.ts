import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { BuiltRelay, DEMO_PASSWORD } from './built-relay.ts';
import { signIn, type StaffWire, staffSocket, visit, visitorSocket, type VisitorWire } from './clients.ts';

/** The console of a relay, of somebody who has signed in and is there. Nothing in it moves. */
export async function signedIn(browser: Browser, url: string, user: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${url}/console/`);
  await page.getByLabel('Användarnamn').fill(user);
  await page.getByLabel('Lösenord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Logga in' }).click();
  // the heading of a desk that has its first answer; not every role has lists
  await page.locator('h1.header-brand').waitFor();
  return page;
}

/** A built relay and a browser for the tests of a file, and those who come to them. */
export class Stage {
  relay!: BuiltRelay;
  browser!: Browser;
  /** The visitors who asked, in order. */
  readonly visitors: VisitorWire[] = [];
  readonly #staff: StaffWire[] = [];

  /** There before the first test of the file or `describe` it is made in, and gone after the last. */
  constructor() {
    beforeAll(async () => {
      this.relay = await BuiltRelay.start();
      this.browser = await launchBrowser();
    });
    afterAll(async () => {
      for (const wire of [...this.visitors, ...this.#staff]) wire.close();
      await this.browser?.close();
      await this.relay?.close();
    });
  }

  /** The console of somebody who has signed in and is there. Nothing in it moves. */
  console(user: string, width = 1440): Promise<Page> {
    return signedIn(this.browser, this.relay.url, user, width);
  }

  /** A member of the staff without a browser. */
  async staff(user: string): Promise<StaffWire> {
    const wire = await staffSocket(this.relay.url, await signIn(this.relay.url, user, DEMO_PASSWORD));
    this.#staff.push(wire);
    return wire;
  }

  /** A visitor without a browser asks something. */
  async ask(text: string, language = 'sv', topicId: string | null = 'bygglov') {
    const wire = await visitorSocket(this.relay.url, (await visit(this.relay.url)).cookie);
    this.visitors.push(wire);
    const conversationId = randomUUID();
    await wire.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text,
      language,
      page: null,
      topicId,
      departmentId: null,
      contact: null,
    });
    return { wire, conversationId };
  }
}
