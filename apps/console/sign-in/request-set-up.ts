import type { Answer, ErrorAnswer, Setup } from '@lotsa/protocol';

const UNANSWERED: Answer<null> = { ok: false, error: { code: 'storage_unavailable', data: {} } };

/** `POST /api/setup`: asks the relay to make the first administrator. Never rejects. */
export async function requestSetUp(setup: Setup): Promise<Answer<null>> {
  try {
    const response = await fetch('/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(setup),
    });
    if (response.ok) return { ok: true, value: null };
    const { error } = (await response.json()) as { error?: ErrorAnswer };
    return error ? { ok: false, error } : UNANSWERED;
  } catch {
    return UNANSWERED;
  }
}
