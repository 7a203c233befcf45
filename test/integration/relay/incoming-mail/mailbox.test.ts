import { describe, expect, it, onTestFinished } from 'vitest';
import { mailboxId } from '../../../../apps/relay/incoming-mail/reader.ts';
import { eraseMails } from '../../../../apps/relay/retention/erase-mails.ts';
import { hasDovecot, TestMailbox } from '../../../support/imap.ts';
import { TestRelay } from '../../../support/relay.ts';
import { MailDesk, mailOf } from './desk.ts';

describe.runIf(hasDovecot)('the mailbox', { timeout: 60_000 }, () => {
  it('keeps what lay in it before, is read in the folder that is named, and may number its mails anew', async () => {
    const mailbox = await TestMailbox.start();
    onTestFinished(() => mailbox.close());
    await mailbox.use((client) => client.mailboxCreate('Frågor'));
    const put = (subject: string) =>
      mailbox.use((client) => client.append('Frågor', mailOf({ subject, from: 'kim@example.se' }), []));
    await put('Gammalt');
    const relay = await TestRelay.start('embedded', {
      IMAP_URL: `${mailbox.url}/${encodeURIComponent('Frågor')}`,
    });
    onTestFinished(() => relay.close());
    await relay.sweep();
    await put('Nytt');
    await relay.sweep();
    expect(await mailbox.subjects('Frågor')).toEqual(['Gammalt']);

    await mailbox.use(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.mailboxDelete('Frågor');
      await client.mailboxCreate('Frågor');
    });
    await put('Efter');
    await relay.sweep();
    expect(await mailbox.subjects('Frågor')).toEqual([]);
    expect(await mailbox.subjects('Lotsa')).toEqual(['Nytt', 'Efter']);
  });

  it('that is away is said to be, and what came meanwhile is taken when it is back', async () => {
    const desk = await MailDesk.open();
    onTestFinished(() => desk.close());
    const state = () => desk.relay.storage.get('mailboxes', mailboxId(desk.mailbox.url));
    expect(await state()).toMatchObject({ error: null });
    await desk.mailbox.receive(mailOf({ from: 'kim@example.se' }));
    await desk.mailbox.down();
    await desk.relay.sweep();
    expect(await state()).toMatchObject({ error: 'ECONNECTION' });
    await desk.mailbox.up();
    await desk.relay.sweep();
    expect(await state()).toMatchObject({ error: null });
    expect(await desk.casesOf('kim@example.se')).toHaveLength(1);

    const wrong = desk.mailbox.url.replace(/:[^:@]+@/, ':fel@');
    const other = await desk.relay.sibling({ IMAP_URL: wrong });
    desk.relay.clock.ahead += 3 * 60_000;
    await other.sweep();
    expect(await state()).toMatchObject({ error: 'EAUTH' });
  });

  it('[P4] loses a mail with its case, and what was to be sent about it goes, too', async () => {
    const desk = await MailDesk.open();
    onTestFinished(() => desk.close());
    await desk.comes(
      { from: 'kim@example.se', subject: 'Gallras' },
      { from: 'bo@example.se', subject: 'Stannar' },
    );
    const { number } = await desk.caseOf('kim@example.se');
    await eraseMails({ storage: desk.relay.storage }, number);
    await desk.relay.sweep();
    expect(await desk.mailbox.subjects('Lotsa')).toEqual(['Stannar']);
    expect(await desk.fateOf('kim@example.se')).toEqual([]);
    expect(await desk.fateOf('bo@example.se')).toHaveLength(1);
    const { docs } = await desk.relay.storage.find('mails', {
      index: 'byThread',
      equals: { thread: number },
      limit: 5,
    });
    expect(docs).toEqual([]);
  });
});

it('without IMAP_URL no mailbox is read, and the console says so', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  const like = await relay.storage.get('users', 'registrar-1');
  if (!like) throw new Error('Ekhamra has no registrar');
  await relay.storage.insert('users', [{ ...like, id: 'administrator-1', role: 'administrator' }]);
  const administrator = await relay.staff('administrator-1');
  await relay.sweep();
  expect(await administrator.ask('incoming-mails:list', { state: null, after: null })).toEqual({
    mails: [],
    next: null,
    mailbox: null,
  });
});
