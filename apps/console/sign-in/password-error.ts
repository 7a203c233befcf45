import type { ErrorAnswer } from '@lotsa/protocol';
import type { Texts } from '../locales/index.ts';

/** What is wrong with a new password, in words for its field; undefined when it is something else that went wrong. */
export function passwordError(t: Texts, error: ErrorAnswer | null): string | undefined {
  if (error?.code !== 'invalid_payload' || error.data.field !== 'password') return undefined;
  if (error.data.rule === 'password_named') return t.passwordNamed;
  return error.data.rule === 'password_common' ? t.passwordCommon : t.passwordShort;
}
