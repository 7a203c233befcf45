import type { WebhookDeliveryDoc, WebhookDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { ask, AskError } from '../outbound/ask.ts';
import { createWorker, type Tried, type Worker } from '../outbound/worker.ts';
import { spread, STOP_AFTER_MS, waitAfter } from './retrying.ts';
import { signedHeaders } from './secrets.ts';

/** A delivery is erased this long after it happened, whatever became of it. */
const DELIVERY_KEPT_MS = 30 * 24 * 60 * 60_000;
/** One try takes no longer (Standard Webhooks: 15 to 30 seconds). */
const SEND_MS = 15_000;
const AT_ONCE = 8;
/** An address that does not answer keeps what is for others waiting no longer than this, now and then. */
const PAUSE_MS = 30_000;

/** Makes what sends deliveries. `stopped`: nothing has reached a webhook for long, and it was switched off. */
export function createSender(context: Context, stopped: (webhook: WebhookDoc) => Promise<void>): Worker {
  const { storage, config, now } = context;
  /** Until when an address that did not answer is left alone, by webhook. */
  const paused = new Map<string, number>();

  async function attempt(
    delivery: WebhookDeliveryDoc,
    signal: AbortSignal,
  ): Promise<Tried<'webhookDeliveries'>> {
    const webhook = await storage.get('webhooks', delivery.webhookId);
    if (!webhook?.active) return { became: 'failed', error: 'EOFF' };
    const rest = (paused.get(webhook.id) ?? 0) - now();
    if (rest > 0) return { became: 'queued', error: delivery.error, waitMs: rest, uncounted: true };
    const { messageId: id, body, tries } = delivery;
    const signed = signedHeaders(webhook, { id, body, at: now() });
    let error: string;
    try {
      const headers = { ...signed, 'Content-Type': 'application/json', 'User-Agent': 'Lotsa' };
      const { status } = await ask(
        { url: webhook.url, method: 'POST', headers, body, timeoutMs: SEND_MS, maxBytes: 0, signal },
        config.privateHosts,
      );
      if (status >= 200 && status < 300) {
        await reached(webhook);
        return { became: 'sent', set: { error: String(status) } };
      }
      error = String(status);
    } catch (thrown) {
      error = thrown instanceof AskError ? thrown.code : 'EFAULT';
      // It was us who let go of it.
      if (signal.aborted) return { became: 'queued', error, waitMs: 0, uncounted: true };
      paused.set(webhook.id, now() + PAUSE_MS);
    }
    await missed(webhook, error);
    // 410: it wants nothing any more (Standard Webhooks).
    if (error === '410') return { became: 'failed', error };
    return { became: 'queued', error, waitMs: spread(waitAfter(tries), Math.random()) };
  }

  async function reached({ id, failingSince }: WebhookDoc): Promise<void> {
    paused.delete(id);
    if (failingSince !== null) await storage.update('webhooks', id, { failingSince: null }, { failingSince });
  }

  async function missed({ id, failingSince }: WebhookDoc, error: string): Promise<void> {
    const at = now();
    if (failingSince === null && error !== '410') {
      await storage.update('webhooks', id, { failingSince: at }, { failingSince: null });
      return;
    }
    if (error !== '410' && at - (failingSince ?? at) < STOP_AFTER_MS) return;
    // Of several relays one says so.
    const off = { active: false, stoppedAt: at, failingSince: failingSince ?? at };
    const webhook = await storage.update('webhooks', id, off, { active: true });
    if (webhook) await stopped(webhook);
  }

  return createWorker(context, {
    collection: 'webhookDeliveries',
    keptMs: DELIVERY_KEPT_MS,
    atOnce: AT_ONCE,
    tryMs: SEND_MS + 1_000,
    attempt,
    about: ({ type, webhookId }) => ({ type, webhookId }),
  });
}
