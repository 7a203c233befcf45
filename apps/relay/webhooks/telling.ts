import { createHash } from 'node:crypto';
import { type OutsideEvent, eventOfEntry, eventOfMessage, eventOfRating } from '@lotsa/core';
import type { Message } from '@lotsa/protocol';
import type { CaseDoc, Page, WebhookDeliveryDoc, WebhookDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { queued } from '../outbound/worker.ts';
import { everyWebhook } from './every.ts';
import { GIVE_UP_MS } from './retrying.ts';

/** Puts what happened into the outbox of each webhook that wants it. */
export interface Telling {
  /**
   * Something is durable. It is queued at once where it can be; what a crash or the database keeps from it, the next
   * {@link catchUp} of any relay finds in the store.
   */
  happened(event: OutsideEvent | null): void;
  /** Holds what was queued against the store, from where it was held last: nothing is left out, and nothing told twice. */
  catchUp(): Promise<void>;
  /** A webhook was changed. */
  forget(): void;
  /** What was begun is stored. */
  settled(): Promise<void>;
}

/** Up to when the store has been looked through. */
const LOOKED = 'webhooks-looked';
const LOOK_MS = 60_000;
/** Longer than relays' clocks differ, and than something is on its way into the store. */
const BACK_MS = 60_000;
/** A change made through another relay is seen after this long. */
const FRESH_MS = 5_000;
const PAGE = 500;

/** Makes it. `hurry` is called when there is something to send. */
export function createTelling(
  { storage, now, log }: Pick<Context, 'storage' | 'now' | 'log'>,
  hurry: () => void,
): Telling {
  let known: Promise<WebhookDoc[]> | undefined;
  let knownAt = -Infinity;
  let lookedAt = -Infinity;
  const going = new Set<Promise<void>>();

  const webhooks = (): Promise<WebhookDoc[]> => {
    if (!known || now() - knownAt > FRESH_MS) {
      knownAt = now();
      const read = everyWebhook(storage).then((all) => all.filter(({ active }) => active));
      read.catch(() => {
        if (known === read) known = undefined;
      });
      known = read;
    }
    return known;
  };

  async function queue(events: readonly OutsideEvent[]): Promise<void> {
    const wanting = await webhooks();
    const deliveries = wanting.flatMap((webhook) =>
      events
        .filter(
          ({ body }) => webhook.events.includes(body.type) && Date.parse(body.timestamp) >= webhook.createdAt,
        )
        .map((event) => deliveryOf(webhook.id, event, now())),
    );
    if (deliveries.length > 0 && (await storage.insert('webhookDeliveries', deliveries)) > 0) hurry();
  }

  async function eventsSince(from: number): Promise<void> {
    const range = { field: 'lastAt', gte: from } as const;
    for (const open of [1, 0] as const) {
      await eachPage(
        (after) =>
          storage.find('conversations', { index: 'byOpen', equals: { open }, range, limit: PAGE, after }),
        async (docs) => {
          for (const { marks: _marks, ...conversation } of docs) {
            const messages = await lastMessages(conversation.id, from);
            await queue(messages.flatMap((message) => eventOfMessage(message, conversation) ?? []));
          }
        },
      );
      await eachPage(
        (after) => storage.find('cases', { index: 'byEnd', equals: { open }, range, limit: PAGE, after }),
        (docs) => queue(docs.flatMap((doc) => eventsOfCase(doc, from))),
      );
    }
    await eachPage(
      (after) =>
        storage.find('ratings', {
          index: 'byLink',
          equals: { linked: 1 },
          range: { field: 'at', gte: from },
          limit: PAGE,
          after,
        }),
      async (docs) => {
        for (const rating of docs) {
          const of = await storage.get('conversations', rating.id);
          if (of) await queue([eventOfRating(rating, of.secret)]);
        }
      },
    );
  }

  async function lastMessages(conversationId: string, from: number): Promise<Message[]> {
    const found: Message[] = [];
    const query = { index: 'bySeq', equals: { conversationId }, order: 'desc', limit: 50 } as const;
    let after: string | null = null;
    do {
      const page: Page<'messages'> = await storage.find('messages', { ...query, after });
      found.push(...page.docs);
      after = page.next;
    } while (after !== null && (found.at(-1)?.at ?? 0) >= from);
    return found.filter(({ at }) => at >= from);
  }

  return {
    happened(event) {
      if (!event) return;
      const going_ = queue([event])
        .catch((error: unknown) => log.warn({ err: error }, 'a webhook was not queued; it is found again'))
        .finally(() => going.delete(going_));
      going.add(going_);
    },

    async catchUp() {
      if (now() - lookedAt < LOOK_MS && now() >= lookedAt) return;
      lookedAt = now();
      const upTo = now() - BACK_MS;
      const looked = await storage.get('counters', LOOKED);
      // With nobody to tell there is nothing to look for.
      if (looked && (await webhooks()).length > 0) await eventsSince(Math.min(looked.value, upTo));
      await storage.put('counters', { id: LOOKED, value: upTo });
    },

    forget() {
      known = undefined;
    },

    async settled() {
      await Promise.all(going);
    },
  };
}

/** The events of a case's last entries, each told of the case as it is now. */
const eventsOfCase = ({ log, keyHashes: _keyHashes, ...it }: CaseDoc, from: number): OutsideEvent[] =>
  log.filter(({ at }) => at >= from).flatMap((entry) => eventOfEntry(entry, it) ?? []);

/** A delivery of an event. The same event is the same delivery, and has the same `webhook-id` for everybody. */
export function deliveryOf(
  webhookId: string,
  { id, body }: { id: string; body: { type: string } },
  at: number,
): WebhookDeliveryDoc {
  const messageId = `msg_${createHash('sha256').update(id).digest('base64url').slice(0, 27)}`;
  return {
    id: `${webhookId}:${messageId}`,
    webhookId,
    messageId,
    type: body.type,
    body: JSON.stringify(body),
    createdAt: at,
    ...queued(at, GIVE_UP_MS),
    error: null,
  };
}

async function eachPage<Doc>(
  read: (after: string | null) => Promise<{ docs: Doc[]; next: string | null }>,
  task: (docs: Doc[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  do {
    const page: { docs: Doc[]; next: string | null } = await read(after);
    await task(page.docs);
    after = page.next;
  } while (after !== null);
}
