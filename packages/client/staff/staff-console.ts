import type {
  Answer,
  Author,
  Availability,
  BanHours,
  Board,
  AvailabilityReason,
  Box,
  Colleague,
  ConsoleSnapshot,
  Conversation,
  ConversationEvent,
  FileRef,
  Handoff,
  HandoffMode,
  Marks,
  Me,
  ClosingClass,
  Outcome,
  StaffAnswers,
  StaffRef,
  StaffRequests,
  StaffRequestEvents,
} from '@lotsa/protocol';
import type { CaseDesk } from './case-desk.ts';
import type { StaffSettings } from './staff-settings.ts';
import type { ConnectionState, Progress } from '../message-state.ts';
import type { Observable } from '../observable.ts';

/** A line of a conversation as the console shows it: stored, or still in the outbox (`seq` null). */
export type ShownStaffMessage = Progress & {
  id: string;
  seq: number | null;
  author: Author;
  at: number;
} & (
    | {
        kind: 'text' | 'note';
        text: string;
        /** Whom a note is meant for, once it is stored. */ to: StaffRef | null;
      }
    | { kind: 'file'; file: FileRef }
    | { kind: 'event'; event: ConversationEvent }
  );

/** A conversation that is open in the console. */
export interface ThreadView {
  messages: readonly ShownStaffMessage[];
  /** All its messages are here. */
  complete: boolean;
  marks: Marks;
}

/** A list of the console, in its order. */
export interface BoxView {
  conversationIds: readonly string[];
  /** It has been asked for and answered. */
  loaded: boolean;
  /** There are older ones; `loadMore(box)`. */
  more: boolean;
}

/** Somebody else who is writing; `name` null is the visitor. */
export interface Typist {
  name: string | null;
}

/** What a console works with besides conversations; refreshed with every connection. */
export type Directory = Pick<
  ConsoleSnapshot,
  'sites' | 'departments' | 'topics' | 'agreements' | 'cannedResponses' | 'guides' | 'questions' | 'eServices'
>;

/** What a console shows. Everything by conversation is keyed by its id; absent means nothing is known. */
export interface StaffState {
  /**
   * `signedOut`: show the sign-in. `loading`: before the first answer. `ready`: signed in, and the snapshot is here.
   * `unreachable`: the relay does not answer and is tried again. `outdated`: reload the page.
   */
  phase: 'loading' | 'signedOut' | 'ready' | 'unreachable' | 'outdated';
  connection: ConnectionState;
  me: Me | null;
  directory: Directory | null;
  colleagues: readonly Colleague[];
  conversations: ReadonlyMap<string, Conversation>;
  /** By when an answer is promised, of those whose case is open. */
  promises: ReadonlyMap<string, number>;
  boxes: Readonly<Record<Box, BoxView>>;
  /** Those opened by `openThread`, and always those that this user answers in. */
  threads: Readonly<Record<string, ThreadView>>;
  /** Visitor's texts this user has not seen, in every conversation with a thread. */
  unread: Readonly<Record<string, number>>;
  typing: Readonly<Record<string, readonly Typist[]>>;
  drafts: Readonly<Record<string, string>>;
  /** The live board while a manager watches it. */
  board: Board | null;
}

/** Something to catch this user's eye or ear with; never told of what the user did in this console. */
export type Notice =
  /** A hand-off that concerns this user was requested or has ended; the state of `handoff` tells which. */
  | { type: 'handoff'; conversationId: string; handoff: Handoff }
  /** A conversation became this user's by somebody else's doing. */
  | { type: 'assigned'; conversationId: string }
  /** The visitor wrote in a conversation of this user. */
  | { type: 'message'; conversationId: string; text: string }
  /** This user is asked to take a conversation, until a time (rule R2). */
  | { type: 'offered'; conversationId: string; until: number }
  /** This user did not answer an offer in time; it has gone on. */
  | { type: 'offerMissed'; conversationId: string }
  /** A colleague wrote a note for this user. */
  | { type: 'addressed'; conversationId: string; name: string }
  /** A conversation came into the queue. */
  | { type: 'queued'; conversationId: string };

/** A question by another channel that is over. */
export type RegisteredContact = Omit<
  Parameters<StaffRequestEvents['contact:register']>[0],
  'conversationId' | 'id'
>;

/** What a hand-off asks (rules H1, H3). */
export interface HandoffRequest {
  mode: HandoffMode;
  departmentId: string;
  /** Null: anybody in the department. */
  userId: string | null;
  question: string;
  reason: string;
  /** A topic or department: whoever knows it best is asked, instead of the department. */
  skill?: string | null;
}

