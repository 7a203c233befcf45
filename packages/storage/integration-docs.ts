import type { ApiKey, DeliveryState, Handover, Webhook } from '@lotsa/protocol';
import type { OutgoingDoc } from './outgoing-doc.ts';

/** An address that is told what happens. Every change by somebody is on the condition of `revision`. */
export interface WebhookDoc extends Webhook {
  /** What its deliveries are signed with (`whsec_…`). */
  secret: string;
  /** The one before, which signs too until `oldSecretUntil`; empty for none. */
  oldSecret: string;
}

/** Something that a webhook is told. Its id is the webhook's and the event's, so that the same thing is one delivery. */
export interface WebhookDeliveryDoc extends OutgoingDoc {
  webhookId: string;
  messageId: string;
  type: string;
  state: DeliveryState;
  /** What is sent, as it was when it happened: ids and facts. */
  body: string;
}

/** A key of the API. `hash` is the SHA-256 of the key, so that a copy of the database opens nothing. */
export interface ApiKeyDoc extends ApiKey {
  hash: string;
}

/** A case on its way to another system. Its id is the case's, so that it goes once. */
export type HandoverDoc = Handover & OutgoingDoc;
