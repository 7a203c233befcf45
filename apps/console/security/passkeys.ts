import type { Answer } from '@lotsa/protocol';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { request } from '../fetching/request.ts';

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
