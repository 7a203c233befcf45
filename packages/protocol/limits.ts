/** Limits that both sides know: the client to warn early, the relay to refuse. Lengths are UTF-16 code units. */
export const LIMITS = {
  /** One text message or note. */
  text: 4_000,
  /** The question of a hand-off, in one sentence. */
  question: 300,
  /** Why: the reason of a hand-off, of declining one. */
  reason: 1_000,
  /** The comment that may go with a rating. */
  comment: 2_000,
  /** A person's name as written by a visitor. */
  name: 120,
  /** An e-mail address (RFC 5321 section 4.5.3.1.3). */
  email: 254,
  /** A phone number as written. */
  phone: 40,
  /** The address of the page a visitor came from, without its query. */
  page: 1_000,
  /** Messages in one answer of `conversation:resume`. */
  pageMessages: 200,
  /** Conversations or hand-offs in one page of a list. */
  pageList: 50,
  /** Hand-offs of one conversation, ended ones included. */
  handoffs: 20,
  /** Bytes of one socket frame; the relay cuts a connection that sends more. */
  frame: 64 * 1024,
} as const;
