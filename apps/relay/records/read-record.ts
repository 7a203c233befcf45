import { evolve, evolveCase, languageName, messageWithoutContact } from '@lotsa/core';
import { createHash } from 'node:crypto';
import {
  type Case,
  type CaseEntry,
  type Contact,
  type Conversation,
  fail,
  type FileRef,
  type Identity,
  type Message,
  type RecordDocument,
  type RecordEntry,
  type RecordFact,
  type RecordFile,
  type RecordRef,
} from '@lotsa/protocol';
import { everyMessage } from '../every-message.ts';
import type { Relay } from '../sockets/relay.ts';
import {
  caseEventWords,
  contactWords,
  conversationEventWords,
  identityWords,
  type Names,
} from './event-words.ts';
import { CHANNELS, CLASSES, OUTCOMES, STATUSES, when } from './words.ts';

/** A record as it is kept, with what its document is made of. */
export type KeptRecord =
  | { type: 'conversation'; conversation: Conversation; messages: Message[] }
  | { type: 'case'; case: Case; log: CaseEntry[] };

type RecordRelay = Pick<Relay, 'context' | 'conversations' | 'cases' | 'files' | 'directory'>;

/**
 * Reads a whole record. `hideContact` leaves out how to reach a visitor under protected identity (rule P6).
 * @throws LotsaError `not_found`.
 */
export async function keptRecord(
  relay: RecordRelay,
  of: RecordRef,
  hideContact: boolean,
): Promise<KeptRecord> {
  if (of.type === 'case') {
    const doc = await relay.cases.byNumber(of.id);
    if (!doc) throw fail('not_found', {});
    const { log, keyHashes: _keyHashes, ...it } = doc;
    return { type: 'case', case: it, log };
  }
  const conversation = await relay.conversations.load(of.id);
  if (!conversation) throw fail('not_found', {});
  const messages: Message[] = [];
  for await (const some of everyMessage(relay.context.storage, of.id))
    for (const message of some) messages.push(hideContact ? messageWithoutContact(message) : message);
  if (!hideContact) return { type: 'conversation', conversation, messages };
  const { facts: _facts, ...rest } = conversation;
  return { type: 'conversation', conversation: { ...rest, contact: null, contactEmail: null }, messages };
}

/** The files of a record in their order, each with the place that it came with. */
export const filesOf = (kept: KeptRecord): { seq: number; file: FileRef }[] =>
  kept.type === 'conversation'
    ? kept.messages.flatMap((message) =>
        message.kind === 'file' ? [{ seq: message.seq, file: message.file }] : [],
      )
    : kept.log.flatMap(({ seq, event }) => {
        if (event.type === 'received') return event.opening.files.map((file) => ({ seq, file }));
        return event.type === 'supplemented' ? event.files.map((file) => ({ seq, file })) : [];
      });

