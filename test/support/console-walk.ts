import type { Browser, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { violations } from './axe.ts';
import { CRAMPED, type Language, SETTLED, TEXTS, unreadable } from './looking.ts';
import { signedIn } from './stage.ts';

/** For what is on its way, also on a machine that does much else. */
const PATIENT = { timeout: 60_000, interval: 20 };
/** The rules of axe that another theme or language can break; the others have been asked in Swedish and light. */
const BY_LOOKS = ['color-contrast', 'link-in-text-block', 'label-content-name-mismatch'];

/**
 * Somebody's way through the console, by the keyboard: in Swedish and light, or in English and dark. Everything that is wrong on
 * the way is kept in {@link found}, so that one walk tells all of it.
 */
export class ConsoleWalk {
  readonly page: Page;
  readonly lang: Language;
  readonly found: string[] = [];
  /** What axe has looked at, in this language and theme. */
  readonly #seen: Set<string>;

  private constructor(page: Page, lang: Language, seen: Set<string>) {
    this.page = page;
    this.lang = lang;
    this.#seen = seen;
  }

  /** Signs somebody in. @param seen screens that axe need not look at again, as another role had them too; they are added to. */
  static async start(
    { url, browser }: { url: string; browser: Browser },
    user: string,
    lang: Language,
    seen: Set<string>,
  ): Promise<ConsoleWalk> {
    const page = await signedIn(browser, url, user, 1280);
    const walk = new ConsoleWalk(page, lang, seen);
    page.on('console', (message) => {
      if (message.type() === 'error') walk.found.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => walk.found.push(`error: ${error.message}`));
    await page.emulateMedia({ colorScheme: lang === 'sv' ? 'light' : 'dark', reducedMotion: 'reduce' });
    if (lang === 'en') {
      await walk.#account();
      await page.getByRole('menuitem', { name: 'English' }).press('Enter');
      await vi.waitUntil(() => page.evaluate('document.documentElement.lang === "en"'), PATIENT);
    }
    return walk;
  }

  /** The texts that are shown. */
  get t() {
    return TEXTS[this.lang];
  }

  /** Looks at what is open: its texts, its width at 200 % and at 400 % of zoom, and by axe. */
  async look(name: string): Promise<void> {
    const { page } = this;
    await vi.waitUntil(() => page.evaluate(SETTLED), PATIENT);
    this.#tell(name, await page.evaluate(unreadable(this.lang)));
    const key = `${this.lang} ${name}`;
    if (!this.#seen.has(key))
      this.#tell(name, await violations(page, this.lang === 'sv' ? undefined : BY_LOOKS));
    this.#seen.add(key);
    // What is too wide at 200 % is so in Swedish first: its words are longer.
    for (const width of this.lang === 'sv' ? [640, 320] : [320]) {
      await page.setViewportSize({ width, height: 800 });
      this.#tell(`${name} at ${width}`, await this.#cramped());
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  /** Every list of the rail with the arrow keys, and every screen beside them. */
  async rail(): Promise<void> {
    const { page, t } = this;
    const nav = page.getByRole('navigation', { name: t.lists });
    const tabs = nav.getByRole('tab');
    const count = await tabs.count();
    if (count > 0) await tabs.first().press('Enter');
    for (let at = 0; at < count; at += 1) {
      await this.#chosen(tabs.nth(at));
      await this.look(`list ${await tabs.nth(at).getAttribute('id')}`);
      await page.keyboard.press('ArrowDown');
    }
    const links = nav.getByRole('link');
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).press('Enter');
      await this.look(`screen ${await links.nth(at).getAttribute('href')}`);
    }
  }

  /**
   * The sections of the administration, their tabs, and the first thing in each: reached with Tab, opened with Enter; focus goes
   * to the section's heading.
   * @param only the sections to look into, where the others are as another role has them; all when left out
   * @param dialogs what the buttons that open a dialog are called, by address: of a section, or with `/*` of something in it
   */
  async administration(dialogs: Record<string, readonly string[]>, only?: readonly string[]): Promise<void> {
    const { page, t } = this;
    const links = page.getByRole('navigation', { name: t.administration }).getByRole('link');
    const all = await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href') ?? ''));
    if (all.length === 0) this.found.push('an administration without sections');
    await links.first().focus();
    for (const href of all) {
      await this.#soon(`Tab comes to ${href}`, `document.activeElement.getAttribute('href') === '${href}'`);
      await page.keyboard.press('Tab');
    }
    for (const [at, href] of all.entries()) {
      const section = href.replace('/console/admin/', '');
      if (only && !only.includes(section)) continue;
      await links.nth(at).press('Enter');
      await page.waitForURL(`**${href}`);
      await this.#soon(
        `section ${section}: focus goes to its heading`,
        'document.activeElement.id === "admin-section-title"',
      );
      await this.look(`section ${section}`);
      await this.#tabs(`section ${section}`);
      for (const name of dialogs[section] ?? []) await this.dialog(this.#first(name));
      const items = page.locator(`.admin-section a[href^="${href}/"]`);
      if ((await items.count()) === 0) continue;
      await items.first().press('Enter');
      await page.waitForURL(`**${href}/**`);
      await this.look(`item of ${section}`);
      for (const name of dialogs[`${section}/*`] ?? []) await this.dialog(this.#first(name));
    }
  }

  /** A dialog that a button opens: opened with Enter, left with Escape, which gives focus back to the button. */
  async dialog(button: Locator): Promise<void> {
    await button.focus();
    await this.opened(() => this.page.keyboard.press('Enter'));
  }

  /** A dialog that something opens; Escape closes it, and focus is where it was. Then it is opened again, to be looked at. */
  async opened(open: () => Promise<void>): Promise<void> {
    const { page } = this;
    const dialog = page.getByRole('dialog');
    await page.evaluate('window.focusBefore = document.activeElement');
    await open();
    await dialog.waitFor();
    const title = await dialog.getByRole('heading').first().innerText();
    await this.#soon(`dialog ${title}: focus is in it`, 'document.activeElement.closest("dialog") !== null');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await this.#soon(`dialog ${title}: focus goes back`, 'document.activeElement === window.focusBefore');
    await open();
    await dialog.waitFor();
    await this.look(`dialog ${title}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  /** The dialogs that everybody has. */
  async ownDialogs(): Promise<void> {
    const { page, t } = this;
    await page.locator('.header [aria-haspopup=menu]').last().focus();
    await this.opened(() => page.keyboard.press('Control+KeyK'));
    await this.opened(() => page.keyboard.press('Alt+?'));
    for (const name of [t.settings, t.security]) {
      await page.locator('.header [aria-haspopup=menu]').last().focus();
      await this.opened(async () => {
        await this.#account();
        await page.getByRole('menuitem', { name, exact: true }).press('Enter');
      });
    }
  }

  /** Ends it, and tells what was found. */
  async end(): Promise<string[]> {
    await this.page.close();
    return this.found;
  }

  #account(): Promise<void> {
    return this.page.locator('.header [aria-haspopup=menu]').last().press('Enter');
  }

  #first(name: string): Locator {
    return this.page.locator('.admin-section').getByRole('button', { name }).first();
  }

  async #tabs(name: string): Promise<void> {
    const tabs = this.page.locator('.admin-section').getByRole('tab');
    const count = await tabs.count();
    if (count > 0) await tabs.first().focus();
    for (let at = 1; at < count; at += 1) {
      await this.page.keyboard.press('ArrowRight');
      await this.#chosen(tabs.nth(at));
      await this.look(`${name}, tab ${at}`);
    }
  }

  /** What has no room, once what follows the width by itself has followed it. */
  async #cramped(): Promise<unknown[]> {
    let found: unknown[] = [];
    const fits = async () => (found = await this.page.evaluate(CRAMPED)).length === 0;
    await vi.waitUntil(fits, { timeout: 2_000, interval: 20 }).catch(() => undefined);
    return found;
  }

  /** A tab that an arrow key has come to. */
  async #chosen(tab: Locator): Promise<void> {
    if ((await tab.getAttribute('aria-selected')) !== 'true')
      this.#tell(`tab ${await tab.innerText()}`, ['an arrow key does not choose it']);
  }

  /** Something that is to become true, in the words of the page. */
  async #soon(name: string, condition: string): Promise<void> {
    await vi
      .waitUntil(() => this.page.evaluate(condition), { timeout: 5_000, interval: 20 })
      .catch(() => this.#tell(name, ['it does not']));
  }

  #tell(name: string, problems: unknown): void {
    for (const problem of problems as string[]) this.found.push(`${this.lang} ${name}: ${problem}`);
  }
}
