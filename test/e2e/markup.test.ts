import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Actor, type Command, decide } from '@lotsa/core';
import type { Conversation, Submitted } from '@lotsa/protocol';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { post } from '../support/clients.ts';
import { pdf } from '../support/pictures.ts';
import { TestRelay } from '../support/relay.ts';
import { packed, XSS } from '../support/xss.ts';

const PASSWORD = 'correct horse battery';
/** What one message may hold, and one name. */
const [LONG, SHORT] = [3_900, 110];

let turn = 0;
const short = (): string => XSS.filter((it) => it.length <= SHORT)[turn++ % 200] ?? '';

/** The fields of settings that are shown to people. */
const SHOWN = [
  'name',
  'title',
  'label',
  'text',
  'question',
  'answer',
  'intro',
  'help',
  'steps',
  'shortcut',
  'checklist',
  'option',
  'sv',
  'en',
];

/** Settings with an attack behind every text that somebody is shown. */
function attacked(value: unknown, shown = false): unknown {
  if (typeof value === 'string') return shown ? `${value} ${short()}` : value;
  if (Array.isArray(value)) return value.map((item) => attacked(item, shown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, attacked(inner, SHOWN.includes(name))]),
  );
}

/** Every section of the administration, by its address; a new one is looked at by itself. */
function sections(): string[] {
  const folder = new URL('../../apps/console/admin/sections/', import.meta.url);
  const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  return [...source.join('').matchAll(/^\s+id: '([a-z-]+)',$/gm)].map(([, id = '']) => id);
}

/** What of the console is looked at, by whom. */
const SCREENS: Record<string, string[]> = {
  'agent-01': ['', 'cases'],
  'manager-1': ['', 'board', 'cases'],
  'administrator-1': sections().map((id) => `admin/${id}`),
};

let relay: TestRelay;
let browser: Browser;
let context: BrowserContext;
let ran: string[];
const refused: string[] = [];

beforeAll(async () => {
  relay = await TestRelay.start();
  // Straight into the store: whatever is refused on the way there, nothing of it may run.
  for (const name of [
    'departments',
    'topics',
    'banners',
    'cannedResponses',
    'guides',
    'questions',
  ] as const) {
    const { docs } = await relay.storage.find(name, { index: 'all', limit: 200 });
    for (const doc of docs) await relay.storage.put(name, attacked(doc) as never);
  }
  const { docs: users } = await relay.storage.find('users', { index: 'all', limit: 200 });
  for (const { id, name } of users) await relay.storage.update('users', id, { name: `${name} ${short()}` });
  const like = await relay.storage.get('users', 'registrar-1');
  await relay.storage.insert('users', [{ ...like!, id: 'administrator-1', role: 'administrator' }]);
  await relay.restart();
  browser = await launchBrowser();
  context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  ran = [];
  // In every frame, whatever its policy says.
  await context.exposeFunction('pwned', () => ran.push('pwned'));
});
afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

