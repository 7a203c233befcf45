import type { Answer, ErrorAnswer, HandedOver } from '@lotsa/protocol';
import type { Panel } from '../panel.ts';

const TIMEOUT = 15_000;

/** Has the relay know the visitor by a token of the page or the code of an e-identification, or forget who it is. Null when nothing answered. */
export async function askIdentity(
  panel: Panel,
  by: { token: string } | { code: string } | null,
): Promise<Answer<HandedOver | null> | null> {
  const bearer = panel.chat.bearer();
  try {
    const response = await fetch(
      `/api/sites/${panel.state.site?.id}/identity${by && 'code' in by ? '/code' : ''}`,
      {
        method: by ? 'POST' : 'DELETE',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: {
          ...(by && { 'content-type': 'application/json' }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        ...(by && { body: JSON.stringify(by) }),
      },
    );
    if (response.status === 204) return { ok: true, value: null };
    const value = (await response.json()) as HandedOver & { error?: ErrorAnswer };
    if (response.ok) return { ok: true, value };
    return value.error?.code ? { ok: false, error: value.error } : null;
  } catch {
    return null;
  }
}
