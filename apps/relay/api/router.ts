import { Router } from 'express';
import type { Relay } from '../sockets/relay.ts';
import { casesRouter } from './cases-api.ts';
import { conversationsRouter } from './conversations-api.ts';
import { createApiDesk } from './desk.ts';
import { figuresRouter } from './figures-api.ts';
import { guidesRouter } from './guides-api.ts';

/**
 * `/api/v1`: what other systems ask, with a key as `Authorization: Bearer`. No browser sends one by itself, so that a request
 * may come from anywhere.
 */
export function apiRouter(relay: Relay): Router {
  const desk = createApiDesk(relay);
  return Router().use(conversationsRouter(desk), casesRouter(desk), guidesRouter(desk), figuresRouter(desk));
}
