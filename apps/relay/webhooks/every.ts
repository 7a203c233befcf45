import type { Storage, WebhookDoc } from '@lotsa/storage';

/** Webhooks that there may be; each is told everything it wants. */
export const MOST_WEBHOOKS = 50;

/** All of them. */
export const everyWebhook = async (storage: Storage): Promise<WebhookDoc[]> =>
  (await storage.find('webhooks', { index: 'all', limit: MOST_WEBHOOKS })).docs;
