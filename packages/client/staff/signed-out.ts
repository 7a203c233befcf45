import type { Answer } from '@lotsa/protocol';

/** What is answered when nobody is signed in, or the session ended before the relay could answer. */
export const SIGNED_OUT: Answer<never> = { ok: false, error: { code: 'unauthenticated', data: {} } };
