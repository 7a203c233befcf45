import type { ErrorAnswer } from '@lotsa/protocol';

/** A map of requests as the protocol writes it: payload in, acknowledgement out. */
export type RequestMap<Requests> = {
  [Name in keyof Requests]: (payload: never, ack: never) => void;
};

/** What a request takes. */
export type PayloadOf<Requests extends RequestMap<Requests>, Name extends keyof Requests> = Parameters<
  Requests[Name]
>[0];

/** What a request is answered with. */
export type AnswerOf<Requests extends RequestMap<Requests>, Name extends keyof Requests> = Parameters<
  Requests[Name]
>[1] extends (answer: infer Answered) => void
  ? Answered
  : never;

/** A fact with its name, so that a `switch` on `name` knows it. */
export type FactOf<Facts> = { [Name in keyof Facts]: { name: Name; fact: Facts[Name] } }[keyof Facts];

/** What a transport tells of its connection. `error` is the relay's refusal of the handshake; null for all else. */
export type ConnectionChange = { type: 'online' } | { type: 'offline'; error: ErrorAnswer | null };

/**
 * The port to the relay. It makes one attempt at a time and never tries again by itself: {@link createLink} does.
 * Every `connect()` ends in one `online` or `offline`; an `online` in one `offline`, or in our `disconnect()`, of which
 * nothing is told.
 */
export interface Transport<Requests extends RequestMap<Requests>, Facts> {
  connect(): void;
  disconnect(): void;
  /** The relay's answer; null when there is none (no connection, lost on the way, too late): it may have happened. */
  request<Name extends keyof Requests & string>(
    name: Name,
    payload: PayloadOf<Requests, Name>,
  ): Promise<AnswerOf<Requests, Name> | null>;
  /** The one listener of each; set before `connect()`. */
  onConnection: (change: ConnectionChange) => void;
  onFact: (fact: FactOf<Facts>) => void;
}
