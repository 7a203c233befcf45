/** The head of a mail: its headers by their names in lower case, each with its values in their order, unfolded. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** What is told from a mail's head before anything is done with it. */
export interface MailHead {
  headers: MailHeaders;
  /** The address in `From`, in lower case; null where there is none. */
  from: string | null;
  messageId: string | null;
}

/** What of a mail is ours. */
export interface OurMail {
  /** The host that our Message-IDs end with. */
  host: string;
  /** The addresses that our mails are from, in lower case. */
  addresses: ReadonlySet<string>;
}

/**
 * What a mail is (rule M3). `own`: we sent it, and it came back. `bounce`: a mail server says what became of a mail of ours
 * (RFC 3464). `autoReply`: a program answers for a person who is away. `automatic`: sent by a program or to a list.
 * `person`: everything else.
 */
export type MailNature = 'own' | 'bounce' | 'autoReply' | 'automatic' | 'person';

/** How ids of ours begin: of mails about a case, and of all others. */
const OURS = /^<(?:[a-f0-9]{32}|[a-z0-9]{2,8}-\d{4}-\d{6,9}\.[a-f0-9]{32}[.a-z0-9]*)@/i;

/** Tells what a mail is, by its head alone (RFC 3834, section 2). */
export function natureOf({ headers, from, messageId }: MailHead, ours: OurMail): MailNature {
  const value = (name: string): string => headers.get(name)?.at(-1)?.trim().toLowerCase() ?? '';
  if (messageId !== null && OURS.test(messageId) && messageId.endsWith(`@${ours.host}>`)) return 'own';
  if (from !== null && ours.addresses.has(from)) return 'own';
  const type = value('content-type');
  const isReport = /^multipart\/report\b/.test(type);
  if (isReport && /report-type\s*=\s*"?delivery-status/.test(type)) return 'bounce';
  if (from !== null && /^(mailer-daemon|postmaster)@/.test(from)) return 'bounce';
  const [submitted = ''] = value('auto-submitted').split(/[\s;(]/);
  const precedence = value('precedence');
  const away =
    submitted === 'auto-replied' ||
    submitted === 'auto-notified' ||
    precedence === 'auto_reply' ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headers.has(name));
  // Nobody answers to an empty return path (RFC 5321, 4.5.5), nor to what says that a mail was read (RFC 8098).
  if (away || isReport || value('return-path') === '<>') return 'autoReply';
  const listed = ['list-id', 'list-unsubscribe', 'list-post'].some((name) => headers.has(name));
  const program = submitted !== '' && submitted !== 'no';
  return program || listed || /^(bulk|list|junk)$/.test(precedence) ? 'automatic' : 'person';
}

/** Whether its sender may be told by a program that it came in: not where it asks for no such answer ([MS-OXCMAIL] 2.2.3.2.14). */
export function takesAutomaticAnswer({ headers }: Pick<MailHead, 'headers'>): boolean {
  const asked = headers.get('x-auto-response-suppress')?.join(',').toLowerCase() ?? '';
  return !/\b(all|autoreply|oof)\b/.test(asked);
}
