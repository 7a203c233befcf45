import { LIMITS } from '@lotsa/protocol';
import { ImapFlow } from 'imapflow';

/** A mail as it lies in the mailbox. */
export interface Lying {
  uid: number;
  receivedAt: number;
}

/** Where a mail lies, as far as the server tells it (RFC 4315). */
export type Place = { folder: string; uidValidity: string; uid: number };

/** A mailbox while it is open. One folder is open at a time. */
export interface OpenMailbox {
  /** Opens a folder. @returns null where there is none of that name. */
  open(folder: string): Promise<{ uidValidity: string; uidNext: number } | null>;
  /** The mails of the open folder from a number on, the first one first. */
  list(fromUid: number): Promise<Lying[]>;
  /** The mails of the open folder with a Message-ID. */
  find(messageId: string): Promise<number[]>;
  /** The bytes of a mail, no more than a mail may have. @returns null when it is gone. */
  read(uid: number): Promise<{ source: Buffer; cut: boolean } | null>;
  /** Moves a mail to a folder, which is made where it is not there. @returns where it lies then. */
  move(uid: number, folder: string): Promise<Place>;
  /** Removes a mail for good. */
  remove(uid: number): Promise<void>;
}

/** The folder that `IMAP_URL` names. */
export function folderOf(url: string): string {
  const path = decodeURIComponent(new URL(url).pathname.replace(/^\//, ''));
  return path || 'INBOX';
}

/** The connection that `IMAP_URL` asks for. Without TLS from the beginning the server must offer STARTTLS, except on this machine. */
function connectionOf(address: string): ImapFlow {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  const here = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  return new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 993 : 143,
    secure,
    ...(secure || here ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    // Its log has addresses and texts.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    maxLiteralSize: LIMITS.mailBytes + 1_024 * 1_024,
  });
}

/** Opens the mailbox, uses it, and lets go of it. @throws the library's error; `mailboxError` says it in a word. */
export async function withMailbox<T>(
  url: string,
  signal: AbortSignal,
  use: (mailbox: OpenMailbox) => Promise<T>,
): Promise<T> {
  const client = connectionOf(url);
  // What breaks rejects what was asked; an error nobody listens to would end the process.
  client.on('error', () => undefined);
  const abort = (): void => client.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    const result = await use(mailboxOf(client));
    await client.logout();
    return result;
  } finally {
    signal.removeEventListener('abort', abort);
    client.close();
  }
}

function mailboxOf(client: ImapFlow): OpenMailbox {
  const made = new Set<string>();
  let exists = 0;
  const uid = true;
  return {
    async open(folder) {
      try {
        const opened = await client.mailboxOpen(folder);
        exists = opened.exists;
        return { uidValidity: String(opened.uidValidity), uidNext: opened.uidNext };
      } catch (error) {
        if ((error as { mailboxMissing?: unknown }).mailboxMissing) return null;
        throw error;
      }
    },
    async list(fromUid) {
      if (exists === 0) return [];
      const found = await client.fetchAll(`${fromUid}:*`, { uid, internalDate: true }, { uid });
      return (
        found
          // `n:*` is also the last one, where n is greater (RFC 3501, 6.4.8).
          .filter((each) => each.uid >= fromUid)
          .map((each) => ({ uid: each.uid, receivedAt: timeOf(each.internalDate) }))
          .toSorted((a, b) => a.uid - b.uid)
      );
    },
    async find(messageId) {
      return (await client.search({ header: { 'message-id': messageId } }, { uid })) || [];
    },
    async read(at) {
      const source = { maxLength: LIMITS.mailBytes };
      const found = await client.fetchOne(String(at), { uid, size: true, source }, { uid });
      if (!found || !found.source) return null;
      return { source: found.source, cut: (found.size ?? 0) > found.source.length };
    },
    async move(at, folder) {
      if (!made.has(folder)) await client.mailboxCreate(folder);
      made.add(folder);
      const moved = await client.messageMove(String(at), folder, { uid });
      if (!moved) throw Object.assign(new Error('not moved'), { code: 'ENOTMOVED' });
      return { folder, uidValidity: String(moved.uidValidity ?? ''), uid: moved.uidMap?.get(at) ?? 0 };
    },
    async remove(at) {
      await client.messageDelete(String(at), { uid });
    },
  };
}

const timeOf = (date: Date | string | undefined): number => {
  const at = new Date(date ?? Number.NaN).getTime();
  return Number.isFinite(at) ? at : 0;
};

/** What went wrong with a mailbox, in a word that says nothing of what is in it. */
export function mailboxError(error: unknown): string {
  const { code, authenticationFailed } = (error ?? {}) as { code?: unknown; authenticationFailed?: unknown };
  if (authenticationFailed === true) return 'EAUTH';
  const word = typeof code === 'string' ? code : '';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(word)) return 'ETLS';
  if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIME|EPIPE|NoConnection|CONNECT_|GREETING_|UPGRADE_)/i.test(word))
    return 'ECONNECTION';
  return /^E[A-Z0-9]{2,20}$/.test(word) ? word : 'EFAULT';
}
