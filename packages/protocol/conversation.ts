import type { Identity } from './identity.ts';
import type { PageFacts } from './page-facts.ts';
import type { Contact } from './primitives.ts';
import type { Author, Channel, HandoffMode, Outcome, RecordClass, StaffRef } from './message.ts';

/** Where a conversation is in its life. */
export type ConversationStatus = 'queued' | 'assigned' | 'handedOff' | 'closed';

/** Where a hand-off is (rules H2, H4). `needsApproval`: a manager decides whether it is requested at all (rule H6). */
export type HandoffState =
  | 'needsApproval'
  | 'requested'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'withdrawn'
  | 'becameCase'
  | 'answered';

/** A request to a department or a named specialist (rule H1). */
export interface Handoff {
  id: string;
  mode: HandoffMode;
  state: HandoffState;
  departmentId: string;
  /** The specialist that was named, or null for anybody in the department. */
  user: StaffRef | null;
  /** A topic or department: anybody who knows it best is asked, in whichever department; null for none. */
  skill: string | null;
  question: string;
  reason: string;
  requestedBy: StaffRef;
  requestedAt: number;
  /** By when it must be accepted. */
  deadline: number;
  /** Whom its passed deadline has alerted so far, while something is still to be done about it (rule O6). */
  alerted: 'owner' | 'manager' | null;
  acceptedBy: StaffRef | null;
  /** Why it was declined. */
  declineReason: string | null;
  endedAt: number | null;
}

/**
 * A conversation: the fold of its messages (`core`'s `evolve`), and what lists need so that no list needs a join.
 * Every field is decided by the messages alone; how far people have read is in {@link Marks}.
 */
export interface Conversation {
  id: string;
  siteId: string;
  visitorId: string;
  /** How the question came; of another channel than chat there is a record and no visitor (`visitorId` is empty). */
  channel: Channel;
  language: string;
  page: string | null;
  /** What the page it was started from said of itself, unchecked; left out when it said nothing. */
  facts?: PageFacts | undefined;
  /** Who its visitor is by the site's word or an e-identification (rule I1); left out when nobody vouches. */
  identity?: Identity | undefined;
  topicId: string | null;
  departmentId: string | null;
  contact: Contact | null;
  /** `contact.email` as it is compared; null for none. */
  contactEmail: string | null;
  /** `contact.phone` as it is compared; null for none. */
  contactPhone: string | null;
  status: ConversationStatus;
  /** 1 until it is closed: lists of open and of closed conversations are found by it. */
  open: 0 | 1;
  /** Exactly one owner while it is open (rule O1): the queue, an agent, or a department after a transfer. */
  ownerType: 'queue' | 'agent' | 'department';
  /** The staff member who answers for it; null while it is in the queue, and of a closed one the last owner. */
  owner: StaffRef | null;
  /** `owner.id` or an empty string: lists are found by it. */
  ownerId: string;
  /** The department that owns it after a transfer. */
  ownerDepartmentId: string | null;
  /** 0 comes before 1 in the queue: those that were answered before and came back (rule O3). */
  priority: 0 | 1;
  /** When it entered the queue. */
  waitingSince: number;
  /** The agent that is asked to take it, in automatic routing; nobody else may until then (rule R2). */
  offer: { user: StaffRef; until: number } | null;
  /** Agents that did not take it since it entered the queue. */
  offersMissed: string[];
  /** The agent that this visitor had before, here or in its last conversation; it is preferred (rule R2). */
  previousAgentId: string | null;
  startedAt: number;
  /** When the last message came. */
  lastAt: number;
  firstReplyAt: number | null;
  /** When its owner became its owner; null while it is in the queue. */
  assignedAt: number | null;
  closedAt: number | null;
  outcome: Outcome | null;
  /** The earlier conversation of this visitor on this topic that it goes on with (rule O5). */
  reopens: string | null;
  /** The later one that goes on with it: the first contact did not solve it after all. */
  reopenedBy: string | null;
  /** Read by its owner and by those it was handed to; others see that it exists (rule P6). */
  secret: boolean;
  /** How to reach its visitor is for the owner alone. Such a conversation is secret. */
  protectedIdentity: boolean;
  /** Those who broke the glass, and until when they read it; the log says why. */
  glass: { user: StaffRef; until: number }[];
  /** The visitor has ended the chat; it awaits its closing. */
  visitorEnded: boolean;
  /** What it is as a public record (rule P4). */
  recordClass: RecordClass;
  /** When that was said last; null while it is open. */
  classedAt: number | null;
  /** Its number in the diary; null where it has none. */
  diaryNumber: string | null;
  /** Sequence number of the last message. */
  seq: number;
  /** Sequence number of the last message that the visitor may see. */
  publicSeq: number;
  /** When the first came of what its visitor has sent since we last answered; left out while nothing awaits an answer. */
  unansweredSince?: number;
  /** Text messages of the visitor so far. */
  visitorTexts: number;
  /** The beginning of the last text, and whose it is. Notes are not shown here. */
  excerpt: { text: string; author: Author['type'] };
  handoffs: Handoff[];
  /** The case it became, if it did (rule O2). */
  caseNumber: string | null;
  /** How many times it changed hands by an accepted hand-off (rule H6). */
  hops: number;
}

/** How far each side has received and read, as sequence numbers that only grow. */
export interface Marks {
  visitorDelivered: number;
  visitorRead: number;
  staffDelivered: number;
  staffRead: number;
}

/** A conversation as its visitor sees it. */
export interface VisitorConversation {
  id: string;
  language: string;
  status: 'queued' | 'assigned' | 'closed';
  /** Who answers now, with the department for a specialist. */
  staff: { name: string; departmentId: string | null }[];
  startedAt: number;
  publicSeq: number;
  visitorEnded: boolean;
  contactLeft: boolean;
}
