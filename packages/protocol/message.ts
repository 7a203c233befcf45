import * as v from 'valibot';
import { FileRef } from './file.ts';
import { Identity } from './identity.ts';
import { PageFacts } from './page-facts.ts';
import { Contact, Id, Language, Seq, Slug, Time } from './primitives.ts';

/** A member of the staff as the records name it: the name is kept as it was when the message was written. */
export const StaffRef = v.object({ id: Slug, name: v.string() });
export type StaffRef = v.InferOutput<typeof StaffRef>;

/** Who wrote a message or caused an event. */
export const Author = v.variant('type', [
  v.object({ type: v.literal('visitor') }),
  v.object({ type: v.literal('staff'), id: Slug, name: v.string() }),
  v.object({ type: v.literal('system') }),
]);
export type Author = v.InferOutput<typeof Author>;

/** How a conversation ended (rule O4). */
export const Outcome = v.picklist([
  'answered',
  'guided',
  'answeredBySpecialist',
  'caseRegistered',
  'abandoned',
  'spam',
]);
export type Outcome = v.InferOutput<typeof Outcome>;

/**
 * How a conversation is classed as a public record when it is closed: of little importance, part of a case, to be registered,
 * threats and abuse (a manager decides), or nobody has said yet.
 */
export const RecordClass = v.picklist(['minor', 'case', 'register', 'abusive', 'none']);
export type RecordClass = v.InferOutput<typeof RecordClass>;

/** What whoever closes a conversation may say that it is. */
export const ClosingClass = v.picklist(['minor', 'case', 'register']);
export type ClosingClass = v.InferOutput<typeof ClosingClass>;

/** How a question reached the centre; those besides chat are registered by hand. */
export const Channel = v.picklist(['chat', 'phone', 'visit', 'letter', 'email']);
export type Channel = v.InferOutput<typeof Channel>;

/** What a hand-off asks for (rule H3). */
export const HandoffMode = v.picklist(['consult', 'join', 'transfer']);
export type HandoffMode = v.InferOutput<typeof HandoffMode>;

/** What happened in a conversation. Facts in the past tense; each is one message of kind `event`. */
export const ConversationEvent = v.variant('type', [
  /** A question by another channel, registered when it was over: the one message of its conversation. */
  v.object({
    type: v.literal('registered'),
    channel: Channel,
    siteId: Slug,
    language: Language,
    topicId: Slug,
    departmentId: v.nullable(Slug),
    outcome: Outcome,
    note: v.nullable(v.string()),
    secret: v.optional(v.literal(true)),
    /** The case that it became. */
    caseNumber: v.optional(v.string()),
  }),
  /** An agent has it now: it took it, or the author of the message gave it to the agent. */
  v.object({ type: v.literal('assigned'), user: StaffRef }),
  /** In automatic routing an agent is asked to take it, until a time (rule R2). */
  v.object({ type: v.literal('offered'), user: StaffRef, until: Time }),
  /** The agent did not take it in time, said no, or takes no conversations any more; it goes on to the next. */
  v.object({
    type: v.literal('offerEnded'),
    user: StaffRef,
    reason: v.picklist(['missed', 'declined', 'left']),
  }),
  /** It is back in the queue, at the front (rule O3). */
  v.object({ type: v.literal('returned'), reason: v.picklist(['released', 'agentGone']) }),
  /** The visitor wants to be reached otherwise, or wrote while nobody was there. */
  v.object({ type: v.literal('contactLeft'), contact: Contact }),
  /** A department or a named specialist is asked (rule H1). */
  v.object({
    type: v.literal('handoffRequested'),
    handoffId: Id,
    mode: HandoffMode,
    departmentId: Slug,
    user: v.nullable(StaffRef),
    question: v.string(),
    reason: v.string(),
    deadline: Time,
    /** Whoever knows this topic or department best is asked, wherever they work. */
    skill: v.optional(Slug),
    /** It would change hands for the third time: a manager decides first (rule H6). */
    needsApproval: v.optional(v.literal(true)),
    /** The department's matters are secret, and so is this from now on (rule P6). */
    secret: v.optional(v.literal(true)),
  }),
  /** A manager lets it go to those who are asked. */
  v.object({ type: v.literal('handoffApproved'), handoffId: Id, user: StaffRef, deadline: Time }),
  /** Its deadline has passed; who was alerted (rule O6). */
  v.object({
    type: v.literal('handoffOverdue'),
    handoffId: Id,
    alerted: v.picklist(['owner', 'manager']),
  }),
  v.object({
    type: v.literal('handoffAccepted'),
    handoffId: Id,
    mode: HandoffMode,
    departmentId: Slug,
    user: StaffRef,
  }),
  v.object({ type: v.literal('handoffDeclined'), handoffId: Id, user: StaffRef, reason: v.string() }),
  v.object({ type: v.literal('handoffExpired'), handoffId: Id }),
  v.object({ type: v.literal('handoffWithdrawn'), handoffId: Id, user: StaffRef }),
  /** The specialist has done its part; with `join` it leaves the conversation. */
  v.object({
    type: v.literal('handoffAnswered'),
    handoffId: Id,
    mode: HandoffMode,
    departmentId: Slug,
    user: StaffRef,
  }),
  /** The visitor ended the chat. The owner still closes it with outcome and topic (rules O2, O4). */
  v.object({ type: v.literal('visitorEnded') }),
  /** The question became a case, which goes on when the conversation has ended (rule O2). */
  v.object({
    type: v.literal('caseOpened'),
    number: v.string(),
    departmentId: v.nullable(Slug),
    promisedAt: Time,
    /** The hand-off that became it: nobody was there (rule H4), or whoever was asked made it one. */
    handoffId: v.optional(Id),
  }),
  v.object({
    type: v.literal('closed'),
    outcome: Outcome,
    topicId: Slug,
    /** The earlier conversation that it turned out to go on with (rule O5). */
    reopens: v.optional(Id),
    /** What it is as a record (rule P4); without one nobody has said. */
    recordClass: v.optional(RecordClass),
    /** Its visitor may not begin another until then, and why (rule B3). */
    ban: v.optional(v.object({ until: Time, reason: v.string() })),
  }),
  /** How to reach its visitor was wrong, and was put right by that person's wish (rule S4). */
  v.object({ type: v.literal('contactCorrected'), contact: v.nullable(Contact) }),
  /** What it is as a record was said anew when it was closed, and why (rule P4). */
  v.object({ type: v.literal('classed'), recordClass: ClosingClass, reason: v.string() }),
  /** Its number in the diary came back from the registrar. */
  v.object({ type: v.literal('diaryNumberSet'), diaryNumber: v.string() }),
  /** The same visitor came back on the same topic in another conversation (rule O5). */
  v.object({ type: v.literal('reopened'), by: Id }),
  /** Who may read it, and whether its visitor lives under protected identity (rule P6). */
  v.object({ type: v.literal('secrecySet'), secret: v.boolean(), protectedIdentity: v.boolean() }),
  /** A manager reads a secret conversation all the same, and says why (rule P6). */
  v.object({ type: v.literal('glassBroken'), user: StaffRef, reason: v.string() }),
  /** Somebody vouches for who the visitor is (rule I1). */
  v.object({ type: v.literal('identified'), identity: Identity }),
  /** The visitor ended that (rule I3). */
  v.object({ type: v.literal('identityEnded') }),
  /** The time for which that manager reads it has passed. */
  v.object({ type: v.literal('glassMended'), user: StaffRef }),
]);
export type ConversationEvent = v.InferOutput<typeof ConversationEvent>;

