import { type Catalogue, plural } from '@lotsa/ui';
import type { errorsSv } from './errors-sv.ts';

const count = plural('en');

/** What went wrong, in English. */
export const errorsEn: Catalogue<typeof errorsSv> = {
  error_already_claimed: (p) => `${p.name} has taken the question already.`,
  error_at_capacity: (p) =>
    `You already have ${p.n} questions, as many as you can have at a time. Close one or hand it off first.`,
  error_handoff_taken: (p) => `${p.name} was first and has accepted the hand-off.`,
  error_handoff_over: 'The hand-off has ended already.',
  error_forbidden: 'You may not do this.',
  error_not_found: 'This is no longer there, or you may not read it.',
  error_conversation_closed: 'The question is closed already.',
  error_changed_meanwhile: 'Somebody else has saved meanwhile. Fetch it again and redo your change.',
  error_wrong_status: 'The question has changed since you opened it. Look again and retry.',
  error_unknown_target: 'There is nobody to hand off to there. Choose somebody else.',
  error_too_many_handoffs: (p) =>
    `The question has ${p.n} hand-offs already and cannot have more. Ask your manager for help.`,
  error_rate_limited: (p) => `Too many attempts. Wait ${p.wait} and try again.`,
  error_wrong_credentials: 'The user name or the password is not right.',
  error_unauthenticated: 'You are no longer signed in. Sign in again.',
  error_storage_unavailable: 'Lotsa does not answer right now. Try again in a while.',
  error_invalid_payload: 'Something you filled in cannot be used. Check it and try again.',
  error_foreign_origin: 'The page was opened from an address that Lotsa does not know.',
  error_other: 'Something went wrong with us. Try again.',
  errorReference: (p) => `Something went wrong with us. Quote ${p.id} if you ask for help.`,
  seconds: (p) => count(p.n, { one: '1 second', other: `${p.n} seconds` }),
};
