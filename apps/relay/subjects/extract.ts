import { languageName } from '@lotsa/core';
import type { Message, SubjectRequest } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import { everyMessage } from '../every-message.ts';
import { renderPage } from '../pages/render.ts';
import { foundOf } from './find.ts';
import { isSecretDoc, type SubjectDocs, type SubjectRelay } from './records.ts';
import {
  CasePage,
  ConversationPage,
  EXPORT_CSS,
  type ExportTongue,
  OverviewPage,
} from '../pages/extract-pages.tsx';
import { exportWords } from '../pages/words/extract.ts';

/** A file of an extract. */
export interface ExtractFile {
  name: string;
  bytes: Uint8Array;
}

/** Entries of the audit log about what a member of the staff did: the latest. */
const AUDIT_ENTRIES = 1_000;

/**
 * A person's data as files (GDPR art. 15, rule S3), one after the other: an overview that says why and for how long, each record as a page
 * to read and as JSON, its files, and what else there is. Nothing that is secret is in it, and no key to anything.
 */
export async function* extractOf(
  relay: SubjectRelay,
  request: SubjectRequest,
  docs: SubjectDocs,
): AsyncGenerator<ExtractFile> {
  const { storage, now } = relay.context;
  const tongue = await tongueOf(relay, request.language);
  const found = await foundOf(relay, docs);
  const rules = await everyDocument(storage, 'retentionRules');
  yield text('index.html', renderPage(OverviewPage({ tongue, request, found, rules, made: now() })));
  yield text('style.css', EXPORT_CSS);
  for (const record of docs.records) {
    if (isSecretDoc(record)) continue;
    if (record.type === 'case') {
      const { keyHashes: _keys, ...doc } = record.doc;
      const name = `records/case-${doc.number}`;
      yield text(`${name}.html`, renderPage(CasePage({ tongue, doc: record.doc })));
      yield json(`${name}.json`, doc);
      for (const { event } of doc.log) {
        if (event.type === 'received') yield* filesOf(relay, event.opening.files);
        if (event.type === 'supplemented') yield* filesOf(relay, event.files);
      }
      continue;
    }
    const { doc } = record;
    const messages: Message[] = [];
    for await (const some of everyMessage(storage, doc.id)) messages.push(...some);
    const rating = await storage.get('ratings', doc.id);
    const name = `records/conversation-${doc.id}`;
    yield text(`${name}.html`, renderPage(ConversationPage({ tongue, doc, messages, rating })));
    yield json(`${name}.json`, { conversation: doc, messages, rating: rating ?? null });
    yield* filesOf(
      relay,
      messages.flatMap((message) => (message.kind === 'file' ? [message.file] : [])),
    );
  }
  yield json('mails.json', { sent: found.mails, received: found.incoming });
  for (const user of docs.users) yield json(`staff/${user.id}.json`, await staffData(relay, user));
}

async function* filesOf(
  { files }: SubjectRelay,
  refs: readonly { id: string }[],
): AsyncGenerator<ExtractFile> {
  for (const { id } of refs) {
    const bytes = await wholeFile(files.bytes(id));
    if (bytes) yield { name: `files/${id}`, bytes };
  }
}

/** Null where it is gone: what is left of it is what the record says. */
async function wholeFile(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of stream) parts.push(part);
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}

/** What is stored of a member of the staff, without what it signs in by. */
async function staffData({ context: { storage } }: SubjectRelay, user: UserDoc): Promise<object> {
  const { passwordHash: _password, ...doc } = user;
  const sessions = await storage.find('sessions', {
    index: 'bySubject',
    equals: { kind: 'staff', subjectId: user.id },
    limit: 100,
  });
  const audit = await storage.find('audit', {
    index: 'byActor',
    equals: { actorId: user.id },
    order: 'desc',
    limit: AUDIT_ENTRIES,
  });
  return {
    user: doc,
    sessions: sessions.docs.map(({ createdAt, expiresAt, seenAt, how, device }) => ({
      createdAt,
      expiresAt,
      seenAt,
      how,
      device,
    })),
    // What it was done to, and why, may be about others.
    audit: audit.docs.map(({ at, action }) => ({ at, action })),
  };
}

async function tongueOf({ directory }: SubjectRelay, language: 'sv' | 'en'): Promise<ExportTongue> {
  const { topics, departments } = await directory();
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  });
  const say = (name: { sv: string } & Record<string, string>): string => name[language] ?? name.sv;
  return {
    words: exportWords(language),
    when: (at) => format.format(at),
    topic: (id) => {
      const found = topics.get(id ?? '');
      return found ? say(found.name) : '';
    },
    department: (id) => {
      const found = departments.get(id ?? '');
      return found ? say(found.name) : '';
    },
    language: (tag) => languageName(tag, language),
  };
}

const text = (name: string, content: string): ExtractFile => ({ name, bytes: Buffer.from(content) });
const json = (name: string, content: unknown): ExtractFile => text(name, JSON.stringify(content, null, 2));
