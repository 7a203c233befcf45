import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort } from './free-port.ts';
import { hasProgram, withSbin } from './program.ts';

/** Whether there is an IMAP server to test with (`scripts/test.ts` installs Debian's Dovecot where it may). */
export const hasDovecot: boolean = hasProgram('dovecot');

/** With a letter that has a meaning in addresses. */
const PASSWORD = 'hemlig&hund@home';
/** Nobody's: Dovecot lets root read no mail. */
const NOBODY = 65_534;

/** A real IMAP server of the test's own, with one mailbox. */
export class TestMailbox {
  /** As `IMAP_URL`. */
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.url = `imap://kontakt:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`;
  }

  /** Starts one; `close` it. */
  static async start(): Promise<TestMailbox> {
    const folder = mkdtempSync(join(tmpdir(), 'lotsa-imap-'));
    const mailbox = new TestMailbox(await freePort(), folder);
    const { uid, gid } = userInfo();
    const [mailUid, mailGid] = uid === 0 ? [NOBODY, NOBODY] : [uid, gid];
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'home'));
    chownSync(join(folder, 'home'), mailUid, mailGid);
    writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, mailbox.#port, mailUid, mailGid));
    await mailbox.up();
    return mailbox;
  }

  async up(): Promise<void> {
    const options = ['-F', '-c', join(this.#folder, 'dovecot.conf')];
    const child = spawn('dovecot', options, { env: { PATH: withSbin() }, stdio: 'inherit' });
    this.#process = child;
    while (child.exitCode === null) {
      const answers = await this.use(async () => true).catch(() => false);
      if (answers) return;
    }
    throw new Error('dovecot ended before it ran');
  }

  async down(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }

  async close(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Something that a program for mail does in it. */
  async use<T>(task: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: 'kontakt', pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: this.#port, secure: false, logger: false, auth });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await task(client);
    } finally {
      await client.logout();
    }
  }

  /** Mail comes in. */
  async receive(...mails: (string | Buffer)[]): Promise<void> {
    await this.use(async (client) => {
      for (const mail of mails) await client.append('INBOX', mail, []);
    });
  }

  /** Somebody moves the mails of a subject. */
  async move(subject: string, from: string, to: string): Promise<void> {
    await this.use(async (client) => {
      await client.mailboxOpen(from);
      const found = (await client.search({ subject }, { uid: true })) || [];
      if (found.length === 0) throw new Error('no such mail');
      await client.messageMove(found, to, { uid: true });
    });
  }

  /** The subjects of the mails in a folder, the first one first; none where there is no such folder. */
  subjects(folder = 'INBOX'): Promise<string[]> {
    return this.use(async (client) => {
      const opened = await client.mailboxOpen(folder).catch(() => null);
      if (!opened || opened.exists === 0) return [];
      const found = await client.fetchAll('1:*', { envelope: true });
      return found.map(({ envelope }) => envelope?.subject ?? '');
    });
  }
}

function configuration(folder: string, port: number, uid: number, gid: number): string {
  const own = userInfo();
  // Without root it cannot become anybody else, nor lock itself in.
  const users =
    own.uid === 0
      ? ''
      : `default_internal_user = ${own.username}
default_internal_group = ${String(own.gid)}
default_login_user = ${own.username}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
  return `${users}protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
first_valid_uid = 1
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%u
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
