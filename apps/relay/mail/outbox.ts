import { contactEmailOf } from '@lotsa/core';
import type { MailKind, Site } from '@lotsa/protocol';
import type { MailDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { languageOf } from '../pages/words/index.ts';
import { type Letter, oneLine } from './letter.ts';
import { htmlOf, textOf } from './render-letter.tsx';
import { messageIdOf } from './carrier.ts';
import { GIVE_UP_MS } from './retrying.ts';

/** A mail to be sent. */
export interface NewMail {
  /** Says what it is about (`handoffAsked:…`): the same one again is the same mail, on any relay. */
  id: string;
  kind: MailKind;
  site: Site;
  /** One address, checked by the protocol's `MailAddress`. */
  to: string;
  language: string;
  letter: Letter;
  /** The case it is about, with the ids that make one conversation of its mails. */
  thread?: { number: string; messageId: string; references: readonly string[] };
  /** It is no use after this; four days when left out. */
  giveUpAt?: number;
}

/** Mails on their way out. */
export interface MailOutbox {
  /**
   * Keeps a mail until it has been sent. Durable when it resolves; it then leaves by itself, with retries, also after a
   * restart and by whichever relay comes first. Without a mail server it stays where administrators read it.
   * @returns false when there was a mail of that id already.
   */
  queue(mail: NewMail): Promise<boolean>;
  /** So many wait that strangers may not add more. */
  isFull(): Promise<boolean>;
}

/** With this many waiting the mail server has been gone for long, or somebody is playing. */
const FULL = 1_000;

/** Makes it. `hurry` is called when there is something to send. */
export function createMailOutbox({ config, storage, now }: Context, hurry: () => void): MailOutbox {
  return {
    async queue({ id, kind, site, to, language, letter, thread, giveUpAt }) {
      const at = now();
      const { tag, dir } = languageOf(language, site);
      const sends = config.smtpUrl !== null;
      const mail: MailDoc = {
        id,
        kind,
        state: sends ? 'queued' : 'kept',
        siteId: site.id,
        to,
        recipient: contactEmailOf({ email: to }) ?? '',
        language: tag,
        subject: oneLine(letter.subject),
        text: textOf(letter, { dir }),
        html: htmlOf(letter, { tag, dir }),
        thread: thread?.number ?? '',
        messageId: thread?.messageId ?? messageIdOf(id, new URL(config.publicUrl).hostname),
        references: [...(thread?.references ?? [])],
        createdAt: at,
        tries: 0,
        nextTryAt: sends ? at : null,
        giveUpAt: giveUpAt ?? at + GIVE_UP_MS,
        endedAt: sends ? null : at,
        error: null,
      };
      const isNew = (await storage.insert('mails', [mail])) === 1;
      if (sends && isNew) hurry();
      return isNew;
    },
    isFull: async () =>
      (await storage.count('mails', { index: 'byState', equals: { state: 'queued' }, limit: FULL })) >= FULL,
  };
}
