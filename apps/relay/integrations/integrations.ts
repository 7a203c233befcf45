import { randomUUID } from 'node:crypto';
import { eventOfEntry, eventOfFeedback, eventOfMessage } from '@lotsa/core';
import type { Helped } from '@lotsa/protocol';
import type { WebhookDoc } from '@lotsa/storage';
import { type ApiKeys, createApiKeys } from '../api/keys.ts';
import type { Audit } from '../audit/audit.ts';
import type { CaseChanged } from '../cases/cases.ts';
import { caseOf } from '../cases/case-boxes.ts';
import type { Context } from '../context.ts';
import type { Appended } from '../conversations.ts';
import { createSender } from '../webhooks/sending.ts';
import { createTelling, type Telling } from '../webhooks/telling.ts';
import { createWebhooks, type Webhooks } from '../webhooks/webhooks.ts';

/** What connects Lotsa with other systems. */
export interface Integrations {
  webhooks: Webhooks;
  apiKeys: ApiKeys;
  /** Tells webhooks of something that is durable. */
  happened: Telling['happened'];
  /** A message of this relay is durable. */
  appended(appended: Appended): void;
  /** A case was changed by this relay. */
  caseChanged(changed: CaseChanged): void;
  /** Somebody said whether a guide or an answer helped. */
  judged(siteId: string, what: Helped, helped: boolean): void;
  /** Looks for what was not told, and sends what is due. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes it. `stopped`: nothing has reached a webhook for long, and it was switched off. */
export function createIntegrations(
  context: Context,
  audit: Audit,
  stopped: (webhook: WebhookDoc) => Promise<void>,
): Integrations {
  const sender = createSender(context, async (webhook) => {
    telling.forget();
    await stopped(webhook);
  });
  const telling = createTelling(context, () => sender.hurry());
  return {
    webhooks: createWebhooks(context, audit, {
      changed: () => telling.forget(),
      hurry: () => sender.hurry(),
    }),
    apiKeys: createApiKeys(context, audit),
    happened: (event) => telling.happened(event),
    appended: ({ message, conversation }) => telling.happened(eventOfMessage(message, conversation)),
    caseChanged({ doc }) {
      const entry = doc.log.at(-1);
      if (entry) telling.happened(eventOfEntry(entry, caseOf(doc)));
    },
    judged: (siteId, what, helped) =>
      telling.happened(eventOfFeedback({ ...what, siteId, helped }, randomUUID(), context.now())),
    async look() {
      await telling.catchUp();
      await sender.look();
    },
    async stop() {
      await telling.settled();
      await sender.stop();
    },
  };
}
