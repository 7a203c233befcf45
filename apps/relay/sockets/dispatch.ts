import { randomUUID } from 'node:crypto';
import { type Answer, decode, fail, LotsaError } from '@lotsa/protocol';
import type { Logger } from 'pino';
import type * as v from 'valibot';

type Schemas = Record<string, v.GenericSchema>;

/** What answers the requests of one socket: each gets its decoded payload. */
export type Handlers<Requests extends Schemas, Answers extends Record<keyof Requests, unknown>> = {
  [Name in keyof Requests]: (payload: v.InferOutput<Requests[Name]>) => Promise<Answers[Name]>;
};

/** What {@link dispatch} needs of a socket. */
interface RequestSource {
  onAny(listener: (name: string, ...args: unknown[]) => void): unknown;
}

/** What goes on while requests are answered; shared by all sockets of the relay. */
export interface RequestGate {
  /** Called first with each request's name; throws to refuse it (limits, draining). */
  enter(name: string): Promise<void> | void;
  /** Called when it has been answered. */
  done(name: string, code: string, ms: number): void;
}

/**
 * Answers every request of a socket: decoded by its schema, handled, acknowledged with a value or an error code.
 * What is not a known request with an acknowledgement is answered if it can be, and goes no further.
 */
export function dispatch<Requests extends Schemas, Answers extends Record<keyof Requests, unknown>>(
  socket: RequestSource,
  schemas: Requests,
  handlers: Handlers<Requests, Answers>,
  gate: RequestGate,
  log: Logger,
): void {
  socket.onAny((name, ...args) => {
    const ack = args.at(-1);
    if (typeof ack !== 'function') return;
    const began = performance.now();
    const known = Object.hasOwn(schemas, name);
    answer(known ? args[0] : undefined, name, known)
      .then((result) => {
        gate.done(known ? name : 'unknown', result.ok ? 'ok' : result.error.code, performance.now() - began);
        (ack as (answer: Answer<unknown>) => void)(result);
      })
      .catch((error: unknown) => log.error({ err: error, request: name }, 'request not answered'));
  });

  async function answer(payload: unknown, name: string, known: boolean): Promise<Answer<unknown>> {
    try {
      if (!known) throw fail('invalid_payload', { field: 'event', rule: 'unknown' });
      await gate.enter(name);
      const decoded = decode(schemas[name]!, payload);
      return { ok: true, value: await handlers[name as keyof Requests](decoded as never) };
    } catch (error) {
      return { ok: false, error: answerOf(error, name, log) };
    }
  }
}

/** The error as it travels. What is not ours to tell becomes `internal` with an id that the log has too. */
function answerOf(error: unknown, request: string, log: Logger): LotsaError['answer'] {
  if (error instanceof LotsaError) {
    if (error.answer.code === 'storage_unavailable') log.warn({ request }, 'storage unavailable');
    return error.answer;
  }
  const requestId = randomUUID();
  log.error({ err: error, request, requestId }, 'request failed');
  return { code: 'internal', data: { requestId } };
}
