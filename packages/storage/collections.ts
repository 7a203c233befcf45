import type {
  Agreement,
  AuditEntry,
  Ban,
  Banner,
  CannedResponse,
  CaseTemplate,
  CaseType,
  Department,
  EService,
  Form,
  Guide,
  LegalHold,
  Message,
  Question,
  Registration,
  Release,
  RetentionLogEntry,
  RetentionRule,
  Site,
  SubjectRequest,
  SynonymList,
  Topic,
} from '@lotsa/protocol';
import type { CaseDoc, FileDoc } from './case-docs.ts';
import type { BrokenGlassDoc, ConversationDoc, HandoffDoc, RatingDoc } from './conversation-docs.ts';
import type { CounterDoc, LeaseDoc } from './coordination-docs.ts';
import type { IncomingMailDoc, MailboxDoc } from './incoming-mail-doc.ts';
import type {
  GuideDraftDoc,
  GuideVersionDoc,
  HelpCountDoc,
  PassageDoc,
  SearchMissDoc,
} from './knowledge-docs.ts';
import type { ApiKeyDoc, HandoverDoc, WebhookDeliveryDoc, WebhookDoc } from './integration-docs.ts';
import type { MailDoc } from './mail-doc.ts';
import type { FactorsDoc, IdentitySecretDoc, SessionDoc, SignInPolicyDoc } from './sign-in-docs.ts';
import type { UserDoc } from './staff-docs.ts';
import type {
  DepartmentMonthDoc,
  FeedbackSettingsDoc,
  SurveyAnswerDoc,
  SurveyRoundDoc,
  SurveyTicketDoc,
  WebGapDoc,
} from './feedback-docs.ts';
import type { PresenceDayDoc, StatDayDoc, StatSettingsDoc } from './statistics-docs.ts';

export type * from './case-docs.ts';
export type * from './conversation-docs.ts';
export type * from './coordination-docs.ts';
export type * from './incoming-mail-doc.ts';
export type * from './integration-docs.ts';
export type * from './feedback-docs.ts';
export type * from './knowledge-docs.ts';
export type * from './mail-doc.ts';
export type * from './sign-in-docs.ts';
export type * from './staff-docs.ts';
export type * from './statistics-docs.ts';

export type AuditDoc = AuditEntry;

/** The documents of each collection. */
export interface Documents {
  sites: Site;
  departments: Department;
  topics: Topic;
  agreements: Agreement;
  banners: Banner;
  users: UserDoc;
  sessions: SessionDoc;
  conversations: ConversationDoc;
  /** The document id is `conversationId:seq`; {@link Message.id} is its sender's. */
  messages: Message;
  handoffs: HandoffDoc;
  guides: Guide;
  questions: Question;
  cannedResponses: CannedResponse;
  ratings: RatingDoc;
  forms: Form;
  cases: CaseDoc;
  caseTypes: CaseType;
  caseTemplates: CaseTemplate;
  counters: CounterDoc;
  files: FileDoc;
  leases: LeaseDoc;
  passages: PassageDoc;
  guideDrafts: GuideDraftDoc;
  guideVersions: GuideVersionDoc;
  synonyms: SynonymList;
  helpCounts: HelpCountDoc;
  searchMisses: SearchMissDoc;
  audit: AuditDoc;
  /** Those that last; what has ended is in its conversation and in the audit log. */
  bans: Ban;
  brokenGlass: BrokenGlassDoc;
  mails: MailDoc;
  incomingMails: IncomingMailDoc;
  mailboxes: MailboxDoc;
  statDays: StatDayDoc;
  presenceDays: PresenceDayDoc;
  statSettings: StatSettingsDoc;
  factors: FactorsDoc;
  signInPolicy: SignInPolicyDoc;
  identitySecrets: IdentitySecretDoc;
  retentionRules: RetentionRule;
  /** What was erased by which decision; kept (rule P4). */
  retentionLog: RetentionLogEntry;
  legalHolds: LegalHold;
  registrations: Registration;
  eServices: EService;
  /** What people asked for about their own data, and what became of it (rule S1). */
  subjectRequests: SubjectRequest;
  webhooks: WebhookDoc;
  webhookDeliveries: WebhookDeliveryDoc;
  apiKeys: ApiKeyDoc;
  handovers: HandoverDoc;
  webGaps: WebGapDoc;
  departmentMonths: DepartmentMonthDoc;
  feedbackSettings: FeedbackSettingsDoc;
  surveyRounds: SurveyRoundDoc;
  /** Who may still answer; gone when the round is over. */
  surveyTickets: SurveyTicketDoc;
  surveyAnswers: SurveyAnswerDoc;
  /** What was given out of records, with what was blacked out and by which law; kept. */
  releases: Release;
}
export type CollectionName = keyof Documents;

