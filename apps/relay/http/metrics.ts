import { type RequestHandler, Router } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { BUCKETS } from './timings.ts';

/** The figures of one relay for Prometheus. They count; they name nobody. */
export interface Metrics {
  /** Other parts add theirs to it. */
  registry: Registry;
  /** Measures every HTTP request; goes before the routes. */
  observe: RequestHandler;
  /** `GET /metrics`, in the Prometheus text format. */
  router: Router;
}

/** Makes the figures: those of the process, and how long HTTP requests take. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'lotsa_http_request_duration_seconds',
    help: 'Time from an HTTP request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [registry],
  });

  const observe: RequestHandler = (request, response, next) => {
    const stop = requests.startTimer();
    response.on('finish', () => {
      const { route } = request as { route?: { path: unknown } };
      // The pattern and not the path: otherwise anybody could fill the memory with series.
      const path = typeof route?.path === 'string' ? route.path : 'other';
      stop({ method: request.method, route: path, status: response.statusCode });
    });
    next();
  };

  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { registry, observe, router };
}
