import type { Answer, ErrorAnswer } from '@lotsa/protocol';

const UNANSWERED: Answer<never> = { ok: false, error: { code: 'storage_unavailable', data: {} } };

/** Asks for a file, with a body where there is one to send, and has the browser keep it under a name. */
export async function fetchFile(url: string, body: object | null, name: string): Promise<Answer<null>> {
  try {
    const response = await fetch(
      url,
      body
        ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
        : {},
    );
    if (!response.ok) return { ok: false, error: ((await response.json()) as { error: ErrorAnswer }).error };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    // The browser has begun by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return { ok: true, value: null };
  } catch {
    return UNANSWERED;
  }
}
