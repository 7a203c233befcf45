import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_PER_SENDER } from '../../../../apps/relay/incoming-mail/take-mail.ts';
import type { StaffWire } from '../../../support/clients.ts';
import { hasDovecot } from '../../../support/imap.ts';
import { headerOf } from '../../../support/smtp.ts';
import { MailDesk, mailOf } from './desk.ts';

describe.runIf(hasDovecot)('a mail that comes in', { timeout: 60_000 }, () => {
  let desk: MailDesk;
  let agent: StaffWire;
  let administrator: StaffWire;
  beforeAll(async () => {
    desk = await MailDesk.open();
    const { storage } = desk.relay;
    const like = await storage.get('users', 'registrar-1');
    if (!like) throw new Error('Ekhamra has no registrar');
    await storage.insert('users', [{ ...like, id: 'administrator-1', role: 'administrator' }]);
    [agent, administrator] = await Promise.all([
      desk.relay.staff('agent-01'),
      desk.relay.staff('administrator-1'),
    ]);
  }, 60_000);
  afterAll(() => desk.close());

  const listed = (state: 'held' | 'failed' | 'ignored' | null) =>
    administrator.ask('incoming-mails:list', { state, after: null });

  it('[M2] is taken once, whenever a relay was killed, however often it comes and whoever reads', async () => {
    const mail = mailOf({ from: 'once@example.se', subject: 'En gång' });
    const copy = Buffer.concat([Buffer.from('Delivered-To: kontakt@ekhamra.example\r\n'), mail]);
    await desk.comes(mail, copy);
    // Killed before the mail was moved; then before anything but the case was stored.
    await desk.mailbox.move('En gång', 'Lotsa', 'INBOX');
    await desk.relay.sweep();
    const [fate] = await desk.fateOf('once@example.se');
    await desk.relay.storage.removeOne('incomingMails', fate?.id ?? '');
    await desk.mailbox.move('En gång', 'Lotsa', 'INBOX');
    await desk.relay.sweep();
    expect(await desk.casesOf('once@example.se')).toHaveLength(1);
    expect(desk.sentTo('once@example.se')).toHaveLength(1);
    expect(await desk.mailbox.subjects()).toEqual([]);

    const sibling = await desk.relay.sibling({ IMAP_URL: desk.mailbox.url });
    await desk.mailbox.receive(
      ...Array.from({ length: 10 }, (_, at) => mailOf({ from: `both-${at}@example.se`, subject: 'Bägge' })),
    );
    await Promise.all([desk.relay.sweep(), sibling.sweep(), desk.relay.sweep(), sibling.sweep()]);
    const cases = await Promise.all(
      Array.from({ length: 10 }, (_, at) => desk.casesOf(`both-${at}@example.se`)),
    );
    expect(cases.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('[M3] of a program is a line in its case or nothing, and is never answered', async () => {
    await desk.comes({ from: 'away@example.se', subject: 'Sopor' });
    const received = desk.lastTo('away@example.se');
    const sent = desk.server.received.length;
    await desk.comes(
      {
        from: 'away@example.se',
        answers: received,
        text: 'Jag är ledig till 1/12.',
        head: ['Auto-Submitted: auto-replied'],
      },
      { from: 'away@example.se', subject: 'Frånvaro', head: ['X-Autoreply: yes'] },
      {
        from: 'news@example.se',
        subject: 'Nyhetsbrev',
        head: ['List-Id: <news.example.se>', 'Precedence: bulk'],
      },
      // Ours, that somebody's rule sends back to us.
      {
        from: 'away@example.se',
        subject: 'Slinga',
        head: [`Message-ID: ${headerOf(received, 'Message-ID') ?? ''}`],
      },
      { from: 'kontakt@ekhamra.example', subject: 'Från oss själva' },
    );
    const events = await desk.events('away@example.se');
    expect(events).toMatchObject([
      { type: 'received' },
      { type: 'autoReplied', text: 'Jag är ledig till 1/12.' },
    ]);
    expect(await desk.casesOf('news@example.se')).toEqual([]);
    expect(desk.server.received).toHaveLength(sent);
    expect(await desk.mailbox.subjects('Lotsa-review')).toEqual([
      'Frånvaro',
      'Nyhetsbrev',
      'Slinga',
      'Från oss själva',
    ]);
    const { mails } = await listed('ignored');
    expect(mails.map(({ why, from }) => [why, from])).toEqual(
      expect.arrayContaining([
        ['automatic', 'n***@example.se'],
        ['autoReply', 'a***@example.se'],
        ['own', 'a***@example.se'],
      ]),
    );

    // Somebody sees that it was a person after all; it is taken, and still not answered.
    const letter = mails.find(({ why }) => why === 'automatic');
    await administrator.ask('incoming-mail:retry', { id: letter?.id ?? '' });
    await desk.relay.sweep();
    expect(await desk.casesOf('news@example.se')).toHaveLength(1);
    expect(desk.server.received).toHaveLength(sent);
    expect(await desk.mailbox.subjects('Lotsa')).toContain('Nyhetsbrev');
    const own = mails.find(({ why }) => why === 'own');
    expect(await administrator.answer('incoming-mail:retry', { id: own?.id ?? '' })).toMatchObject({
      error: { code: 'wrong_status' },
    });
  });

  it('[M4] that tells of one that did not arrive marks it, and its case’s owner sees it', async () => {
    await desk.comes({ from: 'gone@example.se', subject: 'Vägar' });
    const { number, contactEmail } = await desk.caseOf('gone@example.se');
    expect(contactEmail).toBe('gone@example.se');
    const change = { type: 'owner', userId: 'agent-01' } as const;
    await agent.ask('case:update', { number, id: randomUUID(), seen: null, change });
    const about = headerOf(desk.lastTo('gone@example.se'), 'Message-ID') ?? '';
    const late = mailOf({
      from: 'mailer-daemon@mx.example.se',
      subject: 'Late',
      ...report('delayed', '4.4.1', about),
    });
    const forged = mailOf({ from: 'eve@example.se', ...report('failed', '5.1.1', '<guessed@127.0.0.1>') });
    await desk.comes(late, forged);
    expect((await desk.events('gone@example.se')).map(({ type }) => type)).toEqual(['received', 'ownerSet']);

    const failed = { from: 'mailer-daemon@mx.example.se', subject: 'Undelivered' };
    await desk.comes({ ...failed, ...report('failed', '5.1.1', about) });
    // A second report of the same mail tells nothing new.
    await desk.comes({ ...failed, ...report('failed', '5.0.0', about) });
    const it = await desk.caseOf('gone@example.se');
    expect(it).toMatchObject({
      undelivered: true,
      log: [{}, {}, { event: { type: 'undelivered', status: '5.1.1' } }],
    });
    expect(it.log).toHaveLength(3);
    expect((await agent.fact('case:alerted', ({ alerted }) => alerted === 'undelivered')).case.number).toBe(
      number,
    );
    const { docs } = await desk.relay.storage.find('mails', {
      index: 'byMessage',
      equals: { messageId: about },
      limit: 2,
    });
    expect(docs).toMatchObject([{ state: 'undelivered', error: '5.1.1' }]);
    expect(desk.sentTo('mailer-daemon@mx.example.se')).toEqual([]);

    // Whoever is heard of again is no worry any more.
    await desk.comes({ from: 'gone@example.se', subject: number, text: 'Nu fungerar det.' });
    expect(await desk.caseOf('gone@example.se')).toMatchObject({ undelivered: false });
  });

  it('[M5] of somebody who sends many in an hour waits for an administrator, who can let it in', async () => {
    const flood = Array.from({ length: MOST_PER_SENDER + 3 }, (_, at) => ({
      from: 'flood@example.se',
      subject: `Nummer ${at}`,
    }));
    await desk.comes(...flood);
    expect(await desk.casesOf('flood@example.se')).toHaveLength(MOST_PER_SENDER);
    const { mails } = await listed('held');
    expect(mails).toHaveLength(3);
    expect(desk.sentTo('flood@example.se')).toHaveLength(MOST_PER_SENDER);
    const [held] = mails;
    await administrator.ask('incoming-mail:retry', { id: held?.id ?? '' });
    await desk.relay.sweep();
    expect(await desk.casesOf('flood@example.se')).toHaveLength(MOST_PER_SENDER + 1);
    const kept = await desk.mailbox.subjects('Lotsa-review');
    expect(kept.filter((subject) => subject.startsWith('Nummer'))).toHaveLength(2);
    // What comes an hour later is taken again.
    desk.relay.clock.ahead += 61 * 60_000;
    await desk.comes({ from: 'flood@example.se', subject: 'Lugnare nu' });
    expect(await desk.casesOf('flood@example.se')).toHaveLength(MOST_PER_SENDER + 2);
  });

  it('[P7] that is none, or has no sender, is kept and shown to administrators alone, as text, and written down', async () => {
    const raw = Buffer.from('Subject: <img src=x onerror=alert(1)>\r\n\r\nRing 19811228-9874');
    await desk.comes(raw, Buffer.from('inget mejl alls'));
    const { mails, mailbox } = await listed('failed');
    expect(Object.fromEntries(mails.map(({ why, retriable }) => [why, retriable]))).toEqual({
      noSender: true,
      notMail: false,
    });
    expect(mailbox).toMatchObject({ error: null });
    const id = mails.find(({ why }) => why === 'noSender')?.id ?? '';
    const opened = await administrator.ask('incoming-mail:read', { id });
    expect(opened).toMatchObject({ subject: '<img src=x onerror=alert(1)>', text: 'Ring ••••••-••••' });
    const { docs } = await desk.relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: id },
      limit: 5,
    });
    expect(docs).toMatchObject([{ action: 'incomingMailRead', actorId: 'administrator-1' }]);
    expect(await agent.answer('incoming-mail:read', { id })).toMatchObject({ error: { code: 'forbidden' } });
    // What is in a case is read there.
    const { mails: all } = await listed(null);
    expect(all.filter(({ state }) => state === 'taken').every(({ readable }) => !readable)).toBe(true);

    // Nobody can be answered: tried again it is where it was.
    await administrator.ask('incoming-mail:retry', { id });
    await desk.relay.sweep();
    expect((await listed('failed')).mails).toHaveLength(2);
    expect(await desk.mailbox.subjects()).toEqual([]);
  });
});

/** A report on a mail of ours (RFC 3464). */
function report(action: string, status: string, about: string): { body: string } {
  return {
    body: [
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      '',
      '--r',
      'Content-Type: text/plain',
      '',
      'I am sorry to have to inform you',
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.se',
      '',
      'Final-Recipient: rfc822; gone@example.se',
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      '--r',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${about}`,
      'Subject: Vår',
      '',
      '--r--',
      '',
    ].join('\r\n'),
  };
}
