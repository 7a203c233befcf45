import type { Site } from '@lotsa/protocol';
import { createLog } from '../../../../apps/relay/log.ts';
import { createMailOutbox, type MailOutbox, type NewMail } from '../../../../apps/relay/mail/outbox.ts';
import { createPostman, MAIL_KEPT_MS, type Postman } from '../../../../apps/relay/mail/postman.ts';
import type { UndeliveredMail } from '../../../../apps/relay/cases/undelivered.ts';
import { GIVE_UP_MS } from '../../../../apps/relay/mail/retrying.ts';
import { seedDemo } from '../../../../apps/relay/seed/demo.ts';
import { directoryReader } from '../../../../apps/relay/directory.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { headerOf, partOf, TestMailServer } from '../../../support/smtp.ts';
import { testContext } from '../running-relay.ts';

const MINUTE = 60_000;

const thread = {
  number: 'EKH-2026-000001',
  messageId: '<EKH-2026-000001.mail@lotsa.example>',
  references: ['<EKH-2026-000001@lotsa.example>', '<citizen@example.se>'],
};

/** An outbox and postmen of two relays on one store, at a time that the test sets. */
async function office(url?: string) {
  const context = await testContext(url === undefined ? {} : { SMTP_URL: url });
  await seedDemo(context);
  const said: string[] = [];
  const log = createLog('debug', { write: (line) => void said.push(line) });
  const given = { ...context, log, now: () => context.at };
  const site = (await context.storage.get('sites', 'ekhamra')) as Site;
  const told: UndeliveredMail[] = [];
  const postmen = [0, 1].map(() =>
    createPostman(given, directoryReader(context.storage, given.now), async (about) => void told.push(about)),
  );
  onTestFinished(async () => {
    for (const postman of postmen) await postman.stop();
  });
  const outbox: MailOutbox = createMailOutbox(given, () => undefined);
  const mail = (over: Partial<NewMail> = {}): NewMail => ({
    id: 'case:1',
    kind: 'case',
    site,
    to: 'kim@example.se',
    language: 'sv',
    letter: { subject: 'Svar på din fråga', blocks: [{ type: 'text', text: 'Hej!' }], footer: ['Ekhamra'] },
    ...over,
  });
  const [one, two] = postmen as [Postman, Postman];
  return {
    context,
    outbox,
    one,
    two,
    mail,
    said,
    told,
    doc: (id = 'case:1') => context.storage.get('mails', id),
  };
}

