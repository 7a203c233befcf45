import { type ApiKeyAnswers, apiKeyRequests } from './api-key.ts';
import { type WebhookAnswers, webhookRequests } from './webhook.ts';

/** What an administrator's console may ask about other systems. Each change is an audit entry (rule P7). */
export const integrationRequests = { ...webhookRequests, ...apiKeyRequests } as const;

/** What they are answered with. */
export interface IntegrationAnswers extends WebhookAnswers, ApiKeyAnswers {}
