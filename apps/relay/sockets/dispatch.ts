import { randomUUID } from 'node:crypto';
import { type Answer, decode, fail, Id, LotsaError } from '@lotsa/protocol';
import type { Logger } from 'pino';
import * as v from 'valibot';

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
  /** Called first, for whatever comes; throws to refuse it (draining, too many). */
  enter(): void;
  /** Called with a request that is well formed; throws to refuse it (too many of its kind). */
  admit(name: string): void;
  /** Called when it has been answered. */
  done(name: string, code: string, ms: number): void;
}

/** What answers one socket. */
export interface Answering<Requests extends Schemas, Answers extends Record<keyof Requests, unknown>> {
  handlers: Handlers<Requests, Answers>;
  gate: RequestGate;
}

/**
 * Answers every request of a socket: decoded by its schema, handled, acknowledged with a value or an error code, and noted
 * at the level `debug` with its ids; never what was written, nor by whom (rule P3).
 * What is not a known request with an acknowledgement is answered if it can be, and goes no further.
 * @param open makes what answers, at the first request: most panels are only open, and thousands of them cost memory.
 */
export function dispatch<Requests extends Schemas, Answers extends Record<keyof Requests, unknown>>(
  socket: RequestSource,
  schemas: Requests,
  open: () => Answering<Requests, Answers>,
  log: Logger,
): void {
  let answering: Answering<Requests, Answers> | undefined;
  socket.onAny((name, ...args) => {
    const ack = args.at(-1);
    if (typeof ack !== 'function') return;
    const began = performance.now();
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    answering ??= open();
    const { gate } = answering;
    answer(answering, args[0], name, schema)
      .then((result) => {
        (ack as (answer: Answer<unknown>) => void)(result);
        const [request, code] = [schema ? name : 'unknown', result.ok ? 'ok' : result.error.code];
        const ms = performance.now() - began;
        gate.done(request, code, ms);
        if (!log.isLevelEnabled('debug')) return;
        const requestId =
          result.ok || result.error.code !== 'internal' ? randomUUID() : result.error.data.requestId;
        log.debug({ requestId, request, ...conversationIn(args[0]), code, ms: Math.round(ms) }, 'request');
      })
      .catch((error: unknown) => log.error({ err: error, request: name }, 'request not answered'));
  });

  async function answer(
    { handlers, gate }: Answering<Requests, Answers>,
    payload: unknown,
    name: string,
    schema: v.GenericSchema | undefined,
  ): Promise<Answer<unknown>> {
    try {
      gate.enter();
      if (!schema) throw fail('invalid_payload', { field: 'event', rule: 'unknown' });
      const decoded = decode(schema, payload) as never;
      gate.admit(name);
      return { ok: true, value: await handlers[name as keyof Requests](decoded) };
    } catch (error) {
      return { ok: false, error: answerOf(error, { request: name, ...conversationIn(payload) }, log) };
    }
  }
}

/** What the log says of a request. */
interface About {
  request: string;
  conversationId?: string;
}

/** The conversation that a request is about, where it names one. */
function conversationIn(payload: unknown): Pick<About, 'conversationId'> {
  const given = v.safeParse(Id, (payload as { conversationId?: unknown } | null | undefined)?.conversationId);
  return given.success ? { conversationId: given.output } : {};
}

/** The error as it travels. What is not ours to tell becomes `internal` with an id that the log has too. */
function answerOf(error: unknown, about: About, log: Logger): LotsaError['answer'] {
  if (error instanceof LotsaError) {
    if (error.answer.code === 'storage_unavailable') log.warn(about, 'storage unavailable');
    return error.answer;
  }
  const requestId = randomUUID();
  log.error({ err: error, ...about, requestId }, 'request failed');
  return { code: 'internal', data: { requestId } };
}
