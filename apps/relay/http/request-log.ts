import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

const HEADER = 'X-Request-Id';

/** The id of the request that a response answers. It is made by us: one from outside could be anything. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(HEADER) ?? '');
}

/**
 * Gives each request an id, which its answer carries as `X-Request-Id`, and notes method, path, status and time at the
 * level `debug`. No address, no query, no header, no body (rule P3).
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const { method, path } = request;
    response.setHeader(HEADER, requestId);
    response.on('finish', () => {
      const ms = Math.round(performance.now() - startedAt);
      log.debug({ requestId, method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
