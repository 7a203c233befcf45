import { recordId, type SubjectTerm, subjectTermOf } from '@lotsa/core';
import {
  fail,
  type FoundBy,
  type FoundMail,
  type FoundUser,
  LIMITS,
  type SubjectFound,
} from '@lotsa/protocol';
import type { CaseDoc, ConversationDoc, IncomingMailDoc, MailDoc, UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import { tokenId } from '../tokens.ts';
import { judgeOf } from './judge.ts';
import { type FoundDoc, refOf, type SubjectDocs, type SubjectRelay } from './records.ts';

/** What was written to look for, as it is compared. @throws LotsaError naming the one that is nothing to look by. */
export function termsOf(written: readonly string[]): SubjectTerm[] {
  return written.map((text, at) => {
    const term = subjectTermOf(text);
    if (!term) throw fail('invalid_payload', { field: `terms.${at}`, rule: 'subject_term' });
    return term;
  });
}

/**
 * Finds everything about a person (rule S2), by declared indexes: what its e-mail address, phone number, case or browser leads to, and
 * from there the other questions of the same browser, the cases of conversations and the other way round.
 * @param words also looks among what was asked and answered, which is found by its words.
 */
export async function findDocs(
  relay: SubjectRelay,
  written: readonly string[],
  words: string | null,
): Promise<SubjectDocs> {
  const { storage } = relay.context;
  const found = new Map<string, FoundDoc>();
  const mails = new Map<string, MailDoc>();
  const visitorIds = new Set<string>();
  const incoming: IncomingMailDoc[] = [];
  const users: UserDoc[] = [];
  let more = false;
  const limit = LIMITS.subjectRecords;
  const all = <Doc>({ docs, next }: { docs: Doc[]; next: string | null }): Doc[] => {
    more ||= next !== null;
    return docs;
  };
  const add = (one: FoundDoc): void => {
    const id = recordId(refOf(one));
    if (found.has(id)) return;
    if (found.size >= limit) more = true;
    else found.set(id, one);
  };
  const addConversations = (docs: ConversationDoc[], by: FoundBy): void => {
    for (const doc of docs) add({ type: 'conversation', doc, by });
  };
  const addCases = (docs: CaseDoc[], by: FoundBy): void => {
    for (const doc of docs) add({ type: 'case', doc, by });
  };
  const caseByNumber = async (number: string, by: FoundBy): Promise<void> => {
    const doc = await relay.cases.byNumber(number);
    if (doc) addCases([doc], by);
  };
  const conversationById = async (id: string, by: FoundBy): Promise<void> => {
    const doc = await storage.get('conversations', id);
    if (doc) addConversations([doc], by);
  };

  const allUsers = await everyDocument(storage, 'users');
  const addUsers = (is: (user: UserDoc) => boolean): void => {
    for (const user of allUsers) if (is(user) && !users.includes(user)) users.push(user);
  };

  for (const { type, value } of termsOf(written)) {
    switch (type) {
      case 'email': {
        const equals = { contactEmail: value };
        addConversations(all(await storage.find('conversations', { index: 'byEmail', equals, limit })), type);
        addCases(all(await storage.find('cases', { index: 'byEmail', equals, limit })), type);
        const to = { index: 'byRecipient', equals: { recipient: value }, limit } as const;
        for (const mail of all(await storage.find('mails', to))) mails.set(mail.id, mail);
        const from = { index: 'bySender', equals: { sender: value }, limit } as const;
        incoming.push(...all(await storage.find('incomingMails', from)));
        addUsers(({ email }) => email.trim().normalize('NFC').toLowerCase() === value);
        break;
      }
      case 'phone': {
        const equals = { contactPhone: value };
        addConversations(all(await storage.find('conversations', { index: 'byPhone', equals, limit })), type);
        addCases(all(await storage.find('cases', { index: 'byPhone', equals, limit })), type);
        break;
      }
      case 'case':
        await caseByNumber(value, type);
        break;
      case 'key': {
        await conversationById(value, type);
        const session = await storage.get('sessions', tokenId(value));
        if (session?.kind === 'visitor') visitorIds.add(session.subjectId);
        visitorIds.add(value);
        addUsers(({ id }) => id === value);
      }
    }
  }
  if (words !== null) {
    const index = await relay.knowledge.index();
    const groups = index.groupsOf(words, 'sv').filter((group) => group.length > 0);
    const passages = groups.length === 0 ? [] : await storage.search(groups, LIMITS.pageList);
    for (const { of, subject } of passages)
      await (of === 'case' ? caseByNumber(subject, 'text') : conversationById(subject, 'text'));
  }

  // A browser that was once the person's: everything it asked. What was found by words alone leads nowhere.
  for (const { type, doc, by } of found.values())
    if (type === 'conversation' && by !== 'text' && doc.visitorId !== '') visitorIds.add(doc.visitorId);
  for (const visitorId of visitorIds) {
    const equals = { visitorId };
    addConversations(
      all(await storage.find('conversations', { index: 'byVisitor', equals, limit })),
      'visitor',
    );
  }
  for (const one of Array.from(found.values())) {
    if (one.by === 'text') continue;
    if (one.type === 'conversation' && one.doc.caseNumber !== null)
      await caseByNumber(one.doc.caseNumber, 'linked');
    if (one.type === 'case' && one.doc.conversationId !== null)
      await conversationById(one.doc.conversationId, 'linked');
  }
  return {
    records: [...found.values()],
    mails: [...mails.values()],
    incoming,
    users,
    visitorIds: [...visitorIds],
    more,
  };
}

/** What the officer is shown of it: of what is secret only that it exists, and whom to ask. */
export async function foundOf(relay: SubjectRelay, docs: SubjectDocs): Promise<SubjectFound> {
  const { storage } = relay.context;
  const { topics } = await relay.directory();
  const judge = await judgeOf(relay);
  const hidden = new Map<string | null, { conversations: number; cases: number }>();
  const records: SubjectFound['records'] = [];
  for (const found of docs.records) {
    const { type, doc, by } = found;
    const departmentId =
      type === 'case' ? doc.departmentId || null : (doc.ownerDepartmentId ?? doc.departmentId);
    if (doc.secret) {
      const count = hidden.get(departmentId) ?? { conversations: 0, cases: 0 };
      count[type === 'case' ? 'cases' : 'conversations'] += 1;
      hidden.set(departmentId, count);
      continue;
    }
    const verdict = await judge(found);
    records.push({
      of: refOf(found),
      by,
      at: type === 'case' ? doc.receivedAt : doc.startedAt,
      title: type === 'case' ? doc.title.sv : (topics.get(doc.topicId ?? '')?.name.sv ?? ''),
      excerpt: type === 'case' ? doc.excerpt : doc.excerpt.text,
      siteId: doc.siteId,
      departmentId,
      contact: doc.contact,
      open: doc.open === 1,
      recordClass: type === 'case' ? null : doc.recordClass,
      rated: type === 'conversation' && (await storage.get('ratings', doc.id)) !== undefined,
      kept: verdict.may ? null : verdict.kept,
      keptUntil: verdict.may ? null : verdict.until,
    });
  }
  const bans = await Promise.all(docs.visitorIds.map((id) => storage.get('bans', id)));
  const sessions = await Promise.all(
    docs.visitorIds.map((subjectId) =>
      storage.count('sessions', { index: 'bySubject', equals: { kind: 'visitor', subjectId }, limit: 50 }),
    ),
  );
  return {
    records: records.toSorted((a, b) => b.at - a.at),
    protected: [...hidden].map(([departmentId, counts]) => ({ departmentId, ...counts })),
    mails: docs.mails.map(mailOf),
    incoming: docs.incoming.map(({ id, caseNumber, receivedAt: at }) => ({ id, caseNumber, at })),
    users: await Promise.all(docs.users.map((user) => userOf(relay, user))),
    bans: bans.flatMap((ban) => (ban ? [{ until: ban.until, at: ban.at }] : [])),
    tokens: sessions.reduce((sum, n) => sum + n, 0),
    more: docs.more,
  };
}

const mailOf = ({ id, kind, state, createdAt: at }: MailDoc): FoundMail => ({ id, kind, state, at });

async function userOf(
  { context: { storage } }: SubjectRelay,
  { id, name, email, role, active }: UserDoc,
): Promise<FoundUser> {
  const limit = LIMITS.subjectCount;
  const [auditEntries, conversations, cases, sessions] = await Promise.all([
    storage.count('audit', { index: 'byActor', equals: { actorId: id }, limit }),
    storage.count('conversations', { index: 'byOwner', equals: { ownerId: id }, limit }),
    storage.count('cases', { index: 'byOwner', equals: { ownerId: id }, limit }),
    storage.count('sessions', { index: 'bySubject', equals: { kind: 'staff', subjectId: id }, limit }),
  ]);
  return { id, name, email, role, active, auditEntries, conversations, cases, sessions };
}
