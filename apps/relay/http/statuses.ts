import type { ErrorCode } from '@lotsa/protocol';

/** The HTTP status (RFC 9110, section 15) that goes with each error code. */
export const STATUSES: Record<ErrorCode, number> = {
  invalid_payload: 400,
  invalid_form: 422,
  protocol_mismatch: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  changed_meanwhile: 409,
  already_claimed: 409,
  conversation_closed: 409,
  wrong_status: 409,
  case_closed: 409,
  handoff_taken: 409,
  handoff_over: 409,
  too_many_handoffs: 409,
  chat_closed: 409,
  at_capacity: 409,
  unknown_target: 422,
  rate_limited: 429,
  overloaded: 503,
  internal: 500,
  storage_unavailable: 503,
  draining: 503,
};
