import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire } from '../../../support/clients.ts';
import { hasDovecot } from '../../../support/imap.ts';
import { jpeg, pdf } from '../../../support/pictures.ts';
import { headerOf, partOf } from '../../../support/smtp.ts';
import { MailDesk } from './desk.ts';

if (!hasDovecot) process.stdout.write('No dovecot: mail that comes in is not tested against a server.\n');

describe.runIf(hasDovecot)('a mail that comes in', { timeout: 60_000 }, () => {
  let desk: MailDesk;
  let agent: StaffWire;
  beforeAll(async () => {
    desk = await MailDesk.open();
    agent = await desk.relay.staff('agent-01');
  }, 60_000);
  afterAll(() => desk.close());

  const answer = (number: string, text: string) =>
    agent.ask('case:update', {
      number,
      id: randomUUID(),
      seen: null,
      change: { type: 'answer', text, shared: false },
    });
  const end = (number: string) =>
    agent.ask('case:update', {
      number,
      id: randomUUID(),
      seen: null,
      change: { type: 'status', status: 'done', text: null, shared: false },
    });

  it('[M1] becomes a case; the answer keeps the thread, and what is answered to it joins the case', async () => {
    await desk.comes({
      from: 'kim@example.se',
      subject: 'Sv: Bygglov?',
      text: 'Mitt nummer är 19811228-9874.',
    });
    const { number, ...it } = await desk.caseOf('kim@example.se');
    expect(it).toMatchObject({ kind: 'question', status: 'received', contact: { name: 'Kim Citizen' } });
    expect(it.promisedAt).toBeGreaterThan(Date.now());
    expect(JSON.stringify(it)).not.toContain('19811228');
    expect(await desk.mailbox.subjects()).toEqual([]);
    expect(await desk.mailbox.subjects('Lotsa')).toEqual(['Sv: Bygglov?']);

    const received = desk.lastTo('kim@example.se');
    expect(headerOf(received, 'Subject')).toBe(`Re: Bygglov? [${number}]`);
    expect(headerOf(received, 'Auto-Submitted')).toBe('auto-generated');
    const asked = headerOf(received, 'In-Reply-To');
    expect(asked).toMatch(/@mail\.example\.se>$/);
    expect(headerOf(received, 'References')).toContain(asked);

    await answer(number, 'Ja, det krävs lov.');
    await desk.relay.sweep();
    const answered = desk.lastTo('kim@example.se');
    expect(headerOf(answered, 'Subject')).toBe(`Re: Bygglov? [${number}]`);
    expect(partOf(answered, 'text/plain')).toContain('Ja, det krävs lov.');

    // From another address of the same person, by a program that repeats our mail below.
    const quoted = partOf(answered, 'text/plain').replace(/^/gm, '> ');
    const text = `Tack, även för altanen?\r\n\r\nDen 22 nov 2026 skrev Ekhamra Direkt <kontakt@ekhamra.example>:\r\n${quoted}`;
    await desk.comes({ from: 'kim.hemma@example.org', subject: 'Re: något annat', text, answers: answered });
    const last = (await desk.events('kim@example.se')).at(-1);
    expect(last).toMatchObject({
      type: 'supplemented',
      text: 'Tack, även för altanen?',
      mail: { from: 'kim.hemma@example.org' },
    });
    expect(await desk.casesOf('kim.hemma@example.org')).toEqual([]);
    // Nothing of the case goes to an address that is not the case's.
    expect(desk.sentTo('kim.hemma@example.org')).toEqual([]);

    await answer(number, 'Även för altanen.');
    await desk.relay.sweep();
    expect(headerOf(desk.lastTo('kim@example.se'), 'In-Reply-To')).toBe(
      last?.type === 'supplemented' ? last.mail?.messageId : '',
    );
    const opened = await agent.ask('case:get', { number });
    expect(opened.log.map(({ event }) => event.type)).toEqual([
      'received',
      'answered',
      'supplemented',
      'answered',
    ]);
  });

  it('[M1] by a number alone joins nothing, unless it is from the case’s contact', async () => {
    await desk.comes({ from: 'bo@example.se', subject: 'Vatten' });
    const { number } = await desk.caseOf('bo@example.se');
    await desk.comes({ from: 'eve@example.se', subject: `Re: ${number}`, text: 'Stäng ärendet.' });
    expect(await desk.events('bo@example.se')).toHaveLength(1);
    expect((await desk.caseOf('eve@example.se')).number).not.toBe(number);
    await desk.comes({
      from: 'Bo@Example.SE',
      subject: `Angående ${number.toLowerCase()}`,
      text: 'Det brådskar.',
    });
    expect(await desk.events('bo@example.se')).toMatchObject([
      { type: 'received' },
      { text: 'Det brådskar.' },
    ]);
  });

  it('[M1] to a case that has ended opens it again, by a new promise; to one that was taken back is a new one', async () => {
    await desk.comes({ from: 'ulf@example.se', subject: 'Snö' });
    const first = await desk.caseOf('ulf@example.se');
    await end(first.number);
    await desk.comes({
      from: 'ulf@example.se',
      text: 'Det snöar än.',
      answers: desk.lastTo('ulf@example.se'),
    });
    const again = await desk.caseOf('ulf@example.se');
    expect(again).toMatchObject({ number: first.number, open: 1, status: 'inProgress' });
    expect(again.log.map(({ event }) => event.type)).toEqual([
      'received',
      'statusSet',
      'reopened',
      'supplemented',
    ]);

    await withdraw(desk, again.number);
    await desk.comes({ from: 'ulf@example.se', subject: first.number, text: 'Nu snöar det igen.' });
    expect((await desk.casesOf('ulf@example.se')).map(({ open }) => open)).toEqual([0, 1]);
  });

  it('[M6] brings its files through the checks of every upload; what is not taken is told to its sender and in the case', async () => {
    await desk.comes({
      from: 'mia@example.se',
      subject: 'Bilder',
      body: multipart([
        ['bild.jpg', 'image/jpeg', jpeg()],
        ['ritning.pdf', 'application/octet-stream', pdf()],
        ['19811228-9874.docx', 'application/msword', Buffer.from('PK\u0003\u0004')],
        ['trasig.jpg', 'image/jpeg', jpeg().subarray(0, 40)],
        ['stor.pdf', 'application/pdf', Buffer.alloc(10 * 1024 * 1024 + 1, 32)],
      ]),
    });
    const [received] = await desk.events('mia@example.se');
    if (received?.type !== 'received') throw new Error('it was not received');
    expect(received.opening.files.map(({ name, type }) => [name, type])).toEqual([
      ['bild.jpg', 'image/jpeg'],
      ['ritning.pdf', 'application/pdf'],
    ]);
    expect(received.opening.refused).toEqual([
      { name: '••••••-••••.docx', rule: 'file_type' },
      { name: 'trasig.jpg', rule: 'file_broken' },
      { name: 'stor.pdf', rule: 'file_too_large' },
    ]);
    const told = partOf(desk.lastTo('mia@example.se'), 'text/plain');
    expect(told).toContain('stor.pdf: Filen är för stor. Den får vara högst 10 MB.');
    expect(told).toContain('trasig.jpg: Filen är skadad');
    const [file] = received.opening.files;
    expect(await desk.relay.storage.get('files', file?.id ?? '')).toMatchObject({
      attached: 1,
      of: { type: 'case' },
    });

    // So it is when the case is there already.
    await desk.comes({
      from: 'mia@example.se',
      subject: 'Re: Bilder',
      answers: desk.lastTo('mia@example.se'),
      body: multipart([
        ['sen.jpg', 'image/jpeg', jpeg()],
        ['makro.docx', 'application/msword', Buffer.from('PK\u0003\u0004')],
      ]),
    });
    expect((await desk.events('mia@example.se')).at(-1)).toMatchObject({
      type: 'supplemented',
      files: [{ name: 'sen.jpg' }],
      refused: [{ name: 'makro.docx', rule: 'file_type' }],
    });
    expect(partOf(desk.lastTo('mia@example.se'), 'text/plain')).toContain('makro.docx');
  });

  it('[M6] larger than any mail may be comes in with its text, and without the file that is not whole', async () => {
    const body = multipart([
      ['film.mp4', 'video/mp4', Buffer.alloc(15 * 1024 * 1024, 7)],
      // What is cut off of it are its last blank lines.
      ['plan.pdf', 'application/pdf', Buffer.concat([pdf(), Buffer.alloc(9 * 1024 * 1024, 10)])],
    ]);
    await desk.comes({ from: 'per@example.se', subject: 'Film', body });
    const [received] = await desk.events('per@example.se');
    expect(received).toMatchObject({
      opening: {
        answers: [{ value: 'Film' }, { value: 'Här är de.' }],
        files: [],
        refused: [
          { name: 'film.mp4', rule: 'file_too_large' },
          { name: 'plan.pdf', rule: 'file_too_large' },
        ],
        mail: { cut: true },
      },
    });
    expect(await desk.mailbox.subjects('Lotsa')).toContain('Film');
  });
});

async function withdraw(desk: MailDesk, number: string): Promise<void> {
  const link = /\/case\/[^?]+\?key=([\w-]+)/.exec(partOf(desk.lastTo('ulf@example.se'), 'text/plain'))?.[1];
  const response = await fetch(`${desk.relay.url}/api/cases/${number}/withdrawal`, {
    method: 'POST',
    headers: {
      Origin: desk.relay.url,
      Authorization: `Bearer ${link ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ id: randomUUID() }),
  });
  expect(response.status).toBeLessThan(300);
}

/** A body with a text and files. */
function multipart(files: readonly [name: string, type: string, bytes: Buffer][]): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Här är de.</p>',
    ...files.flatMap(([name, type, bytes]) => [
      '--part',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(bytes),
    ]),
    '--part--',
    '',
  ].join('\r\n');
}
