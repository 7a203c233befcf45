import { WEBHOOK_BODIES, WebhookEventType } from '@lotsa/protocol';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

const SUMMARIES: Record<WebhookEventType, string> = {
  'conversation.started': 'Somebody asked a question.',
  'conversation.assigned': 'An agent has it.',
  'conversation.handoff': 'A department was asked, or has said or done something about it.',
  'conversation.closed': 'It is over, or was registered when it was over.',
  'case.created': 'A case was opened.',
  'case.changed': 'Something happened to a case.',
  'case.closed': 'A case has ended.',
  'rating.given': 'A visitor answered the survey.',
  'feedback.given': 'Somebody said whether a guide or an answer helped.',
};

const HEADERS = [
  ['webhook-id', 'Names the event: the same again has the same one.'],
  ['webhook-timestamp', 'When it was sent, in seconds since 1970.'],
  [
    'webhook-signature',
    'One or more `v1,` with HMAC-SHA256 of id, time and body, parted by spaces (Standard Webhooks 1.0).',
  ],
] as const;

/** The `webhooks` of the description (OpenAPI 3.1): what other systems are told of. */
export const webhooks = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    WebhookEventType.options.map((type) => [
      type,
      {
        post: {
          summary: SUMMARIES[type],
          parameters: HEADERS.map(([name, description]) => ({
            name,
            description,
            in: 'header',
            required: true,
            schema: { type: 'string' },
          })),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(WEBHOOK_BODIES[type]) } },
          },
          responses: {
            '2XX': { description: 'Taken. Anything else is tried again for three days.' },
            '410': { description: 'Nothing more is wanted: the webhook is switched off.' },
          },
        },
      },
    ]),
  );
