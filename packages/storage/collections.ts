import type {
  Agreement,
  AuditEntry,
  Banner,
  Ban,
  CannedResponse,
  Case,
  CaseEntry,
  CaseTemplate,
  CaseType,
  Conversation,
  Department,
  EarlierAnswer,
  EService,
  FileRef,
  Form,
  Guide,
  GuideDraft,
  GuideVersion,
  Handoff,
  Marks,
  Message,
  LegalHold,
  Question,
  Registration,
  RetentionLogEntry,
  RetentionRule,
  Site,
  StaffMember,
  SynonymList,
  Topic,
} from '@lotsa/protocol';
import type { Availability, AvailabilityReason, MailChoices } from '@lotsa/protocol';
import type { PackedFact, PresenceDay } from '@lotsa/core';
import type { StatSettings } from '@lotsa/protocol';
import type { MailDoc } from './mail-doc.ts';
import type { ApiKeyDoc, HandoverDoc, WebhookDeliveryDoc, WebhookDoc } from './integration-docs.ts';

export type { ApiKeyDoc, HandoverDoc, MailDoc, WebhookDeliveryDoc, WebhookDoc };

/** A conversation with how far it has been read. `marks` only grow, by `raise`; all else is the fold of its messages. */
export type ConversationDoc = Conversation & { marks: Marks };

/** A message; its document id is `conversationId:seq`, its sender's id is {@link Message.id}. */
export type MessageDoc = Message;

/**
 * A hand-off with what the lists of a specialist need. Kept in step with its conversation by `append`. Its document id is
 * `conversationId:handoffId`, because a hand-off's own id is made by a client.
 */
export type HandoffDoc = Handoff & {
  handoffId: string;
  conversationId: string;
  siteId: string;
  /** `user.id`, or an empty string for anybody in the department. */
  userId: string;
  /** `acceptedBy.id`, or an empty string. */
  acceptedById: string;
  /** `skill`, or an empty string. */
  skillId: string;
  /** Whom its deadline alerts next (`watchOf` in core). */
  watched: 'owner' | 'manager' | '';
};

/** A member of the staff. */
export interface UserDoc extends StaffMember {
  /** Argon2id, in PHC form; empty until its one-time link was used. */
  passwordHash: string;
  availability: Availability;
  availabilityReason: AvailabilityReason | null;
  /** Offers it did not take, in a row (rule R2). */
  missedOffers: number;
  /** Until when it counts as present; a relay with a console of theirs raises it again and again. */
  presentUntil: number;
  /** What it wants mail about; all of it, in Swedish, until it has chosen. */
  mail?: MailChoices;
}

/**
 * A signed-in staff member, a visitor's token, a link that makes another device a visitor's, a one-time link by which a
 * user sets its password, a sign-in that waits for its second half, or a browser that a user has signed in with before. `id` is the SHA-256 of the token, so that a copy of it is no key.
 */
export interface SessionDoc {
  id: string;
  kind: 'staff' | 'visitor' | 'link' | 'invite' | 'pending' | 'device';
  /** The user's id, or the visitor's id. */
  subjectId: string;
  /** The visitor's site; empty for staff. */
  siteId: string;
  createdAt: number;
  expiresAt: number;
  /** When a panel of the visitor was last known to be connected, to the minute, while it waits for an answer. */
  seenAt: number;
  /** When a member of the staff last proved who it is. */
  authAt?: number;
  /** By what it signed in. */
  how?: 'password' | 'passkey' | 'sso';
  /** The browser, in two words. */
  device?: string;
  /** What a sign-in waits for. */
  step?: 'factor' | 'enrol' | 'passkey' | 'sso';
  /** What a passkey has to sign, once; empty when it did. */
  challenge?: string;
  /** What ties the answer of the municipality's own sign-in to this browser (RFC 6749, 10.12; OpenID Connect Core, 15.5.2; RFC 7636). */
  sso?: { state: string; nonce: string; verifier: string; stepUp: string };
}

/** What proves who a user is besides its password. Its id is the user's; every change is on the condition of `version`. */
export interface FactorsDoc {
  id: string;
  version: number;
  /** The secret of its app; empty without one. */
  totp: string;
  /** The secret of an app that is being set up; empty otherwise. */
  offered: string;
  /** The last step of time whose code was taken (RFC 6238, 5.2): none before it is taken again. */
  usedStep: number;
  /** SHA-256 of recovery codes that are not used. */
  recovery: string[];
  passkeys: PasskeyDoc[];
}

/** A passkey: its public half. */
export interface PasskeyDoc {
  id: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: number;
  usedAt: number | null;
}

/** How staff have to sign in: one document, `signIn`. */
export interface SignInPolicyDoc {
  id: string;
  twoFactorRoles: string[];
}

/**
 * Who does something of which only one may be done at a time, on whichever relay: whoever inserts the document, or
 * changes the one whose time has run out.
 */
export interface LeaseDoc {
  id: string;
  /** The holder's own word; empty when it was given back. */
  holder: string;
  until: number;
}

export type AuditDoc = AuditEntry;

/** What a visitor thought of a conversation. Its id is the conversation's, until it is anonymous; the scores name nobody. */
export interface RatingDoc {
  id: string;
  siteId: string;
  at: number;
  scores: Record<string, number>;
  comment: string | null;
  /** Left out when it was made anonymous: its id is then of its own, and its comment is gone (rule P4). */
  linked?: 1;
}

/**
 * A case with its whole log, so that one `update` under the condition of `seq` adds an entry and what it makes of the case
 * as one; `case` is the fold of the log.
 */
export type CaseDoc = Case & {
  log: CaseEntry[];
  /** SHA-256 of the secrets that open it to its visitor. */
  keyHashes: string[];
};

