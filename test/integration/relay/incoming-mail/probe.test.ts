import { expect, it } from 'vitest';
import { TestMailbox } from '../../../support/imap.ts';
import { TestRelay } from '../../../support/relay.ts';
it('probe', async () => {
  const box = await TestMailbox.start();
  const relay = await TestRelay.start('embedded', { IMAP_URL: box.url, LOG_LEVEL: 'info' });
  await relay.sweep();
  await box.receive(
    'From: Kim <kim@example.se>\r\nTo: kontakt@ekhamra.example\r\nSubject: Hej\r\nMessage-ID: <a@b.se>\r\n\r\nFråga 19811228-9874\r\n',
  );
  expect(await box.subjects()).toEqual(['Hej']);
  await relay.sweep();
  console.log(await box.subjects(), await box.subjects('Lotsa'), await box.subjects('Lotsa-review'));
  console.log(
    JSON.stringify(
      (
        await relay.storage.find('cases', {
          index: 'byEmail',
          equals: { contactEmail: 'kim@example.se' },
          limit: 10,
        })
      ).docs,
      null,
      1,
    ),
  );
  console.log(
    JSON.stringify((await relay.storage.find('incomingMails', { index: 'byTime', limit: 10 })).docs, null, 1),
  );
  console.log(
    JSON.stringify(
      (await relay.storage.find('mails', { index: 'byTime', limit: 10 })).docs.map(({ html, ...d }) => d),
      null,
      1,
    ),
  );
  await relay.close();
}, 60000);