/** What the first message of a conversation says about it. */
export const Opening = v.object({
  siteId: Slug,
  visitorId: Id,
  language: Language,
  /** The address of the page it was started from, without query and fragment; null when unknown. */
  page: v.nullable(v.string()),
  topicId: v.nullable(Slug),
  departmentId: v.nullable(Slug),
  contact: v.nullable(Contact),
  /** What the page said of itself; left out when it said nothing. */
  facts: v.optional(PageFacts),
  /** Who its visitor is by somebody's word (rule I1); the relay's word, never the visitor's. */
  identity: v.optional(Identity),
  /** The agent that this visitor had in its last conversation; the relay's word, never the visitor's. */
  previousAgentId: v.optional(Slug),
  /** The conversation of the same visitor on the same topic that it goes on with (rule O5); the relay's word, too. */
  reopens: v.optional(Id),
  /** It is about a department whose matters are secret; the relay's word, too. */
  secret: v.optional(v.literal(true)),
});
export type Opening = v.InferOutput<typeof Opening>;

const envelope = {
  conversationId: Id,
  /** Place in the conversation, from 1, without gaps, the same for everybody (rule D3). */
  seq: Seq,
  /** Made by the sender; a retry has the same one (rule D2). */
  id: Id,
  author: Author,
  at: Time,
  /** `staff` never reaches a visitor. */
  audience: v.picklist(['public', 'staff']),
};

/** A message as it is stored and as staff see it. */
export const Message = v.variant('kind', [
  v.object({
    ...envelope,
    kind: v.literal('text'),
    text: v.string(),
    /** On the first message only. */
    opening: v.optional(Opening),
  }),
  v.object({ ...envelope, kind: v.literal('file'), file: FileRef }),
  /** `to`: the colleague it is meant for; others of the staff see it too. */
  v.object({ ...envelope, kind: v.literal('note'), text: v.string(), to: v.optional(StaffRef) }),
  v.object({ ...envelope, kind: v.literal('event'), event: ConversationEvent }),
]);
export type Message = v.InferOutput<typeof Message>;

/** A message that has no place in its conversation yet. */
export type NewMessage = Message extends infer M
  ? M extends Message
    ? Omit<M, 'seq' | 'conversationId'>
    : never
  : never;

/** What a visitor is told of an event: what it means for the visitor, and nothing of how the staff work. */
export const VisitorEvent = v.variant('type', [
  v.object({ type: v.literal('assigned'), name: v.string() }),
  v.object({ type: v.literal('returned') }),
  v.object({ type: v.literal('contactLeft'), contact: Contact }),
  v.object({ type: v.literal('specialistJoined'), name: v.string(), departmentId: Slug }),
  v.object({ type: v.literal('transferred'), name: v.string(), departmentId: Slug }),
  v.object({ type: v.literal('specialistLeft'), name: v.string(), departmentId: Slug }),
  v.object({ type: v.literal('visitorEnded') }),
  v.object({
    type: v.literal('caseOpened'),
    number: v.string(),
    departmentId: v.nullable(Slug),
    promisedAt: Time,
  }),
  /** `bannedUntil`: the visitor may not begin another before then (rule B3). */
  v.object({ type: v.literal('closed'), bannedUntil: v.optional(Time) }),
]);
export type VisitorEvent = v.InferOutput<typeof VisitorEvent>;

/** Who wrote it, as the visitor sees it. */
export type VisitorAuthor = { type: 'visitor' } | { type: 'staff'; name: string } | { type: 'system' };

/** A message as its visitor sees it. */
export type VisitorMessage = {
  conversationId: string;
  seq: number;
  /** Sequence number of the public message before this one: what lies between is not for the visitor. */
  prev: number;
  id: string;
  author: VisitorAuthor;
  at: number;
} & (
  | { kind: 'text'; text: string }
  | { kind: 'file'; file: FileRef }
  | { kind: 'event'; event: VisitorEvent }
);
