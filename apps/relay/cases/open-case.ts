import { createHash } from 'node:crypto';
import {
  type Actor,
  addWorkingDays,
  agreementOf,
  caseTypeOf,
  maskPersonalNumbers,
  submittedCase,
} from '@lotsa/core';
import {
  type Answers,
  type Conversation,
  fail,
  type FileRef,
  type Form,
  type Identity,
  type Site,
  type StaffRef,
  type Submitted,
} from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { mailCaseReceived } from './case-mail.ts';
import { caseUrl } from './case-url.ts';
import { isSecret } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';

/** Working days until an answer of the contact centre itself, which has no agreement with anybody. */
const CENTRE_REPLY_WORKDAYS = 2;

/** Where a case comes from. */
export type CaseSource =
  | {
      from: 'form';
      form: Form;
      language: string;
      value: Answers;
      files: FileRef[];
      /** The sender's id, and a digest of all that it sent: together they are one case (rule D2). */
      id: string;
      identity: Identity | null;
      digest: string;
    }
  | ({ from: 'conversation'; topicId: string | null; actor: Actor } & ConversationCase);

/** A conversation that becomes a case, and what is decided about it. */
export interface ConversationCase {
  conversation: Pick<
    Conversation,
    'id' | 'siteId' | 'language' | 'topicId' | 'departmentId' | 'contact' | 'secret' | 'caseNumber'
  >;
  /** The id of its type; a question when left out. */
  kind?: string | undefined;
  /** Another department than the conversation's. */
  departmentId?: string | null | undefined;
  owner?: StaffRef | undefined;
  handler?: StaffRef | undefined;
  summary?: string | undefined;
  /** The hand-off that becomes it. */
  handoffId?: string | undefined;
}

/** The last promise that is made for a case that comes now: the department's agreed time, at the site's hours (rule O6). */
export async function promisedDate(
  relay: Relay,
  site: Site,
  departmentId: string | null,
  about: { kind: string; topicId: string | null },
  workdays?: number,
): Promise<number> {
  const { departments, agreements, caseTypes } = await relay.directory();
  const department = departments.get(departmentId ?? '');
  const agreed = agreementOf(agreements.values(), departmentId, about.topicId)?.replyWorkdays;
  const ofType = caseTypeOf(caseTypes, about.kind).replyWorkdays;
  const days = workdays ?? ofType ?? agreed ?? department?.replyWorkdays ?? CENTRE_REPLY_WORKDAYS;
  return addWorkingDays(department?.hours ?? site.hours, relay.context.now(), days);
}

/** Opens a case from a form that was sent. The secret follows from what was sent, so that a retry gets the same one. */
export async function openFormCase(
  relay: Relay,
  site: Site,
  source: Extract<CaseSource, { from: 'form' }>,
): Promise<Submitted> {
  const { form, language, value, files, id, digest, identity } = source;
  const { departments, caseTypes } = await relay.directory();
  const { title, departmentId, contact, answers } = submittedCase(form, value, departments);
  const derive = (use: string): Buffer =>
    createHash('sha256').update(`${use}\n${site.id}\n${id}\n${digest}`).digest();
  const key = derive('key').toString('base64url');
  const doc = await relay.cases.open(
    `form:${derive('case').toString('hex')}`,
    site,
    {
      kind: form.kind,
      title,
      language,
      formId: form.id,
      conversationId: null,
      topicId: form.topicId,
      departmentId,
      contact,
      ...(identity ? { identity } : {}),
      secret: isSecret(departments.get(departmentId ?? '')),
      promisedAt: await promisedDate(relay, site, departmentId, form, form.replyWorkdays),
      answers,
      files,
      ...(caseTypeOf(caseTypes, form.kind).front ? { front: true } : {}),
    },
    { actor: { type: 'visitor', visitorId: '' }, id: 'received-by-form', key },
  );
  await relay.files.attach(files, { type: 'case', id: doc.id });
  await mailCaseReceived(relay, doc, key);
  const { number, promisedAt } = doc;
  const url = caseUrl(number, key);
  return { number, key, url, promisedAt, departmentId: doc.departmentId || null };
}

/**
 * Makes a case of a conversation and tells its visitor, so that the question goes on when the conversation has ended
 * (rule O2). A conversation becomes one case, however often it is asked for.
 */
export async function openConversationCase(
  relay: Relay,
  source: Omit<Extract<CaseSource, { from: 'conversation' }>, 'from'>,
): Promise<CaseDoc> {
  const { conversation, actor, handoffId } = source;
  const doc = await caseOfConversation(relay, source);
  if (conversation.caseNumber) return doc;
  await relay.conversations.execute(
    conversation.id,
    {
      type: 'openCase',
      number: doc.number,
      departmentId: doc.departmentId || null,
      promisedAt: doc.promisedAt,
      ...(handoffId === undefined ? {} : { handoffId }),
    },
    { actor, id: `case-${conversation.id.slice(0, 58)}` },
  );
  return doc;
}

/** The case of a conversation, opened where there is none; nobody is told but those who list cases. */
export async function caseOfConversation(
  relay: Relay,
  { conversation, topicId, actor, ...of }: Omit<Extract<CaseSource, { from: 'conversation' }>, 'from'>,
): Promise<CaseDoc> {
  const { sites, topics, departments, caseTypes } = await relay.directory();
  const site = sites.get(conversation.siteId);
  if (!site) throw fail('not_found', {});
  const topic = topics.get(topicId ?? conversation.topicId ?? site.defaultTopicId);
  const departmentId = of.departmentId ?? conversation.departmentId ?? topic?.departmentId ?? null;
  const type = caseTypeOf(caseTypes, of.kind ?? 'question');
  const doc = await relay.cases.open(
    caseIdOf(conversation),
    site,
    {
      kind: type.id,
      title: topic?.name ?? { sv: 'Fråga', en: 'Question' },
      language: conversation.language,
      formId: null,
      conversationId: conversation.id,
      topicId: topic?.id ?? null,
      departmentId,
      contact: conversation.contact,
      secret: conversation.secret || isSecret(departments.get(departmentId ?? '')),
      promisedAt: await promisedDate(relay, site, departmentId, {
        kind: type.id,
        topicId: topic?.id ?? null,
      }),
      answers: [],
      files: [],
      ...(type.front ? { front: true } : {}),
      ...(of.owner ? { owner: of.owner } : {}),
      ...(of.handler ? { handler: of.handler } : {}),
      ...(of.summary === undefined ? {} : { summary: maskPersonalNumbers(of.summary).text }),
    },
    { actor, id: 'received-in-chat' },
  );
  await mailCaseReceived(relay, doc);
  return doc;
}

/** The case that a conversation becomes has an id made of the conversation's. */
export const caseIdOf = ({ id }: Pick<Conversation, 'id'>): string => `conversation:${id}`;
