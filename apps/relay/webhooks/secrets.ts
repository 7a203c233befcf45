import { randomBytes } from 'node:crypto';
import type { WebhookDoc } from '@lotsa/storage';
import { Webhook as Signer } from 'standardwebhooks';
import { seal, unseal } from '../sign-in/sealed.ts';

/** A secret that signs: 32 random bytes, as Standard Webhooks writes them (`whsec_` and base64). */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealSecret = (key: string | null, webhookId: string, secret: string): string =>
  seal(key, webhookId, secret);

/** The headers that a delivery is signed with (Standard Webhooks 1.0): every secret that is good signs, the newest first. */
export function signedHeaders(
  key: string | null,
  webhook: WebhookDoc,
  { id, body, at }: { id: string; body: string; at: number },
): Record<string, string> | null {
  const secret = unseal(key, webhook.id, webhook.secret);
  // Sealed by a key that is gone: nothing is sent unsigned.
  if (secret === null) return null;
  const old = (webhook.oldSecretUntil ?? 0) > at ? unseal(key, webhook.id, webhook.oldSecret) : null;
  const signatures = [secret, ...(old ? [old] : [])].map((each) =>
    new Signer(each).sign(id, new Date(at), body),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
