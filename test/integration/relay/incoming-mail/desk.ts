import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '@lotsa/protocol';
import type { CaseDoc, IncomingMailDoc } from '@lotsa/storage';
import { TestMailbox } from '../../../support/imap.ts';
import { TestRelay } from '../../../support/relay.ts';
import { headerOf, type Received, TestMailServer } from '../../../support/smtp.ts';

/** A mail as a citizen's program writes it. */
export interface Written {
  from?: string;
  subject?: string;
  text?: string;
  /** The mail that it answers. */
  answers?: Received;
  /** Further headers, each a line. */
  head?: readonly string[];
  /** All that follows the common headers, instead of the text. */
  body?: string;
}

/** A relay with a real mailbox and a real mail server, and what there is to see of its mail. */
export class MailDesk {
  readonly mailbox: TestMailbox;
  readonly server: TestMailServer;
  readonly relay: TestRelay;

  private constructor(mailbox: TestMailbox, server: TestMailServer, relay: TestRelay) {
    this.mailbox = mailbox;
    this.server = server;
    this.relay = relay;
  }

  static async open(env: Record<string, string> = {}): Promise<MailDesk> {
    const [mailbox, server] = await Promise.all([TestMailbox.start(), TestMailServer.open()]);
    const relay = await TestRelay.start('embedded', { IMAP_URL: mailbox.url, SMTP_URL: server.url, ...env });
    // The first reading learns where the mailbox stands.
    await relay.sweep();
    return new MailDesk(mailbox, server, relay);
  }

  async close(): Promise<void> {
    await this.relay.close();
    await Promise.all([this.mailbox.close(), this.server.down()]);
  }

  /** Mails come in and are read; what they cause is sent. */
  async comes(...mails: (Written | Buffer)[]): Promise<void> {
    await this.mailbox.receive(...mails.map((mail) => (Buffer.isBuffer(mail) ? mail : mailOf(mail))));
    await this.relay.sweep();
  }

  /** The cases of somebody, the first one first. */
  async casesOf(contactEmail: string): Promise<CaseDoc[]> {
    const query = { index: 'byEmail', equals: { contactEmail }, limit: 50 } as const;
    return (await this.relay.storage.find('cases', query)).docs;
  }

  async caseOf(contactEmail: string): Promise<CaseDoc> {
    const [doc] = await this.casesOf(contactEmail);
    if (!doc) throw new Error(`${contactEmail} has no case`);
    return doc;
  }

  async events(contactEmail: string): Promise<CaseEvent[]> {
    return (await this.caseOf(contactEmail)).log.map(({ event }) => event);
  }

  /** What was sent to somebody, the first one first. */
  sentTo = (address: string): Received[] => this.server.received.filter(({ to }) => to.includes(address));

  /** The last mail to somebody. */
  lastTo(address: string): Received {
    const last = this.sentTo(address).at(-1);
    if (!last) throw new Error(`nothing was sent to ${address}`);
    return last;
  }

  /** What became of the mails of somebody. */
  async fateOf(sender: string): Promise<IncomingMailDoc[]> {
    const query = { index: 'bySender', equals: { sender }, limit: 100 } as const;
    return (await this.relay.storage.find('incomingMails', query)).docs;
  }
}

/** Its bytes. */
export function mailOf({
  from = 'kim@example.se',
  subject = 'Fråga',
  text = 'Hej!',
  answers,
  head = [],
  body,
}: Written) {
  const id = `<${randomUUID()}@mail.example.se>`;
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  return Buffer.from(
    [
      'Received: from mx.example.se by mailbox.ekhamra.example; Sun, 22 Nov 2026 09:00:00 +0100',
      ...(head.some((line) => line.startsWith('Message-ID:')) ? [] : [`Message-ID: ${id}`]),
      `From: Kim Citizen <${from}>`,
      'To: Ekhamra Direkt <kontakt@ekhamra.example>',
      `Subject: ${encoded}`,
      ...(answers ? [`In-Reply-To: ${headerOf(answers, 'Message-ID') ?? ''}`] : []),
      ...(answers
        ? [`References: ${headerOf(answers, 'References') ?? ''} ${headerOf(answers, 'Message-ID') ?? ''}`]
        : []),
      ...head,
      ...(body === undefined ? ['Content-Type: text/plain; charset=utf-8', '', text] : [body]),
    ].join('\r\n'),
  );
}
