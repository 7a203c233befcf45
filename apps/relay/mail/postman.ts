import type { MailDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import type { UndeliveredMail } from '../cases/undelivered.ts';
import type { Directory } from '../directory.ts';
import { createWorker, type Tried, type Worker } from '../outbound/worker.ts';
import { createCarrier } from './carrier.ts';
import { refusalOf, waitAfter } from './retrying.ts';
import { senderOf } from './sender-of.ts';

/** Sends what is in the outbox, and throws away what has been there long enough. */
export type Postman = Worker;

/** A mail is erased this long after it was written, whatever became of it. */
export const MAIL_KEPT_MS = 30 * 24 * 60 * 60_000;

/** One try takes no longer. */
const SEND_MS = 90_000;
/** Mails at once; a mail server takes no more from one client gladly. */
const AT_ONCE = 4;

/** Makes it. `undelivered` is told of a mail about a case that was given up or refused for good. */
export function createPostman(
  context: Context,
  directory: () => Promise<Directory>,
  undelivered: (mail: UndeliveredMail) => Promise<void>,
): Postman {
  const { config } = context;
  const carrier =
    config.smtpUrl === null ? null : createCarrier(config.smtpUrl, new URL(config.publicUrl).hostname);

  async function attempt(mail: MailDoc, signal: AbortSignal): Promise<Tried<'mails'>> {
    try {
      const site = (await directory()).sites.get(mail.siteId);
      if (!site || !carrier) throw Object.assign(new Error('no sender'), { code: 'ENOSENDER' });
      await carrier.send(mail, senderOf(config, site, mail.language), signal);
    } catch (thrown) {
      const { permanent, error } = refusalOf(thrown);
      return permanent
        ? { became: 'failed', error }
        : { became: 'queued', error, waitMs: waitAfter(mail.tries) };
    }
    // What it says is the recipient's now.
    return { became: 'sent', set: { text: '', html: '' } };
  }

  return createWorker(context, {
    collection: 'mails',
    keptMs: MAIL_KEPT_MS,
    atOnce: AT_ONCE,
    tryMs: SEND_MS,
    attempt: carrier && attempt,
    about: ({ kind }) => ({ kind }),
    failed: async ({ id, thread, createdAt }, status) => {
      if (thread !== '') await undelivered({ number: thread, mailId: id, sentAt: createdAt, status });
    },
  });
}
