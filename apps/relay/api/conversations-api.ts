import { accessOf, apiConversation, apiMessage } from '@lotsa/core';
import {
  type ApiConversations,
  ApiConversationsQuery,
  type ApiMessages,
  ApiMessagesQuery,
  type Conversation,
  decode,
  fail,
  Id,
} from '@lotsa/protocol';
import { Router } from 'express';
import * as v from 'valibot';
import type { ApiDesk, Asker } from './desk.ts';

/** `/api/v1/conversations`: those that there are, by their facts, and what was written in those that are not secret. */
export function conversationsRouter(desk: ApiDesk): Router {
  const { relay } = desk;
  const { storage } = relay.context;
  const router = Router();

  /** One that may be read. */
  async function readable(asker: Asker, id: string): Promise<Conversation> {
    const conversation = v.is(Id, id) ? await relay.conversations.load(id) : undefined;
    if (!conversation) throw fail('not_found', {});
    if (!accessOf({ type: 'staff', user: asker.user }, conversation).read) throw fail('forbidden', {});
    await desk.read(asker, id);
    return conversation;
  }

  router.get('/api/v1/conversations', async (request, response) => {
    const asker = await desk.asker(request, response, 'conversations:read');
    const { state, since, after, limit } = decode(ApiConversationsQuery, request.query);
    await desk.read(asker, 'conversations');
    const { docs, next } = await storage.find('conversations', {
      index: 'byOpen',
      equals: { open: state === 'open' ? 1 : 0 },
      ...(since === undefined ? {} : { range: { field: 'lastAt', gte: since } }),
      order: 'desc',
      limit,
      after: after || null,
    });
    const conversations = docs.map((doc) => apiConversation(asker.user, doc));
    response.json({ conversations, next } satisfies v.InferOutput<typeof ApiConversations>);
  });

  router.get('/api/v1/conversations/:id', async (request, response) => {
    const asker = await desk.asker(request, response, 'conversations:read');
    response.json(apiConversation(asker.user, await readable(asker, request.params.id)));
  });

  router.get('/api/v1/conversations/:id/messages', async (request, response) => {
    const asker = await desk.asker(request, response, 'conversations:read');
    const { after, limit } = decode(ApiMessagesQuery, request.query);
    const { id } = await readable(asker, request.params.id);
    const { docs, next } = await storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId: id },
      limit,
      after: after || null,
    });
    const messages = docs.map(apiMessage);
    response.json({ messages, next } satisfies v.InferOutput<typeof ApiMessages>);
  });

  return router;
}
