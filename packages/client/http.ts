import type { Answer, ErrorAnswer } from '@lotsa/protocol';

const TIMEOUT = 15_000;

/**
 * One request to the relay's JSON interface. Null when nothing answered, or something that is not the relay did (a proxy's
 * error page).
 */
export async function callRelay(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: object,
): Promise<Answer<unknown> | null> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (response.status === 204) return { ok: true, value: null };
    const content = (await response.json()) as { error?: ErrorAnswer };
    if (response.ok) return { ok: true, value: content };
    return content.error?.code ? { ok: false, error: content.error } : null;
  } catch {
    return null;
  }
}
