import type { ErrorAnswer } from '@lotsa/protocol';

/** Where one's own message is (rule D5). `failed` keeps its text and waits for a retry or to be discarded. */
export type MessageState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** What one's own message is known to have come to. */
export interface Progress {
  /** Null for what others wrote. */
  state: MessageState | null;
  /** Why it failed; null otherwise. */
  error: ErrorAnswer | null;
}

/** Whether a client has a live connection to its relay. `idle`: none is wanted yet. */
export type ConnectionState = 'idle' | 'connecting' | 'online' | 'offline';

/** The state of a stored message of one's own, by how far the other side has received and read. */
export function progressOf(seq: number, delivered: number, read: number): Progress {
  return { state: seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent', error: null };
}