async function opened(path: string): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (line) => {
    if (/Content Security Policy|Trusted ?Type/i.test(line.text()))
      refused.push(`${page.url()}: ${line.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(relay.url) && !/^(data|blob):/.test(request.url()))
      refused.push(`${page.url()} asks ${request.url()}`);
  });
  await page.goto(relay.url + path);
  return page;
}

/** What would run, or lead to something that does, in a page as it is. */
const DANGERS = `[...document.querySelectorAll('*')].flatMap((it) => [...it.attributes].filter(({ name, value }) =>
  name.startsWith('on') || (['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name) && /^[\\u0000-\\u0020]*(javascript|vbscript|data:text)/i.test(value)))
  .map(({ name, value }) => it.tagName + ' ' + name + '=' + value))`;

async function harmless(page: Page): Promise<void> {
  expect([page.url(), await page.evaluate(DANGERS)]).toEqual([page.url(), []]);
  expect([page.url(), ran, refused]).toEqual([page.url(), [], []]);
}

async function signedIn(user: string): Promise<Page> {
  const page = await opened('/console/');
  await page.getByLabel('Användarnamn').fill(user);
  await page.getByLabel('Lösenord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByLabel('Lösenord').waitFor({ state: 'detached' });
  return page;
}

it(
  'nothing that somebody wrote runs: in the panel, the console, the pages and the mails',
  { timeout: 400_000 },
  async () => {
    expect(XSS.length).toBeGreaterThan(300);
    // A citizen writes one of them, and all others are said by both sides.
    const present = await relay.staff('agent-01');
    await present.ask('availability:set', { availability: 'available' });
    const panel = await opened('/chat/ekhamra');
    await panel.getByRole('textbox', { name: /Skriv din fråga/ }).fill(XSS[0] ?? '');
    await panel.getByRole('button', { name: 'Skicka', exact: true }).click();
    const find = async (): Promise<Conversation | undefined> => {
      const { docs } = await relay.storage.find('conversations', {
        index: 'byOpen',
        equals: { open: 1 },
        order: 'desc',
        limit: 1,
      });
      return docs[0]?.excerpt.text === XSS[0] ? docs[0] : undefined;
    };
    await expect.poll(find, { timeout: 15_000 }).toBeTruthy();
    let conversation = await relay.storage.load((await find())?.id ?? '');
    const { id: conversationId, visitorId } = conversation!;
    const say = async (actor: Actor, command: Command): Promise<void> => {
      const message = decide(conversation, command, { actor, id: randomUUID(), now: Date.now() });
      const result = await relay.storage.append(conversationId, conversation, message);
      if (result.status !== 'appended') throw new Error(result.status);
      ({ conversation } = result);
    };
    const agent: Actor = {
      type: 'staff',
      user: { id: 'agent-01', name: `Åsa ${short()}`, role: 'agent', departmentIds: [] },
    };
    await say(agent, { type: 'claim', load: 0, capacity: 9 });
    const texts = packed(LONG);
    for (const [i, text] of texts.entries()) {
      await say(i % 2 ? agent : { type: 'visitor', visitorId }, {
        type: 'sendText',
        text,
      });
    }
    await say(agent, { type: 'sendNote', text: texts[0] ?? '' });
    for (const name of packed(SHORT).slice(0, 8)) {
      const file = {
        id: randomUUID().replaceAll('-', ''),
        name: `${name}.pdf`,
        type: 'application/pdf' as const,
        size: pdf().length,
      };
      await say({ type: 'visitor', visitorId }, { type: 'sendFile', file });
    }
    const last = 'Det var allt jag hade.';
    await say({ type: 'visitor', visitorId }, { type: 'sendText', text: last });
    await panel.reload();
    await panel.getByText(last).first().waitFor();
    await harmless(panel);

    // The agent has it open.
    const console = await signedIn('agent-01');
    await console.goto(`${relay.url}/console/c/${conversationId}`);
    await console.getByRole('log').getByText(last).waitFor();
    await harmless(console);

    // Forms and cases, without script.
    const answers = { question: texts[0], phone: '0700-11 22 33', name: XSS[1] };
    const form = await post(relay.url, '/api/sites/ekhamra/forms/kontakt', {
      id: randomUUID(),
      language: 'sv',
      answers,
    });
    const sent = (await form.json()) as Submitted;
    const { key } = sent;
    for (const text of texts.slice(1)) {
      const more = await fetch(`${relay.url}/api/cases/${sent.number}/supplements`, {
        method: 'POST',
        headers: { origin: relay.url, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomUUID(), text }),
      });
      expect(more.status).toBe(200);
    }
    const query = encodeURIComponent(XSS[0] ?? '');
    for (const path of [
      `/case/${sent.number}?key=${key}`,
      `/case/${sent.number}?key=${query}&lang=${query}&done=${query}`,
      '/form/ekhamra/kontakt',
      '/form/ekhamra/felanmalan',
      `/form/ekhamra/kontakt?lang=${query}`,
      '/guides/ekhamra',
      `/guides/ekhamra?q=${query}`,
      '/guides/ekhamra/g1',
      '/guides/ekhamra/answers/q01',
      `/embed-test/ekhamra?title=${query}&lang=${query}&phone=${query}&color=${query}&position=${query}`,
      `/continue/ekhamra?key=${query}`,
      `/${query}`,
      `/api/${query}`,
      '/demo/',
    ]) {
      const page = await opened(path);
      await harmless(page);
      await page.close();
    }

    // The console's other screens, for whoever sees most.
    for (const [user, places] of Object.entries(SCREENS)) {
      await context.clearCookies();
      const staff = await signedIn(user);
      for (const place of [...places, `cases/${sent.number}`]) {
        await staff.goto(`${relay.url}/console/${place}`);
        await staff.locator('h2, h3, table').first().waitFor();
        await expect.poll(() => staff.locator('.ui-skeleton').count(), { timeout: 20_000 }).toBe(0);
        await harmless(staff);
      }
      await staff.close();
    }

    // Mails, as a program that shows them without any policy.
    await relay.sweep();
    const { docs: mails } = await relay.storage.find('mails', { index: 'byTime', limit: 50 });
    const blank = await browser.newPage();
    await blank.exposeFunction('pwned', () => ran.push('mail'));
    for (const { html, subject } of mails) {
      expect(subject).not.toMatch(/[\r\n]/);
      await blank.setContent(html);
      expect(await blank.evaluate(DANGERS)).toEqual([]);
      await expect.poll(() => blank.locator('script, iframe, object, embed, svg, math').count()).toBe(0);
    }
    await harmless(panel);
  },
);
