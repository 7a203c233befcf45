import type { MailDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import type { UndeliveredMail } from '../cases/undelivered.ts';
import type { Directory } from '../directory.ts';
import { createCarrier } from './carrier.ts';
import { refusalOf, waitAfter } from './retrying.ts';
import { senderOf } from './sender-of.ts';

/** Sends what is in the outbox, and throws away what has been there long enough. */
export interface Postman {
  /** Sends all that is due, and resolves when each has been tried. */
  look(): Promise<void>;
  /** There is something to send: looks soon. */
  hurry(): void;
  /** Begins nothing more; what is being sent has a moment to be finished, and is tried again otherwise. */
  stop(): Promise<void>;
}

/** A mail is erased this long after it was written, whatever became of it. */
export const MAIL_KEPT_MS = 30 * 24 * 60 * 60_000;

/** One try takes no longer. */
const SEND_MS = 90_000;
/** Whoever took a mail has it for longer than a try: a relay that was killed lets go of it then. */
const TAKEN_MS = 3 * 60_000;
/** Mails at once; a mail server takes no more from one client gladly. */
const AT_ONCE = 4;
const BATCH = 50;
/** Asked for in one moment, sent by one look. */
const HURRY_MS = 50;
const LAST_MOMENT_MS = 3_000;

/** Makes it. `undelivered` is told of a mail about a case that was given up or refused for good. */
export function createPostman(
  context: Context,
  directory: () => Promise<Directory>,
  undelivered: (mail: UndeliveredMail) => Promise<void>,
): Postman {
  const { config, storage, log, now } = context;
  const carrier =
    config.smtpUrl === null ? null : createCarrier(config.smtpUrl, new URL(config.publicUrl).hostname);
  const stopping = new AbortController();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function lookOnce(): Promise<void> {
    await storage.remove('mails', {
      index: 'byTime',
      range: { field: 'createdAt', lte: now() - MAIL_KEPT_MS },
      limit: BATCH,
    });
    if (!carrier) return;
    for (;;) {
      const { docs } = await storage.find('mails', {
        index: 'byNextTry',
        range: { field: 'nextTryAt', lte: now() },
        limit: BATCH,
      });
      if (docs.length === 0 || stopped) return;
      const rest = [...docs];
      const next = async (): Promise<void> => {
        for (let mail = rest.shift(); mail && !stopped; mail = rest.shift()) await attempt(mail);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
    }
  }

  /** Takes a mail, unless another relay has, and tries to send it. */
  async function attempt(found: MailDoc): Promise<void> {
    const { id, nextTryAt } = found;
    const takenUntil = now() + TAKEN_MS;
    const mail = await storage.update(
      'mails',
      id,
      { nextTryAt: takenUntil, tries: found.tries + 1 },
      { nextTryAt, state: 'queued' },
    );
    if (!mail) return;
    const settle = (set: Partial<MailDoc>): Promise<unknown> =>
      // Whoever took it since, because we were too slow, has it.
      storage.update('mails', id, set, { nextTryAt: takenUntil });
    const fail = async (error: string): Promise<void> => {
      const { thread: number, createdAt: sentAt } = mail;
      if (number !== '') await undelivered({ number, mailId: id, sentAt, status: error });
      await settle({ state: 'failed', nextTryAt: null, endedAt: now(), error });
    };
    const about = { kind: mail.kind, tries: mail.tries };
    if (mail.giveUpAt <= now()) {
      log.warn(about, 'a mail was given up');
      await fail(mail.error ?? 'ETOOLATE');
      return;
    }
    try {
      await send(mail);
    } catch (error) {
      const refusal = refusalOf(error);
      log.warn({ ...about, code: refusal.error, permanent: refusal.permanent }, 'a mail was not sent');
      if (refusal.permanent) await fail(refusal.error);
      else {
        const wait = stopped ? 0 : waitAfter(mail.tries);
        await settle({ nextTryAt: now() + wait, error: refusal.error });
      }
      return;
    }
    await settle({ state: 'sent', nextTryAt: null, endedAt: now(), error: null, text: '', html: '' });
  }

  async function send(mail: MailDoc): Promise<void> {
    const site = (await directory()).sites.get(mail.siteId);
    if (!site || !carrier) throw Object.assign(new Error('no sender'), { code: 'ENOSENDER' });
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(SEND_MS)]);
    await carrier.send(mail, senderOf(config, site, mail.language), signal);
  }

  /** One look at a time; whoever asks meanwhile waits for it and for one more. */
  async function look(): Promise<void> {
    while (looking) await looking.catch(() => undefined);
    looking = lookOnce().finally(() => {
      looking = undefined;
    });
    await looking;
  }

  return {
    look,
    hurry() {
      if (stopped) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        look().catch((error: unknown) => log.warn({ err: error }, 'mail not looked at; it is tried again'));
      }, HURRY_MS);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const late = setTimeout(() => stopping.abort(), LAST_MOMENT_MS);
      while (looking) await looking.catch(() => undefined);
      clearTimeout(late);
    },
  };
}
