import { createHash } from 'node:crypto';
import {
  contactEmailOf,
  type DeliveryStatus,
  type MailHead,
  readDeliveryStatus,
  threadMarks,
} from '@lotsa/core';
import type { ThreadMark } from '@lotsa/core';
import { LIMITS, MailAddress } from '@lotsa/protocol';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import * as v from 'valibot';
import { oneLine } from '../mail/letter.ts';
import { cleanText, textOfHtml } from './plain-text.ts';

/** A file that came with a mail. */
export interface MailFile {
  name: string;
  bytes: Buffer;
  /** A picture of the letter itself, such as a logo below it. */
  decoration: boolean;
}

/** A mail as it was understood: plain text and files. */
export interface ReadMail extends MailHead {
  /** Made of the mail, however often and wherever it is read: the same mail has the same one (rule M2). */
  id: string;
  subject: string;
  text: string;
  files: MailFile[];
  /** Where an answer goes: `Reply-To`, or `From`. `address` is as it was written. */
  sender: { name: string; address: string; compared: string } | null;
  /** The addresses that it was sent to, in lower case. */
  recipients: string[];
  /** Of `In-Reply-To` and `References`; of a report, also of the mail that it is about. */
  marks: ThreadMark[];
  /** What a report says, and the id of the mail that it is about. */
  report: { statuses: DeliveryStatus[]; about: string | null };
  language: string | null;
}

const LIMITS_OF_MIME = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 } as const;

/** What says nothing to whoever reads the letter: signatures of programs. */
const SILENT = /^application\/(pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys)$/;
const DECORATION_BYTES = 10 * 1024;

/**
 * Reads a mail from its bytes. Every encoding that Node knows is understood, and what is not is read as far as it goes.
 * @returns null for what is no mail at all. @throws never
 */
export async function readMail(source: Buffer): Promise<ReadMail | null> {
  // A mail begins with the name of a header (RFC 5322, 2.2); `From ` is the line that mailbox files put before.
  if (!/^(?:From [^\n]*\n|\s*\n)?[!-9;-~]{1,100}:/.test(source.subarray(0, 2_000).toString('latin1')))
    return null;
  let email: Email;
  try {
    email = await PostalMime.parse(source, LIMITS_OF_MIME);
  } catch {
    return null;
  }
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  const from = firstOf([email.from]);
  const replyTo = firstOf(email.replyTo ?? []);
  const writer = replyTo ?? from;
  const messageId = email.messageId?.trim() || null;
  const isReport = /^multipart\/report\b/i.test(headers.get('content-type')?.[0]?.trim() ?? '');
  const report = isReport ? reportOf(email.attachments) : { statuses: [], about: null };
  const text = textOf(email);
  return {
    id: idOf(source, messageId),
    headers,
    from: from?.compared ?? null,
    messageId,
    subject: oneLine(email.subject ?? ''),
    text,
    files: email.attachments.flatMap((part) => (isFile(part, isReport) ? [fileOf(part)] : [])),
    sender: writer && { ...writer, name: from?.name || writer.name },
    recipients: recipientsOf(email, headers),
    marks: threadMarks([
      ...(headers.get('references') ?? []),
      ...(headers.get('in-reply-to') ?? []),
      ...(report.about ? [report.about] : []),
    ]),
    report,
    language:
      headers
        .get('content-language')?.[0]
        ?.trim()
        .split(/[\s,;]/)[0] ?? null,
  };
}

/**
 * Servers add headers on the way, and a copy by another address has others: the id is made of what its sender made, so that a
 * mail that reaches the mailbox twice is one.
 */
function idOf(source: Buffer, messageId: string | null): string {
  const crlf = source.indexOf('\r\n\r\n');
  const lf = source.indexOf('\n\n');
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  const body = messageId === null || end < 0 ? source : source.subarray(end);
  return createHash('sha256')
    .update(`${messageId ?? ''}\n`)
    .update(body)
    .digest('hex');
}

function textOf(email: Email): string {
  const plain = cleanText(email.text ?? '');
  if (plain !== '' || !email.html) return plain;
  try {
    return cleanText(textOfHtml(email.html));
  } catch {
    return '';
  }
}

type Known = NonNullable<ReadMail['sender']>;

/** The first address that can be written to. */
function firstOf(addresses: readonly (Address | undefined)[]): Known | null {
  for (const each of addresses.slice(0, 20).flatMap((it) => (it ? (it.group ?? [it]) : []))) {
    const parsed = v.safeParse(MailAddress, each.address ?? '');
    if (!parsed.success) continue;
    const name = cleanText(oneLine(each.name)).slice(0, LIMITS.name);
    return { name, address: parsed.output, compared: contactEmailOf({ email: parsed.output }) ?? '' };
  }
  return null;
}

function recipientsOf({ to, cc }: Email, headers: ReadonlyMap<string, readonly string[]>): string[] {
  const listed = [...(to ?? []), ...(cc ?? [])].flatMap((it) =>
    (it.group ?? [it]).map(({ address }) => address),
  );
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap(
    (name) => headers.get(name) ?? [],
  );
  return [...delivered, ...listed].slice(0, 100).map((each) => each.replace(/[<>\s]/g, '').toLowerCase());
}

const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);

/** What a report is made of is not for people. */
const isFile = ({ mimeType }: Attachment, isReport: boolean): boolean =>
  !SILENT.test(mimeType) && !(isReport && /^(message\/|text\/rfc822-headers$)/.test(mimeType));

function fileOf(part: Attachment): MailFile {
  const bytes = bytesOf(part);
  const decoration =
    part.related === true && part.mimeType.startsWith('image/') && bytes.length <= DECORATION_BYTES;
  const name = part.filename ?? part.description ?? (part.mimeType.split('/')[0] || 'file');
  return { name: oneLine(name).slice(0, LIMITS.fileName), bytes, decoration };
}

/** What a mail server says became of a mail of ours (RFC 3464): the machine's part, and the mail or its headers. */
function reportOf(parts: readonly Attachment[]): ReadMail['report'] {
  const status = parts.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType));
  const original = parts.find(({ mimeType }) =>
    /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/.test(mimeType),
  );
  const head = original ? bytesOf(original).subarray(0, 20_000).toString('latin1') : '';
  const about = /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(head)?.[1] ?? null;
  return { statuses: status ? readDeliveryStatus(bytesOf(status).toString('latin1')) : [], about };
}
