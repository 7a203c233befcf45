import * as v from 'valibot';
import type { Conversation, Handoff, Marks } from './conversation.ts';
import {
  type Agreement,
  Availability,
  AvailabilityReason,
  type CannedResponse,
  type Colleague,
  type Department,
  type Guide,
  type Question,
  type Role,
  type Site,
  type Topic,
} from './directory.ts';
import type { EService } from './e-service.ts';
import { type GuideAnswers, guideRequests } from './guide.ts';
import { type CaseAnswers, type CaseFacts, caseRequests, type Case } from './case.ts';
import { type SettingsAnswers, settingsRequests } from './settings.ts';
import { type AuditAnswers, auditRequests } from './audit.ts';
import { type RatingCommentAnswers, ratingCommentRequests } from './rating-comments.ts';
import { type StatisticsAnswers, statisticsRequests } from './statistics.ts';
import { type FeedbackAnswers, feedbackRequests } from './feedback.ts';
import { type RetentionAnswers, retentionRequests } from './retention.ts';
import { type SubjectAnswers, subjectRequests } from './subject.ts';
import { type IntegrationAnswers, integrationRequests } from './integrations.ts';
import { type RegistryAnswers, registryRequests } from './registry.ts';
import { type BanAnswers, banRequests } from './ban.ts';
import type { Board } from './board.ts';
import { type DigestAnswers, digestRequests } from './digest.ts';
import { type IncomingMailAnswers, incomingMailRequests } from './incoming-mail.ts';
import { type MailAnswers, mailRequests } from './mail.ts';
import * as LIMITS from './limits.ts';
import { Channel, ClosingClass, HandoffMode, type Message, Outcome } from './message.ts';
import { Contact, Id, Language, Seq, Slug, writtenText } from './primitives.ts';

const inConversation = { conversationId: Id };
/** Requests that change a conversation carry an id of their own: the id of the message they cause (rule D2). */
const change = { ...inConversation, id: Id };

/** The lists of the console. */
export const Box = v.picklist(['queue', 'mine', 'handoffs', 'all', 'closed']);
export type Box = v.InferOutput<typeof Box>;

/** What a console may ask of the relay, on the namespace `/staff`. Every request is acknowledged. */
export const staffRequests = {
  /** Everything a console starts from; joins the rooms of this user. */
  'console:open': v.object({}),
  /** `reason` says why one is busy or away; it takes one agent out, and closes nothing. */
  'availability:set': v.object({
    availability: Availability,
    reason: v.optional(v.nullable(v.pipe(AvailabilityReason, v.notValue('missedOffers'))), null),
  }),
  /** A page of a list, newest need first; `after` is the `next` of the page before. */
  'conversations:list': v.object({ box: Box, after: v.nullable(v.pipe(v.string(), v.maxLength(500))) }),
  /** What came after a sequence number (rule D4); joins the conversation's room. */
  'conversation:resume': v.object({ ...inConversation, after: Seq }),
  /** The same visitor's conversations before it, by token or e-mail, the latest first, and its cases: those this user may read. */
  'conversations:earlier': v.object(inConversation),
  /** Leaves the conversation's room. */
  'conversation:leave': v.object(inConversation),
  'conversation:claim': v.object(change),
  /** Says no to an offer; it goes on to the next agent. */
  'conversation:decline': v.object(change),
  /** Gives it to an agent: a manager any conversation, its owner its own. Capacity does not stop a person's word. */
  'conversation:assign': v.object({ ...change, userId: Slug }),
  /** Gives all conversations of this user to a colleague who is there, or with null to the queue: the shift ends. */
  'conversations:hand-over': v.object({ id: Id, userId: v.nullable(Slug) }),
  /** Gives it back to the front of the queue. */
  'conversation:release': v.object(change),
  /** `recordClass`: what it is as a public record; when left out, a part of its case or of little importance. */
  'conversation:close': v.object({
    ...change,
    outcome: Outcome,
    topicId: Slug,
    recordClass: v.optional(ClosingClass),
  }),
  /** `toUserId`: the colleague that a note is meant for; it is told. A manager's is a whisper, and is logged. */
  /** Marks it as secret, or takes the mark back; protected identity is always secret (rule P6). */
  'conversation:mark-secret': v.object({ ...change, secret: v.boolean(), protectedIdentity: v.boolean() }),
  /** Opens a secret conversation for a manager; the reason is logged, and stands in the conversation. */
  'conversation:break-glass': v.object({ ...change, reason: writtenText(LIMITS.reason) }),
  'message:send': v.object({
    ...change,
    kind: v.picklist(['text', 'note']),
    text: writtenText(LIMITS.text),
    toUserId: v.optional(v.nullable(Slug), null),
  }),
  'messages:mark': v.object({ ...inConversation, delivered: Seq, read: Seq }),
  'typing:set': v.object({ ...inConversation, typing: v.boolean() }),
  /** Registers a question by another channel that is over: the same records and statistics, in one request. */
  'contact:register': v.object({
    ...change,
    siteId: Slug,
    channel: v.pipe(Channel, v.notValue('chat')),
    language: Language,
    topicId: Slug,
    /** The topic's department when left out. */
    departmentId: v.optional(v.nullable(Slug), null),
    outcome: v.pipe(Outcome, v.notValue('abandoned')),
    note: v.nullable(writtenText(LIMITS.text)),
    /** What the case is, with the outcome `caseRegistered`. */
    case: v.optional(v.nullable(v.object({ kind: Slug, contact: v.nullable(Contact) })), null),
  }),
  /** The live board of the centre, told again when it changes; for managers. */
  'board:watch': v.object({}),
  'board:leave': v.object({}),
  'handoff:request': v.object({
    ...change,
    mode: HandoffMode,
    departmentId: Slug,
    userId: v.nullable(Slug),
    question: writtenText(LIMITS.question),
    reason: writtenText(LIMITS.reason),
    /** Asks whoever knows this topic or department best, instead of the department; the deadline is the department's. */
    skill: v.optional(v.nullable(Slug), null),
  }),
  /** A manager lets a third hand-off go (rule H6); `handoff:decline` says no to it. */
  'handoff:approve': v.object({ ...change, handoffId: Id }),
  'handoff:accept': v.object({ ...change, handoffId: Id }),
  'handoff:decline': v.object({ ...change, handoffId: Id, reason: writtenText(LIMITS.reason) }),
  'handoff:withdraw': v.object({ ...change, handoffId: Id }),
  /** The specialist is done. */
  'handoff:answer': v.object({ ...change, handoffId: Id }),
  ...caseRequests,
  ...mailRequests,
  ...incomingMailRequests,
  ...digestRequests,
  ...guideRequests,
  ...settingsRequests,
  ...banRequests,
  ...auditRequests,
  ...statisticsRequests,
  ...retentionRequests,
  ...subjectRequests,
  ...integrationRequests,
  ...feedbackRequests,
  ...ratingCommentRequests,
  ...registryRequests,
} as const;
export type StaffRequests = typeof staffRequests;

