import { createHash } from 'node:crypto';
import type { MailDoc } from '@lotsa/storage';
import { createTransport } from 'nodemailer';
import { oneLine } from './letter.ts';

/** Whom a mail is from, and whom an answer goes to. */
export interface Sender {
  name: string;
  address: string;
  replyTo: string;
}

/** Hands mails to the mail server. */
export interface Carrier {
  /** Resolves when the server has taken it. Rejects with the mail library's error. */
  send(mail: MailDoc, sender: Sender, signal: AbortSignal): Promise<void>;
}

/** The id of a mail: the same for the same mail, so that a program that gets it twice can tell. Nobody can guess it. */
export const messageIdOf = (id: string, host: string): string =>
  `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${host}>`;

const TIMEOUTS = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  dnsTimeout: 15_000,
} as const;

/** Makes it. @param url `smtp://user:password@host:port`, as nodemailer reads it. @param host ends the ids of mails. */
export function createCarrier(url: string, host: string): Carrier {
  const transport = createTransport({
    url,
    ...TIMEOUTS,
    // No part of a mail is ever a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, { name, address, replyTo }, signal) {
      const { id, to, subject, text, html, messageId, references, language } = mail;
      const answered = references.at(-1);
      await transport.sendMail({
        // As fields, so that nothing in a name or an address is read as another address.
        from: { name: oneLine(name), address },
        to: { name: '', address: to },
        ...(replyTo === address ? {} : { replyTo: { name: oneLine(name), address: replyTo } }),
        envelope: { from: address, to: [to] },
        subject: oneLine(subject),
        text,
        html,
        // One that was queued by an earlier version has none yet.
        messageId: messageId || messageIdOf(id, host),
        ...(answered === undefined ? {} : { references: [...references], inReplyTo: answered }),
        // Nobody's holiday message answers it (RFC 3834, 5).
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        signal,
      });
    },
  };
}
