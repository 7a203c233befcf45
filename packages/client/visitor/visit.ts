import type { Answer, VisitAnswer } from '@lotsa/protocol';
import type { callRelay } from '../http.ts';
import type { KeyValueStore } from '../key-value-store.ts';

const TOKEN = 'token';

/** The token that stands in for a cookie which the browser refused; null where the cookie works. */
export const storedToken = (store: KeyValueStore): string | null => store.get(TOKEN);

/**
 * Tells the relay that a panel was opened. `withoutCookie` when the browser is known to refuse the relay's cookie: the
 * visitor is known by a token then, which is kept in the store.
 */
export async function visit(
  call: typeof callRelay,
  url: string,
  store: KeyValueStore,
  withoutCookie: boolean,
): Promise<Answer<VisitAnswer> | null> {
  const token = storedToken(store);
  const answer = (await call('POST', url, {
    ...((withoutCookie || token) && { withoutCookie: true }),
    ...(token && { token }),
  })) as Answer<VisitAnswer> | null;
  if (answer?.ok && answer.value.token) store.set(TOKEN, answer.value.token);
  return answer;
}
