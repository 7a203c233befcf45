import { type ErrorAnswer, fail, LotsaError } from '@lotsa/protocol';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { errorPage } from './error-page.ts';
import { requestIdOf } from './request-log.ts';
import { plainPage } from './security.ts';
import { STATUSES } from './statuses.ts';

/** For what no route has answered; goes behind all routes. */
export const notFound: RequestHandler = () => {
  throw fail('not_found', {});
};

/**
 * Answers a request whose handler threw; goes last. Under `/api` with `{ error: { code, data } }`, elsewhere with a small
 * page. What is not one of our error codes is a fault of ours: it is logged, and the client learns its number only.
 */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const requestId = requestIdOf(response);
    const answer = answerOf(error, requestId);
    if (answer.code === 'internal') log.error({ requestId, err: error }, 'request failed');
    if (answer.code === 'storage_unavailable') log.warn({ requestId }, 'storage unavailable');
    send(request, response, answer);
  };
}

function send(request: Request, response: Response, answer: ErrorAnswer): void {
  const status = STATUSES[answer.code];
  response.status(status).setHeader('Cache-Control', 'no-store');
  if ('retryAfterMs' in answer.data) {
    response.setHeader('Retry-After', String(Math.ceil(answer.data.retryAfterMs / 1000)));
  }
  if (request.path.startsWith('/api/')) response.json({ error: answer });
  else {
    plainPage(response);
    response
      .type('html')
      .send(errorPage(status, request.acceptsLanguages(['sv', 'en']) === 'en' ? 'en' : 'sv'));
  }
}

function answerOf(error: unknown, requestId: string): ErrorAnswer {
  if (error instanceof LotsaError) return error.answer;
  const { status, type } = error as { status?: unknown; type?: unknown };
  // body-parser names what is wrong with a body (`entity.too.large`); express refuses a path that is not well formed.
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return status === 404
      ? { code: 'not_found', data: {} }
      : {
          code: 'invalid_payload',
          data: { field: '', rule: typeof type === 'string' ? type : 'malformed' },
        };
  }
  return { code: 'internal', data: { requestId } };
}
