import type { ApiKey, DeliveryState, Webhook } from '@lotsa/protocol';

/** An address that is told what happens. Every change is on the condition of `revision`. */
export interface WebhookDoc extends Webhook {
  /** What its deliveries are signed with (`whsec_…`). */
  secret: string;
  /** The one before, which signs too until `oldSecretUntil`; empty for none. */
  oldSecret: string;
}

/** Something that a webhook is told. Its id is the webhook's and the event's, so that the same thing is one delivery. */
export interface WebhookDeliveryDoc {
  id: string;
  webhookId: string;
  messageId: string;
  type: string;
  state: DeliveryState;
  /** What is sent, as it was when it happened: ids and facts. */
  body: string;
  createdAt: number;
  tries: number;
  /** When it is tried next; whoever moves it on under the condition of what it was may try. Null when it has ended. */
  nextTryAt: number | null;
  /** It is no use any more after this. */
  giveUpAt: number;
  endedAt: number | null;
  error: string | null;
}

/** A key of the API. `hash` is the SHA-256 of the key, so that a copy of the database opens nothing. */
export interface ApiKeyDoc extends ApiKey {
  hash: string;
}
