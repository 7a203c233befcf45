import type { ApiCase, ApiEntry, Contact } from '@lotsa/protocol';

/** A case as it is handed to another system. */
export interface OutgoingRecord {
  format: 'lotsa-case';
  version: 1;
  /** The same again is the same record: the other system takes it once. */
  id: string;
  /** What it is, and everything that has happened to it. */
  case: ApiCase;
  contact: Contact | null;
  log: ApiEntry[];
  /** Where staff open it. */
  url: string;
}

/** What has become of a record in the other system. */
export type RecordStatus =
  /** It is there, and has no number yet. */
  | { state: 'received' }
  /** It has a number there. */
  | { state: 'registered'; number: string }
  /** It does not belong there; `reason` is the other system's own word. */
  | { state: 'refused'; reason: string };

/**
 * A way to a registry or case system. To connect another one, write these two functions and name it in `open-connector.ts`.
 * Both throw {@link ConnectorError} when the other system cannot be reached: they are called again.
 */
export interface Connector {
  /** Hands a record over, once for its id. @returns what the other system knows it by. */
  deliver(record: OutgoingRecord, signal: AbortSignal): Promise<string>;
  /** What has become of it. */
  status(externalId: string, signal: AbortSignal): Promise<RecordStatus>;
}

/** The other system did not do what it was asked. `code` names no person and no content; `permanent`: it never will. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly code: string;
  readonly permanent: boolean;
  constructor(code: string, permanent = false) {
    super(code);
    this.code = code;
    this.permanent = permanent;
  }
}
