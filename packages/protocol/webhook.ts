import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { Channel, HandoffMode, Outcome } from './message.ts';
import { Id, Language, Slug, Time, writtenText } from './primitives.ts';
import { CaseStatus } from './case-type.ts';

/** What another system may be told of. To add one: name it here, say what it carries below, and what causes it in core. */
export const WebhookEventType = v.picklist([
  'conversation.started',
  'conversation.assigned',
  'conversation.handoff',
  'conversation.closed',
  'case.created',
  'case.changed',
  'case.closed',
  'rating.given',
  'feedback.given',
]);
export type WebhookEventType = v.InferOutput<typeof WebhookEventType>;

/**
 * A conversation by its facts: nothing that was written, no contact, no page. Of a secret one it is told that it exists and
 * where it stands; what it is about is null (rule P6).
 */
const conversation = {
  conversationId: Id,
  siteId: Slug,
  secret: v.boolean(),
  status: v.picklist(['queued', 'assigned', 'handedOff', 'closed']),
  startedAt: Time,
  channel: v.nullable(Channel),
  language: v.nullable(Language),
  topicId: v.nullable(Slug),
  departmentId: v.nullable(Slug),
};
/** A case by its facts, in the same way. */
const caseFacts = {
  number: v.string(),
  siteId: Slug,
  secret: v.boolean(),
  status: CaseStatus,
  receivedAt: Time,
  promisedAt: Time,
  closedAt: v.nullable(Time),
  kind: v.nullable(Slug),
  topicId: v.nullable(Slug),
  departmentId: v.nullable(Slug),
  /** The conversation that it came from. */
  conversationId: v.nullable(Id),
};
const event = <Type extends string, Data extends v.ObjectEntries>(type: Type, data: Data) =>
  v.strictObject({
    type: v.literal(type),
    /** When it happened (ISO 8601). */
    timestamp: v.pipe(v.string(), v.isoTimestamp()),
    data: v.strictObject(data),
  });

/** The body of a webhook, by what it tells of. */
export const WEBHOOK_BODIES = {
  'conversation.started': event('conversation.started', conversation),
  /** An agent has it; null of a secret one. */
  'conversation.assigned': event('conversation.assigned', { ...conversation, agentId: v.nullable(Slug) }),
  /** Where a hand-off is now. */
  'conversation.handoff': event('conversation.handoff', {
    ...conversation,
    handoffId: Id,
    mode: HandoffMode,
    state: v.picklist([
      'needsApproval',
      'requested',
      'accepted',
      'declined',
      'expired',
      'withdrawn',
      'becameCase',
      'answered',
    ]),
    deadline: Time,
    toDepartmentId: v.nullable(Slug),
  }),
  'conversation.closed': event('conversation.closed', {
    ...conversation,
    closedAt: Time,
    outcome: Outcome,
    caseNumber: v.nullable(v.string()),
  }),
  'case.created': event('case.created', caseFacts),
  /** `change` is the kind of entry in its log; what stands in it is not told. */
  'case.changed': event('case.changed', { ...caseFacts, change: v.string() }),
  'case.closed': event('case.closed', { ...caseFacts, change: v.string() }),
  /** A visitor's answers to the survey; null of a secret conversation. What it wrote is not told. */
  'rating.given': event('rating.given', {
    conversationId: Id,
    siteId: Slug,
    secret: v.boolean(),
    scores: v.nullable(v.record(v.string(), v.number())),
  }),
  /** Somebody said that a guide or an answer helped, or did not. It names nobody. */
  'feedback.given': event('feedback.given', {
    siteId: Slug,
    kind: v.picklist(['guide', 'answer']),
    subjectId: Slug,
    helped: v.boolean(),
  }),
} as const satisfies Record<WebhookEventType, v.GenericSchema>;

/** The body of a webhook. */
export type WebhookBody = {
  [T in WebhookEventType]: v.InferOutput<(typeof WEBHOOK_BODIES)[T]>;
}[WebhookEventType];

/** Where a delivery is. `waiting` is tried again by itself; `failed` was given up, and can be sent again by hand. */
export const DeliveryState = v.picklist(['queued', 'sent', 'failed']);
export type DeliveryState = v.InferOutput<typeof DeliveryState>;

/** An address that webhooks go to. Which addresses are too near to be asked is decided at each connection. */
const Endpoint = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'empty'),
  v.maxLength(500, 'too_long'),
  // Without a name and password in it.
  v.regex(/^https?:\/\/[^\s"'<>/@?#]+([/?#][^\s"'<>]*)?$/, 'url'),
  v.url('url'),
);

/** What an administrator says of a webhook. */
export const WebhookSetup = v.object({
  name: writtenText(LIMITS.name),
  url: Endpoint,
  events: v.pipe(
    v.array(WebhookEventType),
    v.minLength(1, 'empty'),
    v.transform((events) => [...new Set(events)]),
  ),
  active: v.boolean(),
});
export type WebhookSetup = v.InferOutput<typeof WebhookSetup>;

/** A webhook as administrators see it: its secret is never shown again. */
export interface Webhook extends WebhookSetup {
  id: string;
  revision: number;
  createdAt: number;
  /** Since when nothing has reached it; null while it works. */
  failingSince: number | null;
  /** When Lotsa switched it off by itself, because nothing reached it for long. */
  stoppedAt: number | null;
  /** Until when the secret before the last one signs too. */
  oldSecretUntil: number | null;
}

/** A delivery in the log. */
export interface WebhookDelivery {
  id: string;
  /** The `webhook-id` that it is sent with. */
  messageId: string;
  type: string;
  state: DeliveryState;
  createdAt: number;
  tries: number;
  nextTryAt: number | null;
  endedAt: number | null;
  /** The HTTP status of the last try, or a word for what went wrong on the way; null before the first. */
  error: string | null;
  /** What was sent, word by word. */
  body: string;
}

const webhookId = v.pipe(v.string(), v.regex(/^wh_[A-Za-z0-9_-]{8,40}$/, 'id'));
const deliveryId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** What an administrator's console may ask about webhooks. */
export const webhookRequests = {
  'webhooks:list': v.object({}),
  /** A new one, with `id` and `revision` null; its secret comes with the answer, once. */
  'webhook:save': v.object({
    id: v.nullable(webhookId),
    revision: v.nullable(v.pipe(v.number(), v.integer())),
    setup: WebhookSetup,
  }),
  /** Makes another secret; the one before signs too for a day. */
  'webhook:rotate': v.object({ id: webhookId }),
  /** With its log. */
  'webhook:remove': v.object({ id: webhookId }),
  /** Sends something now, so that whoever sets it up sees that it arrives. */
  'webhook:test': v.object({ id: webhookId }),
  /** Its deliveries, the latest first; all, or those in one state. */
  'webhook:deliveries': v.object({
    id: webhookId,
    state: v.nullable(DeliveryState),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  /** Sends one again as it was, under the same `webhook-id`; with null all that were given up. */
  'webhook:replay': v.object({ id: webhookId, deliveryId: v.nullable(deliveryId) }),
} as const;

/** What they are answered with. */
export interface WebhookAnswers {
  'webhooks:list': { webhooks: Webhook[] };
  /** `secret` of a new one (`whsec_…`), and never again. */
  'webhook:save': { webhook: Webhook; secret: string | null };
  'webhook:rotate': { webhook: Webhook; secret: string };
  'webhook:remove': null;
  'webhook:test': WebhookDelivery;
  'webhook:deliveries': { deliveries: WebhookDelivery[]; next: string | null };
  'webhook:replay': { queued: number };
}
