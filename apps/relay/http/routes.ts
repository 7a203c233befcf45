import type { Express } from 'express';
import type { Relay } from '../sockets/relay.ts';
import { rooms } from '../sockets/server.ts';
import { errorHandler, notFound } from './errors.ts';
import { healthRouter } from './health.ts';
import { type Metrics, metricsRouter } from './metrics.ts';
import { openapiRouter } from './openapi.ts';
import { requireOwnOrigin } from './origin.ts';
import { pagesRouter } from './pages.ts';
import { securityHeaders } from './security.ts';
import { sessionRouter } from './session.ts';
import { setupRouter } from './setup.ts';
import { visitRouter } from './visit.ts';

/** Everything that is answered over HTTP, in the order it is tried. */
export function httpRoutes(http: Express, relay: Relay, metrics: Metrics, state: { draining: boolean }): void {
  const { context } = relay;
  http.disable('x-powered-by');
  http.set('trust proxy', context.config.trustProxy);
  http.use(metrics.measure, securityHeaders(context));
  http.use(healthRouter(context, state), metricsRouter(metrics), openapiRouter(context));
  http.use('/api', requireOwnOrigin(context.config));
  http.use(
    sessionRouter(context, (sessionId) => endSession(relay, sessionId)),
    setupRouter(context),
    visitRouter(relay),
    pagesRouter(context),
    notFound,
    errorHandler(context),
  );
}

/** The consoles of a sign-in that has ended learn it at once. */
function endSession({ staff }: Relay, sessionId: string): void {
  const room = staff.to(rooms.session(sessionId));
  room.emit('session:ended', {});
  staff.in(rooms.session(sessionId)).disconnectSockets(true);
}
