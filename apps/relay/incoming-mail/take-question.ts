import { maskPersonalNumbers, ownWords } from '@lotsa/core';
import { type CaseMail, LIMITS, LotsaError, type Site } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { mailCaseEntry, mailCaseReceived } from '../cases/case-mail.ts';
import { REPLY_LINES } from '../cases/mail-words.ts';
import { openMailedCase } from '../cases/mailed-case.ts';
import { promisedDate } from '../cases/open-case.ts';
import { languagesOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { tokenId } from '../tokens.ts';
import { caseOfMail } from './find-case.ts';
import type { Outcome } from './outcome.ts';
import type { ReadMail } from './read-mail.ts';
import { takeMailFiles } from './take-mail-files.ts';

/** A mail of a person. */
export interface PersonalMail {
  mail: ReadMail & { sender: NonNullable<ReadMail['sender']> };
  site: Site;
  /** Addresses of ours, in lower case. */
  addresses: ReadonlySet<string>;
  /** There was more of it than is read. */
  cut: boolean;
  /** Its sender is told that it came in. */
  answered: boolean;
}

/** Puts a mail in the case that it belongs to, or opens one (rule M1). The same mail again changes nothing (rule M2). */
export async function takeQuestion(
  relay: Relay,
  { mail, site, addresses, cut, answered }: PersonalMail,
): Promise<Outcome> {
  const written = ownWords(mail.text, REPLY_LINES, addresses);
  const text = written.slice(0, LIMITS.mailText);
  const subject = maskPersonalNumbers(mail.subject).text;
  const about: CaseMail = {
    messageId: mail.messageId ?? '',
    from: mail.sender.address,
    subject,
    ...(cut || text.length < written.length ? { cut: true } : {}),
  };
  const taken = await takeMailFiles(relay.files, mail.files, cut, tokenId(`mail\n${mail.id}`));
  const opened = await relay.cases.get(`mail:${mail.id}`);
  const joined = opened ? undefined : await caseOfMail(relay, mail);
  if (joined) {
    const doc = await join(relay, site, joined, mail.id, { text, mail: about, ...taken });
    if (doc) {
      const entry = doc.log.find(({ id }) => id === entryIdOf(mail.id));
      if (entry?.event.type === 'supplemented') {
        await relay.files.attach(entry.event.files, { type: 'case', id: doc.id });
        if (answered && entry.event.refused) await mailCaseEntry(relay, doc, entry);
      }
      return { state: 'taken', why: 'reply', caseNumber: doc.number };
    }
  }
  const { id, sender } = mail;
  const question = { id, language: languageOfMail(mail, site), sender, subject, text, mail: about, ...taken };
  const doc = await openMailedCase(relay, site, question);
  if (answered) await mailCaseReceived(relay, doc);
  return { state: 'taken', why: 'newCase', caseNumber: doc.number };
}

const entryIdOf = (mailId: string): string => `mail-${mailId.slice(0, 40)}`;

/**
 * Adds a mail to a case; one that had ended goes on, by a new promise. @returns undefined where it takes nothing any more: its
 * visitor took it back, or its log is full.
 */
async function join(
  relay: Relay,
  site: Site,
  doc: CaseDoc,
  mailId: string,
  what: { text: string; mail: CaseMail } & Awaited<ReturnType<typeof takeMailFiles>>,
): Promise<CaseDoc | undefined> {
  const { cases } = relay;
  try {
    if (doc.open === 0 && doc.mergedInto === null) {
      const promisedAt = await promisedDate(relay, site, doc.departmentId || null, doc);
      const by = { actor: { type: 'system' } as const, id: `reopened-${mailId.slice(0, 40)}` };
      await cases.execute(doc.number, { type: 'reopen', promisedAt }, by);
    }
    const by = { actor: { type: 'visitor', visitorId: '' } as const, id: entryIdOf(mailId) };
    return await cases.execute(doc.number, { type: 'supplement', ...what }, by);
  } catch (error) {
    const code = error instanceof LotsaError ? error.answer.code : null;
    if (code === 'case_closed' || code === 'wrong_status') return undefined;
    throw error;
  }
}

/** The language that a mail says it is in, where the site speaks it. */
function languageOfMail({ language }: Pick<ReadMail, 'language'>, site: Site): string {
  const asked = [language ?? '', (language ?? '').split('-')[0] ?? ''];
  return languagesOf(site).find((tag) => asked.includes(tag)) ?? 'sv';
}
