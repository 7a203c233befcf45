import { callRelay } from '@lotsa/client';
import type { Answer } from '@lotsa/protocol';

const UNANSWERED: Answer<never> = { ok: false, error: { code: 'storage_unavailable', data: {} } };

/** Asks the relay over HTTP; the answer has the shape that `packages/protocol` gives it. Never rejects. */
export async function request<Value = null>(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
): Promise<Answer<Value>> {
  return ((await callRelay(method, url, body)) as Answer<Value> | null) ?? UNANSWERED;
}
