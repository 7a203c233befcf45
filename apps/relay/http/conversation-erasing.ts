import { isActing, mayVisitorErase, recordId } from '@lotsa/core';
import { fail, type RetentionRule } from '@lotsa/protocol';
import { type Request, Router } from 'express';
import { everyDocument } from '../directory.ts';
import { eraseConversation } from '../retention/erase-conversation.ts';
import { entryOf, ERASING, proofOf } from '../retention/run.ts';
import type { Relay } from '../sockets/relay.ts';
import { visitorOf } from '../visitors.ts';
import { bearerOf } from './bearer.ts';

/**
 * `/api/conversations/{id}/erasing` GET: whether its visitor may erase it now; `/api/conversations/{id}` DELETE: erases it (rule
 * P5). It may when the conversation is over, of little importance, nothing holds it and the rule in force lets visitors.
 */
export function conversationErasingRouter(relay: Relay): Router {
  const { storage, now } = relay.context;
  const router = Router();

  /** The rule by which the visitor may, or undefined; of another's conversation it is not told that it exists. */
  async function allowed(request: Request<{ id: string }>): Promise<RetentionRule | undefined> {
    const { id } = request.params;
    const conversation = await relay.conversations.load(id);
    const { cookie } = request.headers;
    const visitor =
      conversation && (await visitorOf(relay.context, conversation.siteId, cookie, bearerOf(request)));
    if (!visitor || visitor.visitorId !== conversation.visitorId) throw fail('not_found', {});
    const rules = await everyDocument(storage, 'retentionRules');
    if (!mayVisitorErase(conversation, rules)) return undefined;
    if (await storage.get('legalHolds', recordId({ type: 'conversation', id }))) return undefined;
    return rules.find(
      (rule) => rule.recordClass === conversation.recordClass && rule.visitorMayErase && isActing(rule),
    );
  }

  router.get('/api/conversations/:id/erasing', async (request, response) => {
    response.json({ allowed: (await allowed(request)) !== undefined });
  });

  router.delete('/api/conversations/:id', async (request, response) => {
    await relay.leases.hold(ERASING, async () => {
      const rule = await allowed(request);
      if (!rule) throw fail('forbidden', {});
      const { id } = request.params;
      const entry = entryOf(rule, now(), null, { ids: [proofOf(id)], held: 0 });
      await storage.insert('retentionLog', [{ ...entry, byVisitor: true }]);
      const erased = (await eraseConversation(relay, id)) ? 1 : 0;
      await storage.update('retentionLog', entry.id, { state: 'done', erased });
    });
    response.status(204).end();
  });

  return router;
}
