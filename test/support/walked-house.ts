import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type BusyHouse, busyHouse } from './busy-house.ts';
import { ConsoleWalk } from './console-walk.ts';

/**
 * Walks of several people through a busy house: light in Swedish, dark in English, so that each screen is met in both themes and both
 * languages, at 200 and 400 %, by keyboard and by axe.
 * @param tests declares them; `walks` signs somebody in, and `house` is there once a test runs.
 */
export function walkedHouse(
  who: string,
  tests: (walks: (user: string) => Promise<ConsoleWalk>, house: () => BusyHouse) => void,
): void {
  let house: BusyHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await busyHouse();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.relay.close();
  });
  describe.each(['sv', 'en'] as const)(`every screen of ${who}, in %s`, { timeout: 480_000 }, (lang) => {
    const seen = new Set<string>();
    tests(
      (user) => ConsoleWalk.start({ url: house.relay.url, browser }, user, lang, seen),
      () => house,
    );
  });
}
