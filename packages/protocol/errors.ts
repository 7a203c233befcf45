import type { FieldError } from './form.ts';
import type { SecondFactor, StepUpMethod } from './sign-in.ts';

/**
 * Every error that leaves the relay, on a socket or over HTTP, is one of these codes with its data; screens find the
 * words for it. No text of an exception ever reaches a client.
 */
export interface ErrorData {
  /** A field of the payload does not fit its schema. `field` is its path (`contact.email`), `rule` the check it failed. */
  invalid_payload: { field: string; rule: string };
  /** Fields of a form do not pass their checks; the rest of what was sent is kept by the sender. */
  invalid_form: { fields: FieldError[] };
  /** No session, or one that has ended. */
  unauthenticated: Record<string, never>;
  /** The session's role may not do this. */
  forbidden: Record<string, never>;
  /** There is no such thing, or it is not to be known by this session. */
  not_found: Record<string, never>;
  /** Somebody else saved it since it was fetched (`name`, where it is known). */
  changed_meanwhile: { name: string | null };
  /** It cannot be retired or removed: these need it (`kind` of settings, and the id of one). */
  in_use: { kind: string; id: string };
  /** Nobody would be left who can administer. */
  last_administrator: Record<string, never>;
  /** Somebody else has the conversation already (`name` of the staff member). */
  already_claimed: { name: string };
  /** The conversation is closed; a visitor starts a new one. */
  conversation_closed: Record<string, never>;
  /** The state of the conversation does not allow this (`status` is where it stands). */
  wrong_status: { status: string };
  /** Somebody else accepted this hand-off first (rule H5). */
  handoff_taken: { name: string };
  /** The hand-off has ended already. */
  handoff_over: { state: string };
  /** What is to be transferred has not been exported, or has grown since. */
  not_exported: Record<string, never>;
  /** It is secret: whoever takes it out says why, which is logged. */
  reason_needed: Record<string, never>;
  /** The case has ended; what it was answered stays to be read. */
  case_closed: { status: string };
  /** Somebody else changed the case (`name`) after what this user had before it; `seq` is where it stands. */
  case_changed: { name: string; seq: number };
  /** The case goes on in another one (`number`) already. */
  already_merged: { number: string };
  /** Other cases were merged into this one (`n`): merge the other way round. */
  has_duplicates: { n: number };
  /** Nobody works in the department or with the name that was asked. */
  unknown_target: Record<string, never>;
  /** The conversation has as many hand-offs as it may have. */
  too_many_handoffs: { limit: number };
  /** Chat is not offered now (rule R4); a message with contact details can be left. */
  chat_closed: { opensAt: number | null };
  /** The agent has as many conversations as its capacity (rule R1). */
  at_capacity: { capacity: number };
  /** Slow down; try again after so many milliseconds. */
  rate_limited: { retryAfterMs: number };
  /**
   * More come than usual: the same request with `proof` is taken (rule B2). Its nonce makes a hash begin with so many zero
   * bits; `about` and `at` are what it is of.
   */
  proof_needed: { bits: number; about: string; at: number };
  /** A member of the staff has kept this visitor out until a time (rule B3). */
  banned: { until: number };
  /** More people write than Lotsa can take: new conversations wait; try again after so many milliseconds. */
  overloaded: { retryAfterMs: number };
  /** The wrong user name or password; which one is not told. */
  wrong_credentials: Record<string, never>;
  /** The password was right; one of these is needed too. */
  second_factor: { methods: SecondFactor[] };
  /** The password was right; the role has to have a second factor, which is to be set up now. */
  enrol_factor: Record<string, never>;
  /** Who sits there has to show again that it is them, by one of these, and then ask once more. */
  step_up: { methods: StepUpMethod[] };
  /** Client and relay speak different versions; reload. */
  protocol_mismatch: { version: number };
  /** The request came from a page that is not ours. */
  foreign_origin: Record<string, never>;
  /** The database does not answer. Nothing was stored; the same request can be sent again. */
  storage_unavailable: Record<string, never>;
  /** The relay is going down; connect again. */
  draining: { retryAfterMs: number };
  /** A fault of ours; `requestId` finds it in the log. */
  internal: { requestId: string };
}

/** A code of {@link ErrorData}. */
export type ErrorCode = keyof ErrorData;

/** An error as it travels: its code and the data of that code. */
export type ErrorAnswer = { [C in ErrorCode]: { code: C; data: ErrorData[C] } }[ErrorCode];

/** What every request is answered with. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: ErrorAnswer };

/** An error inside our code that is to reach the client as it is. */
export class LotsaError extends Error {
  readonly answer: ErrorAnswer;
  constructor(answer: ErrorAnswer) {
    super(answer.code);
    this.name = 'LotsaError';
    this.answer = answer;
  }
}

/** Makes a {@link LotsaError}: `throw fail('forbidden', {})`. */
export function fail<C extends ErrorCode>(code: C, data: ErrorData[C]): LotsaError {
  return new LotsaError({ code, data } as ErrorAnswer);
}
