import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail, type ReadMail } from '../../../../apps/relay/incoming-mail/read-mail.ts';

const read = async (mail: string | Buffer): Promise<ReadMail> => {
  const found = await readMail(Buffer.from(mail));
  if (!found) throw new Error('it was not read as a mail');
  return found;
};
const lines = (...all: string[]): string => all.join('\r\n');
const html = (body: string): string =>
  lines('From: kim@example.se', 'Content-Type: text/html; charset=utf-8', '', body);

describe('a mail', () => {
  it('is read in whatever encoding it says, or does not say', async () => {
    const latin = Buffer.concat([
      Buffer.from(lines('From: kim@example.se', 'Content-Type: text/plain; charset=iso-8859-1', '', '')),
      Buffer.from('Får jag bygga?', 'latin1'),
    ]);
    expect((await read(latin)).text).toBe('Får jag bygga?');
    const wrong = Buffer.concat([
      Buffer.from(lines('From: kim@example.se', 'Content-Type: text/plain; charset=x-nonsense', '', '')),
      Buffer.from('Far jag bygga?'),
    ]);
    expect((await read(wrong)).text).toBe('Far jag bygga?');
    const subject = await read(
      lines('From: kim@example.se', 'Subject: =?utf-8?B?QnlnZ2xvdiDDpQ==?=', '', 'x'),
    );
    expect(subject.subject).toBe('Bygglov å');
    const base64 = lines('From: kim@example.se', 'Content-Transfer-Encoding: base64', '', 'SGVqIQ==!!!?');
    expect((await read(base64)).text).toContain('Hej!');
  });

  it('without a body is a mail without text', async () => {
    expect(await read('From: kim@example.se\r\nSubject: Hej\r\n\r\n')).toMatchObject({
      subject: 'Hej',
      text: '',
    });
    expect(await read('From: kim@example.se')).toMatchObject({ subject: '', text: '', files: [] });
  });

  it.each([
    ['nothing', ''],
    ['bytes of a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['words', 'Hej, det här är bara text utan brevhuvud'],
    ['parts within parts without end', nested(200)],
    ['a head without end', `From: kim@example.se\r\n${'X-A: b\r\n'.repeat(60_000)}\r\n`],
  ])('that is none is told to be none: %s', async (_, bytes) => {
    expect(await readMail(Buffer.from(bytes))).toBeNull();
  });

  it('is the same however often it comes and whatever servers write above it', async () => {
    const body = lines('Message-ID: <a@b.se>', 'From: kim@example.se', '', 'Hej!');
    const once = await read(body);
    const again = await read(
      lines('Received: from mx by mailbox', 'Delivered-To: kontakt@ekhamra.example', body),
    );
    expect(again.id).toBe(once.id);
    // Programs that give every mail the same id still send different mails.
    expect((await read(body.replace('Hej!', 'Hej då!'))).id).not.toBe(once.id);
  });

  it('is answered where it asks to be, and by nothing that is no address', async () => {
    const to = async (...head: string[]) => (await read(lines(...head, '', 'x'))).sender;
    expect(await to('From: "Kim" <kim@example.se>')).toEqual({
      name: 'Kim',
      address: 'kim@example.se',
      compared: 'kim@example.se',
    });
    expect(await to('From: form@example.org', 'Reply-To: Bo <Bo@Example.se>')).toMatchObject({
      compared: 'bo@example.se',
    });
    expect(await to('From: Kim')).toBeNull();
    expect(await to('Subject: x')).toBeNull();
    expect((await to('From: =?utf-8?Q?Kim=0D=0ABcc:_all@example.se?= <kim@example.se>'))?.name).not.toMatch(
      /[\r\n]/,
    );
  });

  it('in markup is the text that is in it, and nothing that runs, is fetched or hides', async () => {
    const hostile = html(
      '<style>p{color:red}</style><script>alert(1)</script><p>Hej &lt;b&gt;</p><img src="https://spy.example/x" alt="spion">' +
        '<a href="https://example.se/a">länk</a><iframe src="https://spy.example"></iframe><p onclick="x()">Slut\u202e</p>',
    );
    const { text } = await read(hostile);
    expect(text).toContain('Hej <b>');
    expect(text).toContain('länk [https://example.se/a]');
    expect(text).toContain('Slut');
    expect(text).not.toMatch(/alert|color|spy|spion|onclick|\u202e/);
  });

  it('in markup that was made to hang or to break is read in bounded time', async () => {
    for (const body of [
      '<div>'.repeat(20_000),
      `<table>${'<tr><td>'.repeat(20_000)}`,
      '<'.repeat(200_000),
      `<a href="${'x'.repeat(200_000)}">`,
      '<!--'.repeat(50_000),
      '&#x26;'.repeat(50_000),
      '<b>x</b>'.repeat(100_000),
    ])
      expect(typeof (await read(html(body))).text).toBe('string');
  });

  it('never breaks the reader', async () => {
    const header = fc.constantFrom(
      'From: kim@example.se',
      'From: a:b,c;@@<>',
      'Content-Type: multipart/mixed; boundary="b"',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=""',
      'Content-Type: text/html; charset="',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Subject: =?utf-8?B?////?=',
      'References: <<<>>> <a@b> \u0000',
      '--b',
      '',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(header, fc.string({ maxLength: 60 })), { maxLength: 25 }),
        async (all) => {
          const mail = await readMail(Buffer.from(lines('X: y', ...all)));
          expect(mail === null || typeof mail.text === 'string').toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function nested(depth: number): string {
  let mail = 'From: kim@example.se\r\n';
  for (let at = 0; at < depth; at += 1)
    mail += `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`;
  return mail;
}
