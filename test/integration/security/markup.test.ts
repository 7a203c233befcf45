import { randomUUID } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvRows } from '../../../apps/relay/http/csv.ts';
import { HANDOFF_MAIL_EVERY_MS } from '../../../apps/relay/mail/handoff-mails.ts';
import { post, signIn } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { packed, XSS } from '../../support/xss.ts';

/** What no mail has, and what in it would run or lead to something that does. */
function dangers(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const allowed =
    /^(HTML|HEAD|META|TITLE|STYLE|BODY|DIV|H1|H2|P|A|BR|SPAN|BDI|DL|DT|DD|OL|LI|STRONG|FOOTER|UL)$/;
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(allowed.test(element.tagName) ? [] : [element.outerHTML.slice(0, 200)]),
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          name.startsWith('on') || (name === 'href' && !/^(https?:\/\/|mailto:|tel:)/.test(value)),
      )
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  ]);
}

describe('the corpus of markup in what leaves the screens', { timeout: 120_000 }, () => {
  let relay: TestRelay;
  let turn = 0;
  const short = (): string => XSS.filter((it) => it.length < 100)[turn++ % 150] ?? '';
  beforeAll(async () => {
    relay = await TestRelay.start();
    const site = await relay.storage.get('sites', 'ekhamra');
    await relay.storage.put('sites', {
      ...site!,
      name: { sv: `Ekhamra ${short()}` },
      centreName: { sv: `Kontaktcenter ${short()}` },
    });
    for (const id of ['SBF', 'UBF']) {
      const department = await relay.storage.get('departments', id);
      if (department)
        await relay.storage.put('departments', { ...department, name: { sv: `Bygg ${short()}` } });
    }
    await relay.storage.update('users', 'administrator-1', { name: `=1+1 ${short()}` });
    await relay.storage.update('users', 'agent-01', { name: `Åsa ${short()}` });
    await relay.restart();
  });
  afterAll(() => relay.close());

  it('stays text in every mail: transcript, hand-off, what was received', async () => {
    expect(XSS.length).toBeGreaterThan(300);
    const agent = await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const [first = '', ...rest] = packed(3_900);
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: first,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: { name: short(), email: 'kim@example.se' },
    });
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    for (const text of rest)
      await agent.ask('message:send', { conversationId, id: randomUUID(), kind: 'text', text });
    await agent.ask('handoff:request', {
      conversationId,
      id: randomUUID(),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: short(),
      reason: short(),
    });
    const mail = { id: randomUUID(), kind: 'transcript', email: 'kim@example.se', language: 'sv' };
    const sent = await post(relay.url, `/api/conversations/${conversationId}/mails`, mail, visitor.cookie);
    expect(sent.status).toBe(204);
    await post(relay.url, '/api/sites/ekhamra/forms/kontakt', {
      id: randomUUID(),
      language: 'sv',
      answers: { question: first, email: 'kim@example.se', name: short() },
    });
    relay.clock.ahead += HANDOFF_MAIL_EVERY_MS;
    await relay.sweep();
    relay.clock.ahead = 0;

    const { docs } = await relay.storage.find('mails', { index: 'byTime', limit: 50 });
    expect(docs.length).toBeGreaterThan(1);
    for (const { html, subject } of docs) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect([subject, dangers(html)]).toEqual([subject, []]);
    }
    const [transcript = ''] = docs.map(({ html }) => html).toSorted((a, b) => b.length - a.length);
    const shown = new JSDOM(transcript).window.document.body.textContent ?? '';
    // Nothing was dropped to be safe: it is there, as it was written.
    expect(shown).toContain('<svg><script>pwned()</script></svg>');
  });

  it('is no formula in a table, and no page in a file of JSON', async () => {
    const table = csvRows(XSS.map((attack) => [attack, 'next']));
    for (const attack of XSS.filter((it) => /^[=+\-@\t]/.test(it))) {
      const [cell = ''] = csvRows([[attack]]).split('\r\n');
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    }
    expect(table).not.toMatch(/(^|\r\n)"?[=+\-@\t]/);

    const cookie = await signIn(relay.url, 'administrator-1', 'correct horse battery');
    for (const [path, type] of [
      ['/api/audit?format=csv', 'text/csv'],
      ['/api/audit?format=json', 'application/json'],
      ['/api/settings/file', 'application/json'],
    ] as const) {
      const file = await fetch(relay.url + path, { headers: { cookie } });
      expect([path, file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type]);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
      const text = await file.text();
      if (type === 'text/csv') expect(text).toContain("'=1+1");
      else expect(JSON.stringify(JSON.parse(text))).toContain('pwned()');
    }
  });
});