/** A conversation that changed, and the message that changed it. */
export interface Changed {
  conversation: Conversation;
  message: Message;
}

/** What the console's requests are answered with. */
export interface StaffAnswers
  extends
    CaseAnswers,
    SettingsAnswers,
    BanAnswers,
    AuditAnswers,
    GuideAnswers,
    MailAnswers,
    IncomingMailAnswers,
    DigestAnswers,
    StatisticsAnswers,
    RetentionAnswers,
    SubjectAnswers,
    IntegrationAnswers,
    FeedbackAnswers,
    RatingCommentAnswers,
    RegistryAnswers {
  'console:open': ConsoleSnapshot;
  'availability:set': null;
  'conversations:list': { conversations: ConversationEntry[]; next: string | null };
  'conversation:resume': StaffSnapshot;
  /** `cases`: those of the conversations and of the e-mail address; `byEmail`: ids and numbers known by the address alone. */
  'conversations:earlier': { conversations: Conversation[]; cases: Case[]; byEmail: string[] };
  'conversation:leave': null;
  'conversation:claim': Changed;
  'conversation:decline': Changed;
  'conversation:assign': Changed;
  /** How many were given. */
  'conversations:hand-over': { moved: number };
  'conversation:release': Changed;
  'conversation:close': Changed;
  'conversation:ban': Changed;
  'conversation:mark-secret': Changed;
  'conversation:break-glass': Changed;
  'message:send': Changed;
  'contact:register': Changed;
  'board:watch': Board;
  'board:leave': null;
  'messages:mark': null;
  'typing:set': null;
  /** `presentNow`: somebody who is asked has a console connected. It is asked all the same (rule H4). */
  'handoff:request': Changed & { presentNow: boolean };
  'handoff:approve': Changed;
  'handoff:accept': Changed;
  'handoff:decline': Changed;
  'handoff:withdraw': Changed;
  'handoff:answer': Changed;
}

/** A conversation in a list, with what is told of it besides its messages. */
export interface ConversationEntry {
  conversation: Conversation;
  marks: Marks;
  /** By when its case is promised an answer; null where it has none, or it has ended. */
  promisedAt: number | null;
}

/** A conversation with the messages that were asked for, in order. */
export interface StaffSnapshot extends ConversationEntry {
  messages: Message[];
  /** There are more after these; ask again after the last one. */
  more: boolean;
}

/** Who is signed in. */
export interface Me {
  id: string;
  name: string;
  role: Role;
  departmentIds: string[];
  languages: string[];
  skills: string[];
  availability: Availability;
  availabilityReason: AvailabilityReason | null;
  capacity: number;
}

/** What a console starts from. */
export interface ConsoleSnapshot {
  me: Me;
  sites: Site[];
  departments: Department[];
  topics: Topic[];
  agreements: Agreement[];
  colleagues: Colleague[];
  cannedResponses: CannedResponse[];
  guides: Guide[];
  questions: Question[];
  eServices: EService[];
}

/** What the relay tells a console. */
export interface StaffFacts extends CaseFacts {
  /** To everybody who has the conversation open. */
  'message:sent': Message;
  /** To everybody whose lists it stands in, or stood in before: the conversation as it is now. */
  'conversation:changed': { conversation: Conversation };
  /** The same, of several to the centre's lists together: what texts made of them within half a second. */
  'conversations:changed': { conversations: Conversation[] };
  /** To everybody in whose lists it stands: by when its case is promised an answer now; null when that has ended. */
  'conversation:promised': { conversationId: string; promisedAt: number | null };
  /** A hand-off that concerns this user was requested or has ended; for the notice. */
  'handoff:changed': { conversationId: string; handoff: Handoff };
  /** A colleague wrote a note for this user; what it says is in the conversation. */
  'note:addressed': { conversationId: string; name: string };
  /** To those who watch the board. */
  'board:changed': Board;
  'marks:raised': { conversationId: string; marks: Marks };
  /** Somebody else is writing. `name` is null for the visitor. */
  'typing:changed': { conversationId: string; name: string | null; typing: boolean };
  'colleague:changed': Colleague;
  /** Something was set up anew: fetch what a console starts from again. */
  'settings:changed': Record<string, never>;
  /** The session has ended: signed out elsewhere, or run out. */
  'session:ended': Record<string, never>;
  'relay:draining': { retryAfterMs: number };
}
