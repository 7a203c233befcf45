import type {
  Answer,
  ChatOffer,
  Contact,
  ErrorAnswer,
  QueuePlace,
  VisitAnswer,
  FileRef,
  PageFacts,
  VisitorAuthor,
  VisitorConversation,
  VisitorEvent,
} from '@lotsa/protocol';
import type { ConnectionState, Progress } from '../message-state.ts';
import type { Observable } from '../observable.ts';

/** A line of the conversation as the visitor's screen shows it: stored, or still in the outbox (`seq` null). */
export type ShownMessage = Progress & {
  id: string;
  seq: number | null;
  author: VisitorAuthor;
  at: number;
} & (
    | { kind: 'text'; text: string }
    | { kind: 'file'; file: FileRef }
    | { kind: 'event'; event: VisitorEvent }
  );

/** What a panel shows. */
export interface VisitorState {
  /**
   * `unreachable`: the relay does not answer; it is tried again by itself, and by `retry()`.
   * `outdated`: this page is older than the relay; reload it.
   */
  phase: 'loading' | 'ready' | 'unreachable' | 'outdated';
  connection: ConnectionState;
  /** Null until the phase is `ready` for the first time. */
  site: VisitAnswer['site'] | null;
  departments: VisitAnswer['departments'];
  /** What everybody is told first, the gravest first. */
  banners: VisitAnswer['banners'];
  /** As whom the visitor is known (rule I3); null for nobody, left out before the visit. */
  identity?: VisitAnswer['identity'];
  offer: ChatOffer | null;
  /** Null before the first message is stored, and after `startOver()`. */
  conversation: VisitorConversation | null;
  messages: readonly ShownMessage[];
  queue: QueuePlace | null;
  /** Who is writing now. */
  typing: string | null;
  /** Texts of the staff that the visitor has not seen. */
  unread: number;
  draft: string;
  /** The conversation that is shown has been rated in this panel. */
  rated: boolean;
  /** Why the relay refused the visit, with phase `unreachable`; null when it simply did not answer. */
  error: ErrorAnswer | null;
  /** The browser is at work that the relay asked for (rule B2), and it takes a while. */
  proving: boolean;
}

/** What the relay is told of where a conversation began. */
export interface VisitorContext {
  language: string;
  /** The page around the panel, without query and fragment. */
  page: string | null;
  topicId: string | null;
  departmentId: string | null;
  /** What the page says of itself, for whoever answers. */
  facts?: PageFacts;
}

/** The visitor's side of a conversation. Nothing is sent or stored before `open()`. */
export interface VisitorChat extends Observable<VisitorState> {
  /** The panel was opened for the first time: asks for site, offer and conversation. Never rejects. */
  open(): Promise<void>;
  /** Tries now what would be tried later: the visit, or the connection. */
  retry(): void;
  /** Fields given here go with the next conversation that starts. */
  setContext(context: Partial<VisitorContext>): void;
  /** The panel is on screen with its last message in sight (or not): decides what counts as read. */
  setVisible(visible: boolean): void;
  /**
   * Puts a text in the outbox and empties the draft (rule D5). The first text opens a conversation; after the end of one
   * it opens a new one. `contact` goes with a first text that is left while chat is not offered. Blank text is ignored.
   */
  send(text: string, contact?: Contact | null): void;
  /** Sends a failed message again; into a new conversation when its own is closed. */
  retryMessage(id: string): void;
  /** Throws a failed message away. */
  discardMessage(id: string): void;
  /** Kept across reloads. Call it for every change of the field. */
  setDraft(text: string): void;
  /** Call it with `true` for every key, with `false` when the field is emptied; what is sent of it is limited. */
  setTyping(typing: boolean): void;
  /** Leaves contact details in the conversation. `not_found` when there is none. */
  leaveContact(contact: Contact): Promise<Answer<null>>;
  /** The visitor ends the chat. */
  end(): Promise<Answer<null>>;
  /** Rates a conversation that is over; scores by id of the survey's question. */
  rate(scores: Record<string, number>, comment: string | null): Promise<Answer<null>>;
  /** A new secret link to the case that the conversation became. */
  caseLink(): Promise<Answer<{ number: string; url: string }>>;
  /** The token to go with requests over HTTP, where the browser keeps no cookie; null where it does. */
  bearer(): string | null;
  /** Leaves a conversation that is over and shows the welcome again. */
  startOver(): void;
  /** Ends connection, timers and listeners. */
  dispose(): void;
}

/** Nothing more can be written in it: closed, or ended by the visitor. Not of a conversation that there is not. */
export const isOver = (conversation: VisitorConversation | null | undefined): boolean =>
  conversation?.status === 'closed' || conversation?.visitorEnded === true;