/**
 * The indexes of each collection: the fields that a query names, in order. Every query goes by one of these; the
 * document id ends each, so that every order is total. `messages` are only written by `append`, which keeps
 * (conversationId, seq) and (conversationId, id) unique.
 */
export const INDEXES = {
  sites: { all: [] },
  departments: { all: [] },
  topics: { all: [] },
  agreements: { all: [] },
  banners: { all: [] },
  users: { all: [], byPresence: ['presentUntil'] },
  sessions: { bySubject: ['kind', 'subjectId'], byExpiry: ['expiresAt'], byKind: ['kind', 'seenAt'] },
  conversations: {
    /** The queue of a site: `status` queued, then longest waiting first. */
    byQueue: ['siteId', 'status', 'priority', 'waitingSince'],
    /** The queue of all sites. */
    byWaiting: ['status', 'priority', 'waitingSince'],
    byOwner: ['ownerId', 'open', 'lastAt'],
    byVisitor: ['visitorId', 'startedAt'],
    byEmail: ['contactEmail', 'startedAt'],
    byPhone: ['contactPhone', 'startedAt'],
    byOpen: ['open', 'lastAt'],
    /** For the estimate of the wait and for figures. */
    byClosing: ['siteId', 'status', 'closedAt'],
    /** What a retention rule is about. */
    byClass: ['recordClass', 'closedAt'],
    /** What became something to be registered since the last look. */
    byClassing: ['recordClass', 'classedAt'],
  },
  messages: { bySeq: ['conversationId', 'seq'] },
  handoffs: {
    byDepartment: ['departmentId', 'userId', 'skillId', 'state', 'requestedAt'],
    bySkill: ['skillId', 'state', 'requestedAt'],
    byUser: ['userId', 'state', 'requestedAt'],
    byAccepter: ['acceptedById', 'state', 'requestedAt'],
    byDeadline: ['watched', 'deadline'],
  },
  guides: { all: [] },
  questions: { all: [] },
  cannedResponses: { all: [] },
  ratings: {
    bySite: ['siteId', 'at'],
    byLink: ['linked', 'at'],
    byComment: ['siteId', 'commented', 'at'],
  },
  forms: { all: [] },
  cases: {
    byNumber: ['number'],
    byHandler: ['handlerId', 'open', 'front', 'promisedAt'],
    byOwner: ['ownerId', 'open', 'front', 'promisedAt'],
    byDepartment: ['departmentId', 'open', 'front', 'promisedAt'],
    byOpen: ['open', 'front', 'promisedAt'],
    /** What is overdue, and what has ended. */
    byPromise: ['open', 'promisedAt'],
    byDepartmentPromise: ['departmentId', 'open', 'promisedAt'],
    byEnd: ['open', 'lastAt'],
    byDepartmentEnd: ['departmentId', 'open', 'lastAt'],
    /** What was merged into a case. */
    byMerged: ['mergedInto', 'receivedAt'],
    byWatch: ['watched', 'promisedAt'],
    /** Mails that are to be in the outbox. */
    byMailDue: ['mailDueAt'],
    /** Whom the glass was broken by, and has to end for. */
    byGlass: ['glassUntil'],
    byEmail: ['contactEmail', 'receivedAt'],
    byPhone: ['contactPhone', 'receivedAt'],
    /** What a retention rule is about. */
    byKind: ['kind', 'closedAt'],
  },
  caseTypes: { all: [] },
  caseTemplates: { all: [] },
  counters: { all: [] },
  files: { byAttached: ['attached', 'createdAt'] },
  leases: { all: [] },
  passages: { bySubject: ['of', 'subject'] },
  guideDrafts: { all: [], byGuide: ['guideId'], byDue: ['state', 'publishAt'] },
  guideVersions: { byGuide: ['guideId', 'version'] },
  synonyms: { all: [] },
  helpCounts: { bySite: ['siteId', 'day'], byAge: ['day'] },
  searchMisses: { bySite: ['siteId', 'lastAt'], byAge: ['lastAt'] },
  bans: { byEnd: ['until'] },
  brokenGlass: { byEnd: ['until'], byReader: ['conversationId', 'userId'] },
  audit: { bySeq: ['seq'], byTime: ['at'], bySubject: ['subjectId', 'at'], byActor: ['actorId', 'at'] },
  statDays: { byDay: ['siteId', 'day'], byFinal: ['siteId', 'final', 'day'] },
  presenceDays: { byDay: ['day'] },
  statSettings: { all: [] },
  factors: { all: [] },
  signInPolicy: { all: [] },
  identitySecrets: { all: [] },
  mails: {
    byTime: ['createdAt'],
    byState: ['state', 'createdAt'],
    byNextTry: ['nextTryAt'],
    byRecipient: ['recipient', 'createdAt'],
    byMessage: ['messageId'],
    byThread: ['thread', 'createdAt'],
  },
  incomingMails: {
    byTime: ['receivedAt'],
    byState: ['state', 'receivedAt'],
    bySender: ['sender', 'takenAt'],
    byCase: ['caseNumber', 'receivedAt'],
  },
  mailboxes: { all: [] },
  retentionRules: { all: [] },
  retentionLog: { byTime: ['at'], byState: ['state', 'at'] },
  legalHolds: { byTime: ['at'] },
  eServices: { all: [] },
  subjectRequests: { byState: ['state', 'deadline'], byDecision: ['state', 'decidedAt'] },
  webhooks: { all: [] },
  webhookDeliveries: {
    byTime: ['createdAt'],
    byNextTry: ['nextTryAt'],
    byHook: ['webhookId', 'createdAt'],
    byHookState: ['webhookId', 'state', 'createdAt'],
  },
  apiKeys: { all: [] },
  handovers: { byTime: ['createdAt'], byState: ['state', 'createdAt'], byNextTry: ['nextTryAt'] },
  webGaps: {
    /** Open or ended, gathered by page. */
    byPage: ['siteId', 'open', 'page', 'at'],
    /** What was marked in a conversation or case, which takes its words along when it goes. */
    byOrigin: ['origin'],
    /** What a retention rule is about. */
    byEnd: ['open', 'endedAt'],
  },
  departmentMonths: { byMonth: ['siteId', 'departmentId', 'month'], byTime: ['madeAt'] },
  feedbackSettings: { all: [] },
  surveyRounds: { bySite: ['siteId', 'opensAt'], byClosing: ['closesAt'], byOpen: ['open', 'closesAt'] },
  surveyTickets: { byToken: ['tokenHash'], byRound: ['roundId'] },
  surveyAnswers: { byRound: ['roundId'] },
  registrations: { byState: ['state', 'deadline'], byRule: ['state', 'ruleId', 'closedAt'] },
  releases: { byRecord: ['recordId', 'at'] },
} as const satisfies { [C in CollectionName]: Record<string, readonly (keyof Documents[C] & string)[]> };

export type IndexName<C extends CollectionName> = keyof (typeof INDEXES)[C] & string;
