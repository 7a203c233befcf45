import type { Answer, ErrorAnswer, MailRequest } from '@lotsa/protocol';

const TIMEOUT = 15_000;

/** Asks the relay for a mail. Null when nothing answered. @param bearer the visitor's token, where there is no cookie. */
export async function askForMail(
  conversationId: string,
  request: MailRequest,
  bearer: string | null,
): Promise<Answer<null> | null> {
  try {
    const response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}/mails`, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        'content-type': 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(request),
    });
    if (response.ok) return { ok: true, value: null };
    const { error } = (await response.json()) as { error?: ErrorAnswer };
    return error?.code ? { ok: false, error } : null;
  } catch {
    return null;
  }
}