/** SHA-256 of a file; null where its bytes are gone. */
async function checksumOf(relay: Pick<Relay, 'files'>, id: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of relay.files.bytes(id)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

/** The document of a record as it was at a place in it: what stands in the diary, and what is given out. */
export async function documentOf(
  relay: RecordRelay,
  kept: KeptRecord,
  upTo = Number.POSITIVE_INFINITY,
): Promise<RecordDocument> {
  const { departments, topics, sites } = await relay.directory();
  const names: Names = {
    department: (id) => (id ? (departments.get(id)?.name.sv ?? id) : 'Kontaktcenter'),
    topic: (id) => (id ? (topics.get(id)?.name.sv ?? id) : 'Inget ämne'),
  };
  const files: RecordFile[] = [];
  for (const { seq, file } of filesOf(kept))
    if (seq <= upTo) {
      const { id, name, type, size } = file;
      files.push({ id, seq, name, type, size, sha256: await checksumOf(relay, id) });
    }
  if (kept.type === 'case') {
    const log = kept.log.filter(({ seq }) => seq <= upTo);
    const then = log.reduce<Case | undefined>((it, entry) => evolveCase(it, kept.case.id, entry), undefined);
    if (!then) throw fail('not_found', {});
    return {
      of: { type: 'case', id: kept.case.number },
      seq: log.at(-1)?.seq ?? 0,
      facts: caseFacts(then, names, sites.get(kept.case.siteId)?.name.sv),
      entries: log.map((entry) => caseEntry(entry, names)),
      files,
    };
  }
  const messages = kept.messages.filter(({ seq }) => seq <= upTo);
  const then = messages.reduce<Conversation | undefined>(evolve, undefined);
  if (!then) throw fail('not_found', {});
  return {
    of: { type: 'conversation', id: kept.conversation.id },
    seq: messages.at(-1)?.seq ?? 0,
    facts: conversationFacts(then, names, sites.get(kept.conversation.siteId)?.name.sv),
    entries: messages.map((message) => conversationEntry(message, names)),
    files,
  };
}

const fact = (id: string, label: string, text: string | null | undefined): RecordFact[] =>
  text ? [{ id, label, text }] : [];

const sender = (contact: Contact | null, identity: Identity | undefined): string =>
  [identity && `${identityWords(identity)} (verifierad)`, contact && contactWords(contact)]
    .filter(Boolean)
    .join(', ') || 'Okänd';

/** Date, number, sender and subject first, as the law has them (OSL 5 kap. 2 §). */
function conversationFacts(c: Conversation, names: Names, site: string | undefined): RecordFact[] {
  return [
    ...fact('diary', 'Diarienummer', c.diaryNumber),
    ...fact('number', 'Beteckning', c.id),
    ...fact('received', 'Inkom', when(c.startedAt)),
    ...fact(
      'sender',
      'Avsändare',
      c.protectedIdentity && !c.contact ? 'Skyddade personuppgifter' : sender(c.contact, c.identity),
    ),
    ...fact('subject', 'Rör', names.topic(c.topicId)),
    ...fact('site', 'Webbplats', site),
    ...fact('channel', 'Kanal', CHANNELS[c.channel]),
    ...fact('department', 'Förvaltning', names.department(c.ownerDepartmentId ?? c.departmentId)),
    ...fact('owner', 'Ägare', c.owner?.name),
    ...fact('ended', 'Avslutat', c.closedAt === null ? null : when(c.closedAt)),
    ...fact('outcome', 'Utfall', c.outcome && OUTCOMES[c.outcome]),
    ...fact('class', 'Klass', CLASSES[c.recordClass]),
    ...fact('case', 'Ärende', c.caseNumber),
    ...fact('language', 'Språk', languageName(c.language, 'sv')),
    ...fact('page', 'Sida', c.page),
    ...fact('secrecy', 'Sekretess', c.secret ? 'Sekretessmarkerad' : null),
    ...Object.entries(c.facts ?? {}).flatMap(([name, value], place) =>
      fact(`page-${place}`, `Sidan uppgav: ${name}`, value),
    ),
  ];
}

function caseFacts(it: Case, names: Names, site: string | undefined): RecordFact[] {
  return [
    ...fact('diary', 'Diarienummer', it.diaryNumber),
    ...fact('number', 'Beteckning', it.number),
    ...fact('received', 'Inkom', when(it.receivedAt)),
    ...fact('sender', 'Avsändare', sender(it.contact, it.identity)),
    ...fact('subject', 'Rör', it.title.sv),
    ...fact('site', 'Webbplats', site),
    ...fact('department', 'Förvaltning', names.department(it.departmentId || null)),
    ...fact('owner', 'Ägare', it.owner?.name),
    ...fact('handler', 'Handläggare', it.handler?.name),
    ...fact('status', 'Status', STATUSES[it.status]),
    ...fact('ended', 'Avslutat', it.closedAt === null ? null : when(it.closedAt)),
    ...fact('conversation', 'Samtal', it.conversationId),
    ...fact('language', 'Språk', languageName(it.language, 'sv')),
    ...fact('secrecy', 'Sekretess', it.secret ? 'Sekretessmarkerat' : null),
  ];
}

const authorOf = ({ author }: Pick<Message, 'author'>): string =>
  author.type === 'staff' ? author.name : author.type === 'visitor' ? 'Besökaren' : 'Lotsa';

function conversationEntry(message: Message, names: Names): RecordEntry {
  const { seq, at, audience } = message;
  const base = { seq, at, author: authorOf(message), internal: audience === 'staff' };
  switch (message.kind) {
    case 'text':
      return { ...base, what: 'Meddelande', text: message.text };
    case 'file':
      return { ...base, what: 'Fil', text: message.file.alt ?? '' };
    case 'note':
      return { ...base, what: 'Intern anteckning', text: message.text };
    case 'event':
      return { ...base, what: 'Händelse', text: conversationEventWords(message.event, names) };
  }
}

function caseEntry(entry: CaseEntry, names: Names): RecordEntry {
  const { seq, at, event, audience } = entry;
  const what = {
    received: 'Inkommet',
    supplemented: 'Komplettering',
    answered: 'Svar',
    noted: 'Intern anteckning',
  };
  return {
    seq,
    at,
    author: authorOf(entry),
    what: event.type in what ? what[event.type as keyof typeof what] : 'Händelse',
    text: caseEventWords(event, names),
    internal: audience === 'staff',
  };
}
