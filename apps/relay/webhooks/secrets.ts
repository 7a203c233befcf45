import { randomBytes } from 'node:crypto';
import type { WebhookDoc } from '@lotsa/storage';
import { Webhook as Signer } from 'standardwebhooks';

/** A secret that signs: 32 random bytes, as Standard Webhooks writes them (`whsec_` and base64). */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers that a delivery is signed with (Standard Webhooks 1.0): every secret that is good signs, the newest first. */
export function signedHeaders(
  { secret, oldSecret, oldSecretUntil }: WebhookDoc,
  { id, body, at }: { id: string; body: string; at: number },
): Record<string, string> {
  const secrets = [secret, ...((oldSecretUntil ?? 0) > at ? [oldSecret] : [])];
  const signatures = secrets.map((each) => new Signer(each).sign(id, new Date(at), body));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