describe('outgoing mail', () => {
  it('leaves by the mail server, from the site, and what it said is not kept', async () => {
    const server = await TestMailServer.start();
    const { outbox, one, mail, doc } = await office(server.url);
    expect(await outbox.queue(mail({ thread }))).toBe(true);
    await one.look();
    const [got] = server.received;
    if (!got) throw new Error('nothing came');
    expect(got).toMatchObject({ from: 'kontakt@ekhamra.example', to: ['kim@example.se'] });
    expect(headerOf(got, 'From')).toBe('"Ekhamra Direkt, Ekhamra kommun" <kontakt@ekhamra.example>');
    expect(headerOf(got, 'Subject')).toBe('Svar på din fråga');
    expect(headerOf(got, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(got, 'Message-ID')).toBe(thread.messageId);
    expect(headerOf(got, 'References')).toBe(thread.references.join(' '));
    expect(headerOf(got, 'In-Reply-To')).toBe('<citizen@example.se>');
    expect(partOf(got, 'text/plain')).toContain('Hej!');
    expect(partOf(got, 'text/html')).toContain('<html lang="sv" dir="ltr">');
    expect(await doc()).toMatchObject({ state: 'sent', tries: 1, text: '', html: '', nextTryAt: null });
  });

  it('is one mail for one id, by however many relays it is sent', async () => {
    const server = await TestMailServer.start();
    const { outbox, one, two, mail } = await office(server.url);
    for (let i = 0; i < 20; i += 1) await outbox.queue(mail({ id: `case:${i}` }));
    expect(await outbox.queue(mail({ id: 'case:0' }))).toBe(false);
    await Promise.all([one.look(), two.look(), one.look()]);
    expect(server.received).toHaveLength(20);
    expect(new Set(server.received.map((got) => headerOf(got, 'Message-ID'))).size).toBe(20);
  });

  it('waits and tries again after a temporary refusal, and gives up a permanent one', async () => {
    const server = await TestMailServer.start();
    const { context, outbox, one, mail, doc, said, told } = await office(server.url);
    server.refuse.push(451);
    await outbox.queue(mail());
    await one.look();
    expect(await doc()).toMatchObject({ state: 'queued', error: '451', nextTryAt: context.at + MINUTE });
    await one.look();
    expect(server.received).toHaveLength(0);
    context.at += MINUTE;
    await one.look();
    expect(await doc()).toMatchObject({ state: 'sent', tries: 2 });

    server.refuse.push(550);
    await outbox.queue(mail({ id: 'case:2', thread }));
    await one.look();
    expect(await doc('case:2')).toMatchObject({ state: 'failed', error: '550', nextTryAt: null });
    // its case learns of it (rule M4), and of the temporary one nobody
    expect(told).toEqual([
      { number: 'EKH-2026-000001', mailId: 'case:2', sentAt: context.at, status: '550' },
    ]);
    // what did not leave can be read and sent again
    expect((await doc('case:2'))?.text).toContain('Hej!');
    expect(said.join('')).toContain('"code":"550"');
    expect(said.join('')).not.toContain('kim');
  });

  it('waits for a server that is down, for days if need be, and then says that it failed', async () => {
    const server = await TestMailServer.start();
    const { context, outbox, one, mail, doc } = await office(server.url);
    await server.down();
    await outbox.queue(mail());
    await outbox.queue(mail({ id: 'case:soon', giveUpAt: context.at + 60 * MINUTE }));
    await one.look();
    expect(await doc()).toMatchObject({ state: 'queued', tries: 1, error: 'ESOCKET' });
    context.at += 61 * MINUTE;
    await one.look();
    expect(await doc('case:soon')).toMatchObject({ state: 'failed', error: 'ESOCKET' });
    await server.up();
    context.at += 5 * MINUTE;
    await one.look();
    expect(await doc()).toMatchObject({ state: 'sent', tries: 3 });

    await server.down();
    await outbox.queue(mail({ id: 'case:never' }));
    await one.look();
    context.at += GIVE_UP_MS;
    await one.look();
    expect(await doc('case:never')).toMatchObject({ state: 'failed' });
  });

  it('is not lost with a relay that is gone in the middle of it', async () => {
    const server = await TestMailServer.start();
    const { context, outbox, one, two, mail, doc } = await office(server.url);
    await outbox.queue(mail());
    // The first relay has taken it and never comes back.
    let arrived = (): void => undefined;
    const here = new Promise<void>((resolve) => (arrived = resolve));
    let release = (): void => undefined;
    server.hold = () => {
      arrived();
      return new Promise((resolve) => (release = resolve));
    };
    const first = one.look();
    await here;
    await two.look();
    expect(server.received).toHaveLength(0);
    server.hold = null;
    context.at += 3 * MINUTE;
    await two.look();
    expect(await doc()).toMatchObject({ state: 'sent', tries: 2 });
    expect(server.received).toHaveLength(1);
    // The slow one ends after all; what the other did stands.
    release();
    await first;
    expect(await doc()).toMatchObject({ state: 'sent', tries: 2 });
  });

  it('lets nothing that is written begin a header, an address or an element', async () => {
    const server = await TestMailServer.start();
    const { outbox, one, mail } = await office(server.url);
    const hostile = '</p><script>alert(1)</script>\r\nBcc: all@example.se\u2028<b>';
    await outbox.queue(
      mail({
        letter: {
          subject: `Hej\r\nBcc: all@example.se\n\n${hostile}`,
          blocks: [
            { type: 'text', text: hostile },
            { type: 'facts', rows: [[hostile, hostile]] },
            { type: 'said', said: [{ who: hostile, when: hostile, text: hostile }] },
          ],
          footer: [hostile],
        },
      }),
    );
    await one.look();
    const [got] = server.received;
    if (!got) throw new Error('nothing came');
    expect(got.to).toEqual(['kim@example.se']);
    expect(headerOf(got, 'Bcc')).toBeUndefined();
    expect(headerOf(got, 'Subject')).toMatch(/^Hej Bcc: all@example\.se/);
    const html = partOf(got, 'text/html');
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('&lt;script>');
  });

  it('stays where administrators read it when there is no mail server, and not for ever', async () => {
    const { context, outbox, one, mail, doc } = await office();
    await outbox.queue(mail());
    await one.look();
    expect(await doc()).toMatchObject({ state: 'kept', nextTryAt: null, tries: 0 });
    context.at += MAIL_KEPT_MS;
    await one.look();
    expect(await doc()).toBeUndefined();
  });
});
