import type {
  Answer,
  Digest,
  IncomingMailAnswers,
  IncomingMailEntry,
  IncomingMailState,
  MailAnswers,
  MailChoices,
  MailEntry,
  MailState,
  OpenedIncomingMail,
  OpenedMail,
} from '@lotsa/protocol';
import type { Desk } from './desk.ts';

/** What a console asks about mail, and a specialist about its week. */
export interface StaffMail {
  /** A page of outgoing mail, the latest first; for administrators. */
  list(state: MailState | null, after: string | null): Promise<Answer<MailAnswers['mails:list']>>;
  /** One with what is in it, while it has not left; written to the audit log. */
  read(id: string): Promise<Answer<OpenedMail>>;
  /** Tries one again that failed or was kept. */
  resend(id: string): Promise<Answer<MailEntry>>;
  /** A page of mail that came in, the latest first; for administrators. */
  incoming(
    state: IncomingMailState | null,
    after: string | null,
  ): Promise<Answer<IncomingMailAnswers['incoming-mails:list']>>;
  /** One that is in no case, with what is in it; written to the audit log. */
  readIncoming(id: string): Promise<Answer<OpenedIncomingMail>>;
  /** Has one taken in that was kept out or failed. */
  retryIncoming(id: string): Promise<Answer<IncomingMailEntry>>;
  /** What this user wants mail about, and where it goes. */
  choices(): Promise<Answer<MailChoices & { email: string | null }>>;
  choose(choices: MailChoices): Promise<Answer<null>>;
  /** This specialist's week: 0 is the one that goes on. */
  week(weeksAgo: number): Promise<Answer<Digest>>;
}

/** Makes it. `link` is that of whoever is signed in now; null for nobody. */
export function createStaffMail(link: () => Desk['link'] | undefined): StaffMail {
  const signedOut = { ok: false, error: { code: 'unauthenticated', data: {} } } as const;
  return {
    list: async (state, after) => (await link()?.ask('mails:list', { state, after })) ?? signedOut,
    read: async (id) => (await link()?.ask('mail:read', { id })) ?? signedOut,
    resend: async (id) => (await link()?.ask('mail:resend', { id })) ?? signedOut,
    incoming: async (state, after) =>
      (await link()?.ask('incoming-mails:list', { state, after })) ?? signedOut,
    readIncoming: async (id) => (await link()?.ask('incoming-mail:read', { id })) ?? signedOut,
    retryIncoming: async (id) => (await link()?.ask('incoming-mail:retry', { id })) ?? signedOut,
    choices: async () => (await link()?.ask('mail-choices:get', {})) ?? signedOut,
    choose: async (choices) => (await link()?.ask('mail-choices:set', choices)) ?? signedOut,
    week: async (weeksAgo) => (await link()?.ask('digest:get', { weeksAgo })) ?? signedOut,
  };
}