/** What is counted: one document for each series. */
export interface CounterDoc {
  id: string;
  /** The last one that was given out. */
  value: number;
}

/** A file that was taken in. Its bytes are elsewhere, under the same id. */
export type FileDoc = FileRef & {
  createdAt: number;
  /** 0 until it belongs to something: what stays so is removed, for nobody can see it. */
  attached: 0 | 1;
  /** What may take it: SHA-256 of the id that a form is filled in under, or `conversation:{id}`. */
  claim: string;
  /** What it belongs to. Whoever may see that may see the file. */
  of: { type: 'case' | 'conversation'; id: string } | null;
};

/** What is being written of a guide. Its id is the guide's. */
export type GuideDraftDoc = GuideDraft & { guideId: string };

/** A guide as it was published once. Its id is `guide:version`. */
export type GuideVersionDoc = GuideVersion & { id: string };

/** How often a guide or an answer helped on a day. It names nobody. */
export interface HelpCountDoc {
  id: string;
  siteId: string;
  /** `YYYY-MM-DD`, at the site. */
  day: string;
  kind: 'guide' | 'answer';
  subjectId: string;
  helped: number;
  notHelped: number;
}

/** Something that was searched for and not found. It names nobody; numbers and addresses in it are masked. */
export interface SearchMissDoc {
  id: string;
  siteId: string;
  language: string;
  query: string;
  count: number;
  lastAt: number;
}

/**
 * A question and what was answered, of a closed conversation or a case that is not secret: what the search in earlier
 * answers reads. Written after the fact, and always to be checked against what it is of.
 */
export interface PassageDoc extends EarlierAnswer {
  siteId: string;
  /** The words it is found by, as the search compares them; each once. */
  words: string[];
}

/**
 * What ended at a site on a day, told by nobody's name. Kept when the conversations are erased: statistics are preserved. Built
 * anew until nobody can come back any more (rule O5).
 */
export interface StatDayDoc {
  /** `site:day`. */
  id: string;
  siteId: string;
  /** `YYYY-MM-DD`, at the site. */
  day: string;
  facts: PackedFact[];
  /** 1: it does not change any more. */
  final: 0 | 1;
  /** When it was built; 0 for what was made up. */
  builtAt: number;
  /** Made up, for the demo. */
  demo: boolean;
}

/** Agents that were there on a day, by half hour of Swedish time. Its id is the day. It names nobody. */
export interface PresenceDayDoc extends PresenceDay {
  id: string;
  counted: number[];
  looks: number[];
  lookedAt: number;
}

/** Targets of a site and how they came to be. Its id is the site's. */
export type StatSettingsDoc = StatSettings & { id: string };

/** Reminds of when a manager's reading of a secret conversation ends (rule P6); the conversation itself says who reads it. */
export interface BrokenGlassDoc {
  /** `conversationId:userId`. */
  id: string;
  conversationId: string;
  userId: string;
  until: number;
}

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
  messages: MessageDoc;
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
  statDays: StatDayDoc;
  presenceDays: PresenceDayDoc;
  statSettings: StatSettingsDoc;
  factors: FactorsDoc;
  signInPolicy: SignInPolicyDoc;
  retentionRules: RetentionRule;
  /** What was erased by which decision; kept (rule P4). */
  retentionLog: RetentionLogEntry;
  legalHolds: LegalHold;
  registrations: Registration;
  eServices: EService;
  webhooks: WebhookDoc;
  webhookDeliveries: WebhookDeliveryDoc;
  apiKeys: ApiKeyDoc;
  handovers: HandoverDoc;
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
    byOpen: ['open', 'lastAt'],
    /** For the estimate of the wait and for figures. */
    byClosing: ['siteId', 'status', 'closedAt'],
    /** What a retention rule is about. */
    byClass: ['recordClass', 'closedAt'],
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
  ratings: { bySite: ['siteId', 'at'], byLink: ['linked', 'at'] },
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
    byEmail: ['contactEmail', 'receivedAt'],
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
  helpCounts: { bySite: ['siteId', 'day'] },
  searchMisses: { bySite: ['siteId', 'lastAt'], byAge: ['lastAt'] },
  bans: { byEnd: ['until'] },
  brokenGlass: { byEnd: ['until'], byReader: ['conversationId', 'userId'] },
  audit: { bySeq: ['seq'], byTime: ['at'], bySubject: ['subjectId', 'at'], byActor: ['actorId', 'at'] },
  statDays: { byDay: ['siteId', 'day'], byFinal: ['siteId', 'final', 'day'] },
  presenceDays: { byDay: ['day'] },
  statSettings: { all: [] },
  factors: { all: [] },
  signInPolicy: { all: [] },
  mails: { byTime: ['createdAt'], byState: ['state', 'createdAt'], byNextTry: ['nextTryAt'] },
  retentionRules: { all: [] },
  retentionLog: { byTime: ['at'], byState: ['state', 'at'] },
  legalHolds: { byTime: ['at'] },
  eServices: { all: [] },
  webhooks: { all: [] },
  webhookDeliveries: {
    byTime: ['createdAt'],
    byNextTry: ['nextTryAt'],
    byHook: ['webhookId', 'createdAt'],
    byHookState: ['webhookId', 'state', 'createdAt'],
  },
  apiKeys: { all: [] },
  handovers: { byTime: ['createdAt'], byState: ['state', 'createdAt'], byNextTry: ['nextTryAt'] },
  registrations: { byState: ['state', 'closedAt'], byRule: ['state', 'ruleId', 'closedAt'] },
} as const satisfies { [C in CollectionName]: Record<string, readonly (keyof Documents[C] & string)[]> };

export type IndexName<C extends CollectionName> = keyof (typeof INDEXES)[C] & string;
