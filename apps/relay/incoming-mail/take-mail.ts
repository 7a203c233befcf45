import { createHash } from 'node:crypto';
import { maskPersonalNumbers, natureOf, type OurMail, takesAutomaticAnswer } from '@lotsa/core';
import { LIMITS, LotsaError, type Site } from '@lotsa/protocol';
import type { IncomingMailDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { caseOfMail } from './find-case.ts';
import { type Outcome, outside } from './outcome.ts';
import { cleanText } from './plain-text.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { takeBounce } from './take-bounce.ts';
import { takeQuestion } from './take-question.ts';

/** A mail as it lay in the mailbox. */
export interface Arrival {
  source: Buffer;
  /** It has more bytes than a mail may have. */
  cut: boolean;
  receivedAt: number;
}

/** Mails of one sender in an hour (rule M5): people write fewer, programs that answer each other more. */
export const MOST_PER_SENDER = 20;
const HOUR = 60 * 60_000;
/** What goes wrong so often goes wrong for good. */
const MOST_TRIES = 5;

/**
 * Does with a mail what is to be done, and remembers it: the same mail again changes nothing, whenever a relay is killed (rule M2).
 * @throws LotsaError `storage_unavailable`: it is to be tried again.
 */
export async function takeMail(relay: Relay, arrival: Arrival): Promise<IncomingMailDoc> {
  const { storage, now, log } = relay.context;
  const mail = await readMail(arrival.source);
  const id = mail?.id ?? createHash('sha256').update(arrival.source).digest('hex');
  const known = await storage.get('incomingMails', id);
  if (known && known.state !== 'waiting' && known.state !== 'trying') return known;
  const doc: IncomingMailDoc = {
    id,
    state: 'trying',
    why: 'fault',
    sender: mail?.sender?.compared ?? '',
    messageId: mail?.messageId ?? '',
    caseNumber: null,
    receivedAt: arrival.receivedAt,
    takenAt: known?.takenAt ?? now(),
    tries: (known?.tries ?? 0) + 1,
    asked: known?.asked === true || known?.state === 'waiting',
    place: null,
    ...readableOf(arrival, mail),
  };
  try {
    const outcome = await decide(relay, arrival, mail, doc.asked);
    Object.assign(doc, outcome, outcome.caseNumber === null ? {} : { subject: '', text: '' });
  } catch (error) {
    if (error instanceof LotsaError && error.answer.code === 'storage_unavailable') throw error;
    // What the mail says is in no log; where it went wrong is.
    log.warn({ err: error, tries: doc.tries }, 'a mail that came in was not taken');
    if (doc.tries >= MOST_TRIES) doc.state = 'failed';
  }
  await storage.put('incomingMails', doc);
  log.info({ state: doc.state, why: doc.why, tries: doc.tries }, 'a mail came in');
  return doc;
}

async function decide(
  relay: Relay,
  arrival: Arrival,
  mail: ReadMail | null,
  asked: boolean,
): Promise<Outcome> {
  if (!mail) return outside('failed', 'notMail');
  const { sites } = await relay.directory();
  const ours = ownMail(relay, sites);
  const nature = natureOf(mail, ours);
  if (nature === 'own') return outside('ignored', 'own');
  if (!asked && nature === 'bounce') return takeBounce(relay, mail);
  if (!mail.sender) return outside('failed', 'noSender');
  if (!asked && (await hasSentTooMany(relay, mail.sender.compared))) return outside('held', 'tooMany');
  if (!asked && nature !== 'person') return takeAutomatic(relay, mail, nature);
  const site = siteOf(mail, sites);
  // Before anything is set up there is nobody to answer; it lies there until there is.
  if (!site) throw new Error('no site');
  const { sender } = mail;
  const { addresses } = ours;
  const answered = nature === 'person' && takesAutomaticAnswer(mail);
  return takeQuestion(relay, { mail: { ...mail, sender }, site, addresses, cut: arrival.cut, answered });
}

/** What a program sent about a case is a line in its log, for the staff; it is never answered (rule M3). */
async function takeAutomatic(
  relay: Relay,
  mail: ReadMail,
  nature: 'autoReply' | 'automatic' | 'bounce',
): Promise<Outcome> {
  const why = nature === 'automatic' ? 'automatic' : 'autoReply';
  const doc = await caseOfMail(relay, mail);
  if (!doc) return outside('ignored', why);
  const about = {
    messageId: mail.messageId ?? '',
    from: mail.sender?.address ?? '',
    subject: maskPersonalNumbers(mail.subject).text,
  };
  try {
    const by = { actor: { type: 'system' } as const, id: `auto-${mail.id.slice(0, 40)}` };
    const text = mail.text.slice(0, LIMITS.text);
    await relay.cases.execute(doc.number, { type: 'autoReply', text, mail: about }, by);
  } catch (error) {
    // Its log is full.
    if (!(error instanceof LotsaError) || error.answer.code !== 'case_closed') throw error;
  }
  return { state: 'taken', why, caseNumber: doc.number };
}

function ownMail({ context }: Pick<Relay, 'context'>, sites: ReadonlyMap<string, Site>): OurMail {
  const { publicUrl, mailFrom } = context.config;
  const addresses = [mailFrom ?? '', ...[...sites.values()].map(({ email }) => email)];
  return {
    host: new URL(publicUrl).hostname,
    addresses: new Set(addresses.filter(Boolean).map((each) => each.toLowerCase())),
  };
}

async function hasSentTooMany({ context }: Pick<Relay, 'context'>, sender: string): Promise<boolean> {
  const { storage, now } = context;
  const count = await storage.count('incomingMails', {
    index: 'bySender',
    equals: { sender },
    range: { field: 'takenAt', gt: now() - HOUR },
    limit: MOST_PER_SENDER,
  });
  return count >= MOST_PER_SENDER;
}

/** The site whose address it was sent to, or the first there is. */
function siteOf(
  { recipients }: Pick<ReadMail, 'recipients'>,
  sites: ReadonlyMap<string, Site>,
): Site | undefined {
  const all = [...sites.values()].filter(({ retired }) => !retired);
  return all.find(({ email }) => email && recipients.includes(email.toLowerCase())) ?? all[0];
}

/** What administrators can read of a mail that is in no case. */
function readableOf({ source }: Arrival, mail: ReadMail | null): Pick<IncomingMailDoc, 'subject' | 'text'> {
  const masked = (text: string): string => maskPersonalNumbers(text).text;
  // Of what is no mail, its beginning: letters and signs only.
  const text = mail ? mail.text : cleanText(source.subarray(0, 2_000).toString('latin1'));
  return { subject: masked(mail?.subject ?? ''), text: masked(text.slice(0, LIMITS.text)) };
}
