import type {
  StaffFactEvents,
  StaffRequestEvents,
  VisitorFactEvents,
  VisitorRequestEvents,
} from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Namespace, Socket } from 'socket.io';

type NoServerEvents = Record<string, never>;

/** What relays tell each other, besides what their clients are told. */
interface RelayEvents {
  /** Somebody came, left or changed status: look at the store. */
  'people:changed': () => void;
  /** No address is told: each relay knows those of its own sockets (rule P3). */
  'visitor:banned': (visitorId: string, until: number) => void;
}

/** Who is behind a visitor's socket, as the handshake found. */
export interface VisitorIdentity {
  visitorId: string;
  siteId: string;
  sessionId: string;
}

/** What is kept of a visitor's socket. */
interface VisitorConnection extends VisitorIdentity {
  /** Where it came from: in memory only (rule P3). */
  address: string;
}

/** Who is behind a console's socket, as the handshake found. */
export interface StaffIdentity {
  user: UserDoc;
  sessionId: string;
  expiresAt: number;
}

export type VisitorNamespace = Namespace<
  VisitorRequestEvents,
  VisitorFactEvents,
  NoServerEvents,
  VisitorConnection
>;
export type VisitorSocket = Socket<
  VisitorRequestEvents,
  VisitorFactEvents,
  NoServerEvents,
  VisitorConnection
>;
export type StaffNamespace = Namespace<StaffRequestEvents, StaffFactEvents, RelayEvents, StaffIdentity>;
export type StaffSocket = Socket<StaffRequestEvents, StaffFactEvents, RelayEvents, StaffIdentity>;

/** The rooms of both namespaces. */
export const rooms = {
  /** All panels of a site. */
  site: (siteId: string) => `site:${siteId}`,
  /** All panels of a visitor: its tabs stay in step. */
  visitor: (visitorId: string) => `visitor:${visitorId}`,
  /** All consoles that have a conversation open. */
  conversation: (id: string) => `conversation:${id}`,
  /** All consoles of a user. */
  user: (id: string) => `user:${id}`,
  /** All consoles of a department's specialists. */
  department: (id: string) => `department:${id}`,
  /** All consoles of the contact centre. */
  centre: 'centre',
  /** All consoles that watch the board. */
  board: 'board',
  /** All consoles of the managers. */
  managers: 'managers',
  /** All consoles of those who know a topic or department best. */
  skill: (id: string) => `skill:${id}`,
  /** Nobody is ever in it. An empty list of rooms would be everybody to Socket.IO; with this one in it, none is empty. */
  nobody: 'nobody',
  /** All consoles of one sign-in, or all panels of one visitor in one browser. */
  session: (id: string) => `session:${id}`,
} as const;

/** Makes the adapter of each namespace, by which relays reach each other's clients. */
export type AdapterFactory = (namespace: Namespace) => Namespace['adapter'];
