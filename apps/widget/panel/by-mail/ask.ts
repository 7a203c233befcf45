import type { Answer, ErrorAnswer, MailRequest } from '@lotsa/protocol';

const TIMEOUT = 15_000;

/** Asks the relay about a conversation. Null when nothing answered. @param bearer the visitor's token, where there is no cookie. */
export async function askAbout(
  method: 'GET' | 'POST' | 'DELETE',
  conversationId: string,
  part: '' | '/mails' | '/erasing',
  bearer: string | null,
  body?: MailRequest,
): Promise<Answer<unknown> | null> {
  try {
    const response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}${part}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status === 204) return { ok: true, value: null };
    const value = (await response.json()) as { error?: ErrorAnswer };
    if (response.ok) return { ok: true, value };
    return value.error?.code ? { ok: false, error: value.error } : null;
  } catch {
    return null;
  }
}
