import { Router } from 'express';
import type { Context } from '../context.ts';

/** An answer that takes longer than this is none. */
const PING_MS = 2_000;

/**
 * `/healthz`: the process is alive, whatever its surroundings do; a watchdog restarts it when not. `/readyz`: it can
 * serve; a load balancer sends nothing while not.
 */
export function healthRouter({ storage }: Context, isDraining: () => boolean): Router {
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({ status: 'alive' });
  });

  router.get('/readyz', async (_request, response) => {
    const status = isDraining()
      ? 'draining'
      : (await answers(storage.ping()))
        ? 'ready'
        : 'storage_unavailable';
    response
      .status(status === 'ready' ? 200 : 503)
      .setHeader('Cache-Control', 'no-store')
      .json({ status });
  });

  return router;
}

async function answers(ping: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PING_MS, false);
  });
  const answered = ping.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
