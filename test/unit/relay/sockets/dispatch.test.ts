import { randomUUID } from 'node:crypto';
import { Id } from '@lotsa/protocol';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { createLog } from '../../../../apps/relay/log.ts';
import { dispatch } from '../../../../apps/relay/sockets/dispatch.ts';

const schemas = { 'message:send': v.object({ conversationId: Id, text: v.string() }) };
const nothing = (): void => undefined;
const gate = { enter: nothing, admit: nothing, impatient: () => nothing, done: nothing };

/** What the log says of requests to a handler that knows one conversation and fails in another. */
async function logged(level: 'debug' | 'info', ...requests: [string, unknown][]) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(level, {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  let ask: (name: string, ...args: unknown[]) => void = () => undefined;
  const handle = ({ text }: { text: string }): Promise<null> =>
    text === 'fel' ? Promise.reject(new Error('broken')) : Promise.resolve(null);
  dispatch(
    { onAny: (listener) => (ask = listener) },
    schemas,
    () => ({ handlers: { 'message:send': handle }, gate }),
    log,
  );
  const answers: unknown[] = [];
  for (const [name, payload] of requests)
    answers.push(await new Promise((resolve) => ask(name, payload, resolve)));
  return { lines, answers };
}

it('[P3] notes each request with an id of its own and its conversation, and nothing of what was written', async () => {
  const conversationId = randomUUID();
  const { lines } = await logged(
    'debug',
    ['message:send', { conversationId, text: 'Jag heter Kim' }],
    ['message:send', { conversationId, text: 7 }],
    ['Kim Andersson', { text: 'Jag heter Kim' }],
  );
  expect(lines).toMatchObject([
    { request: 'message:send', conversationId, code: 'ok' },
    { request: 'message:send', conversationId, code: 'invalid_payload' },
    { request: 'unknown', code: 'invalid_payload' },
  ]);
  expect(new Set(lines.map((line) => line['requestId'])).size).toBe(3);
  expect(JSON.stringify(lines)).not.toContain('Kim');
});

it('gives a fault of ours one id, in the answer and in the log, and is silent otherwise', async () => {
  const conversationId = randomUUID();
  const asked: [string, unknown] = ['message:send', { conversationId, text: 'fel' }];
  const { lines, answers } = await logged('debug', asked);
  const { requestId } = lines[0] as { requestId: string };
  expect(lines).toMatchObject([
    { conversationId, requestId, msg: 'request failed' },
    { code: 'internal', requestId },
  ]);
  expect(answers).toEqual([{ ok: false, error: { code: 'internal', data: { requestId } } }]);
  expect((await logged('info', ['message:send', { conversationId, text: 'Hej' }])).lines).toEqual([]);
});

it('[D2] answers a command that takes too long once; a question may take longer', async () => {
  const answers: unknown[] = [];
  let ask: (name: string, ...args: unknown[]) => void = () => undefined;
  let done: (value: null) => void = nothing;
  const late: (() => void)[] = [];
  const schema = v.object({ conversationId: Id, id: v.optional(Id) });
  const handle = (): Promise<null> => new Promise((resolve) => (done = resolve));
  dispatch(
    { onAny: (listener) => (ask = listener) },
    { 'message:send': schema, 'conversation:resume': schema },
    () => ({
      handlers: { 'message:send': handle, 'conversation:resume': handle },
      gate: { ...gate, impatient: (tooLate) => (late.push(tooLate), nothing) },
    }),
    createLog('fatal', { write: nothing }),
  );
  const conversationId = randomUUID();
  ask('message:send', { conversationId, id: randomUUID() }, (answer: unknown) => answers.push(answer));
  late[0]?.();
  done(null);
  const resumed = new Promise((resolve) => ask('conversation:resume', { conversationId }, resolve));
  done(null);
  expect(await resumed).toEqual({ ok: true, value: null });
  expect(late).toHaveLength(1);
  expect(answers).toEqual([{ ok: false, error: { code: 'storage_unavailable', data: {} } }]);
});
