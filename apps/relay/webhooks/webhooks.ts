import { randomBytes } from 'node:crypto';
import {
  type DeliveryState,
  fail,
  type StaffRef,
  type Webhook,
  type WebhookAnswers,
  type WebhookDelivery,
  type WebhookSetup,
} from '@lotsa/protocol';
import type { WebhookDeliveryDoc, WebhookDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { refusalOfUrl } from '../outbound/ask.ts';
import { queued } from '../outbound/worker.ts';
import { everyWebhook, MOST_WEBHOOKS } from './every.ts';
import { GIVE_UP_MS } from './retrying.ts';
import { newSecret } from './secrets.ts';
import { deliveryOf } from './telling.ts';

/** Webhooks as administrators look after them. Who may is the caller's to ask; every change is written down (rule P7). */
export interface Webhooks {
  list(): Promise<Webhook[]>;
  save(
    by: StaffRef,
    id: string | null,
    revision: number | null,
    setup: WebhookSetup,
  ): Promise<WebhookAnswers['webhook:save']>;
  rotate(by: StaffRef, id: string): Promise<WebhookAnswers['webhook:rotate']>;
  remove(by: StaffRef, id: string): Promise<void>;
  test(by: StaffRef, id: string): Promise<WebhookDelivery>;
  deliveries(
    id: string,
    state: DeliveryState | null,
    after: string | null,
  ): Promise<WebhookAnswers['webhook:deliveries']>;
  replay(by: StaffRef, id: string, deliveryId: string | null): Promise<number>;
}

/** How long the secret before goes on signing too, so that a receiver can change it without losing anything. */
const OLD_SECRET_MS = 24 * 60 * 60_000;
const PAGE = 50;
/** Deliveries that one click sends again. */
const MOST_AGAIN = 1_000;

/** Makes it. `changed`: what is told by them is to be read again; `hurry`: there is something to send. */
export function createWebhooks(
  { storage, config, now }: Context,
  audit: Audit,
  { changed, hurry }: { changed: () => void; hurry: () => void },
): Webhooks {
  async function found(id: string): Promise<WebhookDoc> {
    const doc = await storage.get('webhooks', id);
    if (!doc) throw fail('not_found', {});
    return doc;
  }

  async function change(before: WebhookDoc, set: Partial<WebhookDoc>): Promise<WebhookDoc> {
    const { id, revision } = before;
    const doc = await storage.update('webhooks', id, { ...set, revision: revision + 1 }, { revision });
    if (!doc) throw fail('changed_meanwhile', { name: null });
    changed();
    return doc;
  }

  function requireReachable(url: string): void {
    const rule = refusalOfUrl(url, config.privateHosts);
    if (rule) throw fail('invalid_payload', { field: 'setup.url', rule });
  }

  async function again(doc: WebhookDeliveryDoc): Promise<boolean> {
    const set = queued(now(), GIVE_UP_MS);
    return (await storage.update('webhookDeliveries', doc.id, set, { state: doc.state })) !== undefined;
  }

  return {
    list: async () => (await everyWebhook(storage)).map(shown),

    async save(by, id, revision, setup) {
      requireReachable(setup.url);
      if (id === null) {
        if ((await everyWebhook(storage)).length >= MOST_WEBHOOKS)
          throw fail('invalid_payload', { field: 'id', rule: 'too_many' });
        const secret = newSecret();
        const own = `wh_${randomBytes(9).toString('base64url')}`;
        const doc: WebhookDoc = {
          ...setup,
          id: own,
          revision: 1,
          createdAt: now(),
          failingSince: null,
          stoppedAt: null,
          oldSecretUntil: null,
          secret,
          oldSecret: '',
        };
        await audit(by, 'webhookChanged', own, { change: { before: null, after: audited(setup) } });
        await storage.insert('webhooks', [doc]);
        changed();
        return { webhook: shown(doc), secret };
      }
      const before = await found(id);
      if (before.revision !== revision) throw fail('changed_meanwhile', { name: null });
      await audit(by, 'webhookChanged', id, { change: { before: audited(before), after: audited(setup) } });
      // Switched on again, or sent elsewhere: it has a new chance.
      const renewed = (setup.active && !before.active) || setup.url !== before.url;
      const doc = await change(before, {
        ...setup,
        ...(renewed ? { failingSince: null, stoppedAt: null } : {}),
      });
      return { webhook: shown(doc), secret: null };
    },

    async rotate(by, id) {
      const before = await found(id);
      await audit(by, 'webhookSecretRotated', id);
      const secret = newSecret();
      const doc = await change(before, {
        secret,
        oldSecret: before.secret,
        oldSecretUntil: now() + OLD_SECRET_MS,
      });
      return { webhook: shown(doc), secret };
    },

    async remove(by, id) {
      const before = await found(id);
      await audit(by, 'webhookRemoved', id, { change: { before: audited(before), after: null } });
      await storage.removeOne('webhooks', id);
      changed();
      while ((await storage.remove('webhookDeliveries', { ...ofHook(id), limit: MOST_AGAIN })) > 0);
    },

    async test(by, id) {
      const { active } = await found(id);
      if (!active) throw fail('wrong_status', { status: 'off' });
      await audit(by, 'webhookTested', id);
      const at = now();
      const body = { type: 'test', timestamp: new Date(at).toISOString(), data: {} };
      const delivery = deliveryOf(id, { id: `test:${randomBytes(12).toString('hex')}`, body }, at);
      await storage.insert('webhookDeliveries', [delivery]);
      hurry();
      return shownDelivery(delivery);
    },

    async deliveries(id, state, after) {
      await found(id);
      const query =
        state === null ? ofHook(id) : { index: 'byHookState' as const, equals: { webhookId: id, state } };
      const page = await storage.find('webhookDeliveries', { ...query, order: 'desc', limit: PAGE, after });
      return { deliveries: page.docs.map(shownDelivery), next: page.next };
    },

    async replay(by, id, deliveryId) {
      const { active } = await found(id);
      if (!active) throw fail('wrong_status', { status: 'off' });
      const docs: WebhookDeliveryDoc[] = [];
      if (deliveryId === null) {
        const failed = { index: 'byHookState', equals: { webhookId: id, state: 'failed' } } as const;
        docs.push(...(await storage.find('webhookDeliveries', { ...failed, limit: MOST_AGAIN })).docs);
      } else {
        const doc = await storage.get('webhookDeliveries', deliveryId);
        if (!doc || doc.webhookId !== id) throw fail('not_found', {});
        if (doc.state === 'queued') throw fail('wrong_status', { status: doc.state });
        docs.push(doc);
      }
      if (docs.length === 0) return 0;
      await audit(by, 'webhookReplayed', deliveryId ?? id);
      let sent = 0;
      for (const doc of docs) if (await again(doc)) sent += 1;
      if (sent > 0) hurry();
      return sent;
    },
  };
}

const ofHook = (webhookId: string) => ({ index: 'byHook', equals: { webhookId } }) as const;

/** What stands in the audit log: whose address it is, without its path, by which many let in whoever knows it (rule P7). */
const audited = ({ name, url, events, active }: WebhookSetup): WebhookSetup => ({
  name,
  url: new URL(url).origin,
  events,
  active,
});

/** A webhook without its secrets. */
function shown({ secret: _secret, oldSecret: _oldSecret, ...webhook }: WebhookDoc): Webhook {
  return webhook;
}

function shownDelivery({
  webhookId: _webhookId,
  giveUpAt: _giveUpAt,
  ...it
}: WebhookDeliveryDoc): WebhookDelivery {
  return it;
}
