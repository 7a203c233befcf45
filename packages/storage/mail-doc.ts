import type { MailKind, MailState } from '@lotsa/protocol';
import type { OutgoingDoc } from './outgoing-doc.ts';

/** A mail on its way out. Its id says what it is about, so that the same mail asked for twice is one. */
export interface MailDoc extends OutgoingDoc {
  kind: MailKind;
  state: MailState;
  /** Whose mail it is: the sender's name and address come from the site. */
  siteId: string;
  to: string;
  /** `to` as it is compared: what a person's mails are found by. */
  recipient: string;
  language: string;
  subject: string;
  /** What it says, both ways. Emptied when it has been sent: it is the recipient's then. */
  text: string;
  html: string;
  /** The number of the case it is about; empty for none. */
  thread: string;
  /** Its own id, and those of the mails before it, which make one conversation of them in the recipient's program. */
  messageId: string;
  references: string[];
}
