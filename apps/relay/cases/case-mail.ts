import { replySubject } from '@lotsa/core';
import { type CaseEntry, fail, LIMITS, MailAddress, type RefusedFile } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import * as v from 'valibot';
import { oneLine, type Block } from '../mail/letter.ts';
import { visitorFooter } from '../mail/visitor-letters.ts';
import { mailTongue } from '../mail/words/index.ts';
import { errorText } from '../pages/errors.tsx';
import { type Language, languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { newToken } from '../tokens.ts';
import { mailThreadOf } from './case-thread.ts';
import { caseUrl } from './case-url.ts';
import { mailWordsOf } from './mail-words.ts';

/** What an entry says may be of use to somebody who left an address. */
const MAILED: readonly CaseEntry['event']['type'][] = [
  'received',
  'answered',
  'statusSet',
  'promiseSet',
  'reopened',
  'merged',
];

/** An entry may call for a mail: to the case's visitor, or to those whose cases were merged into it. */
export const callsForMail = (
  { contact }: Pick<CaseDoc, 'contact'>,
  { audience, author, event }: CaseEntry,
): boolean =>
  audience === 'public' &&
  MAILED.includes(event.type) &&
  // One that its visitor's own mail reopened says so by its answer.
  !(event.type === 'reopened' && author.type === 'system') &&
  (contact?.email !== undefined || ('shared' in event && event.shared === true));

/**
 * Tells the visitor of a case by mail what an entry of its log says to it, when it left an address: with the case's number,
 * so that a mail program keeps the thread, and a link of its own. Of a secret case the link alone (rule P6). What is written
 * to all goes to those whose cases were merged into it, too. The same entry again is the same mail.
 * @param key opens it, where its visitor has one already.
 */
export async function mailCaseEntry(
  relay: MailingRelay,
  doc: CaseDoc,
  entry: CaseEntry,
  key?: string,
): Promise<void> {
  if (entry.audience !== 'public') return;
  await mailTo(relay, doc, doc, entry, key);
  const { event } = entry;
  if ((event.type !== 'answered' && event.type !== 'statusSet') || !event.shared) return;
  const { docs } = await relay.context.storage.find('cases', {
    index: 'byMerged',
    equals: { mergedInto: doc.number },
    limit: LIMITS.mergedCases,
  });
  for (const duplicate of docs) await mailTo(relay, duplicate, doc, entry);
}

/** What mails of cases are made with. */
type MailingRelay = Pick<Relay, 'context' | 'directory' | 'mail' | 'cases'>;

async function mailTo(
  relay: MailingRelay,
  recipient: CaseDoc,
  about: CaseDoc,
  entry: CaseEntry,
  key?: string,
): Promise<void> {
  const to = v.safeParse(MailAddress, recipient.contact?.email ?? '');
  const site = (await relay.directory()).sites.get(recipient.siteId);
  if (!to.success) return;
  if (!site) throw fail('not_found', {});
  const id = `case:${recipient.id}:${about.id}:${entry.seq}`;
  // Each mail has a link of its own: what was sent before keeps its link.
  if (await relay.context.storage.get('mails', id)) return;
  const language = languageOf(recipient.language, site);
  const { config } = relay.context;
  // Where mail comes in, the mail itself can be answered.
  const answerable = config.imapUrl !== null;
  const said = contentOf(entry, about, recipient, language, answerable);
  if (!said) return;
  const words = mailWordsOf(language.tag);
  const own = key ?? newToken();
  if (key === undefined) await relay.cases.addKey(recipient.id, own);
  const url = config.publicUrl + caseUrl(recipient.number, own);
  const secret = recipient.secret || about.secret;
  const began = recipient.log[0]?.event;
  const mail = began?.type === 'received' ? began.opening.mail : undefined;
  const withKey = (await relay.cases.get(recipient.id)) ?? recipient;
  await relay.mail.queue({
    id,
    kind: 'case',
    site,
    to: to.output,
    language: recipient.language,
    thread: mailThreadOf(withKey, id, new URL(config.publicUrl).hostname),
    letter: {
      subject: (!secret && mail && replySubject(oneLine(mail.subject), recipient.number)) || said.subject,
      blocks: [
        ...(answerable && !secret ? [{ type: 'text', text: words.replyAbove } as const] : []),
        ...(secret ? [{ type: 'text', text: words.secret } as const] : said.blocks),
        { type: 'link', label: words.link, url },
      ],
      footer: [words.footer, ...visitorFooter(site, mailTongue(recipient.language, site))],
    },
  });
}

/** What an entry says to the visitor; null for what needs no mail. */
function contentOf(
  { event, author, at }: CaseEntry,
  about: CaseDoc,
  { number }: CaseDoc,
  { tag, words: page, say, date, dateTime }: Language,
  answerable: boolean,
): { subject: string; blocks: Block[] } | null {
  const words = mailWordsOf(tag);
  const who = author.type === 'staff' ? author.name : null;
  const refused = (files: readonly RefusedFile[] = []): Block[] =>
    files.length === 0
      ? []
      : [
          { type: 'text', text: words.refusedText },
          { type: 'facts', rows: files.map(({ name, rule }) => [name, errorText(limited(rule), page)]) },
        ];
  const written = (text: string): Block => ({
    type: 'said',
    said: [{ who, when: dateTime(at), text }],
  });
  switch (event.type) {
    case 'received':
      return {
        subject: words.received(number),
        blocks: [
          { type: 'heading', text: say(about.title) },
          { type: 'text', text: words.receivedText(date(about.promisedAt)) },
          ...refused(event.opening.refused),
        ],
      };
    case 'answered':
      return { subject: words.answered(number), blocks: [written(event.text)] };
    case 'statusSet': {
      const asked = event.status === 'waitingForVisitor';
      if (event.text === undefined && about.open === 1) return null;
      return {
        subject: asked ? words.asked(number) : words.status(number),
        blocks: [
          { type: 'text', text: page[`status_${event.status}`] },
          ...(event.text === undefined ? [] : [written(event.text)]),
          ...(asked
            ? [{ type: 'text', text: answerable ? words.askedReply : words.askedText } as const]
            : []),
        ],
      };
    }
    case 'promiseSet':
      return {
        subject: words.moved(number),
        blocks: [{ type: 'text', text: words.movedText(date(event.promisedAt)) }, written(event.reason)],
      };
    case 'reopened':
      return {
        subject: words.status(number),
        blocks: [{ type: 'text', text: page.log_reopened(date(event.promisedAt)) }],
      };
    case 'merged':
      return { subject: words.status(number), blocks: [{ type: 'text', text: page.log_merged }] };
    case 'supplemented':
      return event.refused ? { subject: words.refused(number), blocks: refused(event.refused) } : null;
    case 'contactCorrected':
    case 'departmentSet':
    case 'withdrawn':
    case 'ownerSet':
    case 'handlerSet':
    case 'noted':
    case 'alerted':
    case 'glassBroken':
    case 'glassMended':
    case 'diaryNumberSet':
    case 'autoReplied':
    case 'undelivered':
      return null;
  }
}

/** A rule as the pages say it, with what it allows. */
const limited = (rule: RefusedFile['rule']) => ({
  field: '',
  rule,
  limit: rule === 'too_many_files' ? LIMITS.mailFiles : LIMITS.fileBytes,
});
