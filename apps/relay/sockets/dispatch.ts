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
  /** Calls back when it has taken too long; @returns what takes that back. */
  impatient(tooLate: () => void): () => void;
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
 * What is to change a conversation is refused when it takes too long, whatever becomes of it then: asked again under its id,
 * it is done once (rule D2).
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
    const [payload] = args;
    const ack = args.at(-1) as (answer: Answer<unknown>) => void;
    if (typeof ack !== 'function') return;
    const began = performance.now();
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const request = schema ? name : 'unknown';
    answering ??= open();
    const { gate, handlers } = answering;
    let inTime: (() => void) | undefined;
    let answered = false;

    function answer(result: Answer<unknown>): void {
      if (answered) return;
      answered = true;
      inTime?.();
      ack(result);
      const code = result.ok ? 'ok' : result.error.code;
      const ms = performance.now() - began;
      gate.done(request, code, ms);
      if (log.isLevelEnabled('debug')) note(result, code, ms);
    }

    function note(result: Answer<unknown>, code: string, ms: number): void {
      const requestId =
        result.ok || result.error.code !== 'internal' ? randomUUID() : result.error.data.requestId;
      log.debug({ requestId, request, ...conversationIn(payload), code, ms: Math.round(ms) }, 'request');
    }

    const refuse = (error: unknown): void =>
      answer({ ok: false, error: answerOf(error, { request: name, ...conversationIn(payload) }, log) });

    try {
      gate.enter();
      if (!schema) throw fail('invalid_payload', { field: 'event', rule: 'unknown' });
      const decoded = decode(schema, payload) as never;
      gate.admit(name);
      if (isCommand(decoded)) inTime = gate.impatient(() => refuse(fail('storage_unavailable', {})));
      handlers[name as keyof Requests](decoded)
        .then((value) => answer({ ok: true, value }), refuse)
        .catch((error: unknown) => log.error({ err: error, request: name }, 'request not answered'));
    } catch (error) {
      refuse(error);
    }
  });
}

/** Whether a request is to change a conversation: it has an id then, which its message gets. */
const isCommand = (decoded: object | null): boolean =>
  decoded !== null && 'id' in decoded && 'conversationId' in decoded;

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