/**
 * The staff's side. An action is answered when the relay has decided it: while there is no connection it waits, and it
 * keeps its id through every retry, so that it never happens twice (rule D2).
 */
export interface StaffConsole extends Observable<StaffState> {
  /** The cases. */
  readonly cases: CaseDesk;
  /** Asks whether somebody is signed in, and connects. Never rejects. */
  start(): Promise<void>;
  /** `wrong_credentials`, `rate_limited`, `invalid_payload`, or `storage_unavailable` also when nothing answers. */
  signIn(user: string, password: string): Promise<Answer<null>>;
  /**
   * Ends the session and forgets this user's drafts and unsent messages on this device.
   * @returns where signing out goes on, when somebody else signed it in; null when it is done.
   */
  signOut(): Promise<string | null>;
  /** Connects now instead of later. */
  retry(): void;
  onNotice(listener: (notice: Notice) => void): () => void;

  /** First page of a list. `mine`, `handoffs` and, for the centre, `queue` are loaded by themselves. */
  loadBox(box: Box): Promise<void>;
  loadMore(box: Box): Promise<void>;
  /** Fetches a conversation's messages and stays with it. The answer tells `not_found`. */
  openThread(conversationId: string): Promise<Answer<null>>;
  /** Leaves it, unless this user answers in it. */
  leaveThread(conversationId: string): void;
  /** Everything up to now has been on this user's screen. */
  markRead(conversationId: string): void;
  setDraft(conversationId: string, text: string): void;
  setTyping(conversationId: string, typing: boolean): void;

  /** Puts a text or a note in the outbox and empties the draft; its progress is on the shown message (rule D5). */
  sendText(conversationId: string, text: string): void;
  /** `toUserId`: the colleague that the note is meant for, who is told. */
  sendNote(conversationId: string, text: string, toUserId?: string | null): void;
  retryMessage(id: string): void;
  discardMessage(id: string): void;

  /**
   * Asks the relay what one screen shows or has done, and nobody here keeps. What the state shows, what needs an id of its own, and
   * what is sent otherwise than it is said here have methods.
   */
  ask<Name extends keyof StaffRequests>(
    name: Name,
    payload: Parameters<StaffRequestEvents[Name]>[0],
  ): Promise<Answer<StaffAnswers[Name]>>;
  /** What is set up, typed by its kind; who may is the relay's to say. */
  readonly settings: StaffSettings;

  claim(conversationId: string): Promise<Answer<null>>;
  /** Says no to an offer (rule R2). */
  decline(conversationId: string): Promise<Answer<null>>;
  /** Gives it to an agent: a manager any conversation, its owner its own. */
  assign(conversationId: string, userId: string): Promise<Answer<null>>;
  release(conversationId: string): Promise<Answer<null>>;
  /** Gives all of this user's to a colleague, or with null to the queue. */
  handOver(userId: string | null): Promise<Answer<{ moved: number }>>;
  /** `recordClass`: what it is as a public record (rule P4). */
  close(
    conversationId: string,
    outcome: Outcome,
    topicId: string,
    recordClass?: ClosingClass,
  ): Promise<Answer<null>>;
  /** Closes it and keeps its visitor out for a time (rule B3). */
  ban(conversationId: string, reason: string, hours: BanHours): Promise<Answer<null>>;
  requestHandoff(conversationId: string, request: HandoffRequest): Promise<Answer<null>>;
  /** A manager lets a third hand-off go (rule H6). */
  approveHandoff(conversationId: string, handoffId: string): Promise<Answer<null>>;
  acceptHandoff(conversationId: string, handoffId: string): Promise<Answer<null>>;
  declineHandoff(conversationId: string, handoffId: string, reason: string): Promise<Answer<null>>;
  withdrawHandoff(conversationId: string, handoffId: string): Promise<Answer<null>>;
  answerHandoff(conversationId: string, handoffId: string): Promise<Answer<null>>;
  /** `reason` says why one is busy or away. */
  setAvailability(availability: Availability, reason?: AvailabilityReason | null): Promise<Answer<null>>;
  /** Marks it as secret, or takes the mark back; protected identity is always secret (rule P6). */
  markSecret(conversationId: string, secret: boolean, protectedIdentity: boolean): Promise<Answer<null>>;
  /** Opens a secret conversation for a manager; the reason is logged. */
  breakGlass(conversationId: string, reason: string): Promise<Answer<null>>;
  /** Watches the live board in `state.board`; asked again with every connection. */
  watchBoard(): Promise<Answer<null>>;
  leaveBoard(): Promise<void>;
  /** Registers a question by another channel that is over; the number of the case that it became, if it did. */
  registerContact(contact: RegisteredContact): Promise<Answer<string | null>>;
  dispose(): void;
}
