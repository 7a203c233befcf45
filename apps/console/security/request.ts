import { callRelay } from '@lotsa/client';
import type { Answer } from '@lotsa/protocol';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

const UNANSWERED: Answer<never> = { ok: false, error: { code: 'storage_unavailable', data: {} } };

/** Asks the relay about sign-in; the answer has the shape that `packages/protocol/sign-in.ts` gives it. */
export async function request<Value = null>(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
): Promise<Answer<Value>> {
  return ((await callRelay(method, url, body)) as Answer<Value> | null) ?? UNANSWERED;
}

/** What came of asking the browser for a passkey; null when the user thought better of it. */
type Passkeyed<Value> = Promise<Answer<Value> | null>;

/** Has the browser use a passkey: `url` takes what it answers, and `url`/options says what to ask it for. */
export async function askPasskey<Value = null>(url: string): Passkeyed<Value> {
  const options = await request<PublicKeyCredentialRequestOptionsJSON>('POST', `${url}/options`);
  if (!options.ok) return options;
  try {
    const response = await startAuthentication({ optionsJSON: options.value });
    return await request<Value>('POST', url, { response });
  } catch {
    return null;
  }
}

/** Has the browser make a passkey with a name that the user knows again. */
export async function makePasskey<Value>(name: string): Passkeyed<Value> {
  const options = await request<PublicKeyCredentialCreationOptionsJSON>(
    'POST',
    '/api/account/passkeys/options',
  );
  if (!options.ok) return options;
  try {
    const response = await startRegistration({ optionsJSON: options.value });
    return await request<Value>('POST', '/api/account/passkeys', { name, response });
  } catch {
    return null;
  }
}
