import { randomUUID } from 'node:crypto';
import { staffRequests, visitorRequests } from '@lotsa/protocol';
import type * as v from 'valibot';
import { DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';
import { chance } from '../faults/lab/schedule.ts';
import { fitting, garbage, oneOf, type Pool, type Random } from './inputs.ts';

/** What came of it: every answer by its code, and what must not be. */
export interface Outcome {
  answers: Map<string, number>;
  wrong: string[];
}

interface Wire {
  socket: {
    timeout(ms: number): { emitWithAck(name: string, ...args: unknown[]): Promise<unknown> };
    connected: boolean;
  };
  close(): void;
}
type Requests = Record<string, v.GenericSchema>;

/** Inputs of one connection: fewer than a visitor or a user may send in ten seconds. */
const PER_CONNECTION = 120;
/** Inputs under way at once. */
const AT_ONCE = 20;
const STAFF = Array.from({ length: 6 }, (_, i) => `agent-0${i + 1}`);
const FITTING = [
  'ekhamra',
  'sv',
  'en',
  'bygglov',
  'avfall',
  'agent-01',
  'specialist-ubf',
  'Hej, en fråga.',
  'kim@example.se',
];

/**
 * Sends inputs to a running relay: events that nearly fit, garbage, frames that are no frames, and requests over HTTP;
 * mixed with valid traffic. Every event must be answered, and nothing may be a fault of ours.
 */
export async function fuzz(url: string, seed: number, inputs: number): Promise<Outcome> {
  const random = chance(seed);
  const outcome: Outcome = { answers: new Map(), wrong: [] };
  const conversations: string[] = [randomUUID()];
  const cookies = await Promise.all(STAFF.map((user) => signIn(url, user, DEMO_PASSWORD)));
  for (let sent = 0, turn = 0; sent < inputs; sent += PER_CONNECTION, turn += 1) {
    if (turn % 4 === 3) await overHttp(url, random, outcome);
    else if (turn % 4 === 2) {
      const wire = await patiently(() => staffSocket(url, oneOf(random, cookies)));
      await events(wire, staffRequests, random, conversations, outcome);
      wire.close();
    } else {
      const wire = await visitorSocket(url, (await visit(url)).cookie);
      const conversationId = randomUUID();
      const start = { conversationId, id: randomUUID(), text: 'Hej', language: 'sv', page: null };
      await wire.answer('conversation:start', {
        ...start,
        topicId: null,
        departmentId: null,
        contact: { email: 'kim@example.se' },
      });
      conversations.push(conversationId);
      await events(wire, visitorRequests, random, conversations.slice(-5), outcome);
      (wire.socket.io.engine as unknown as { write(data: string): void }).write(noFrame(random));
      wire.close();
    }
    const health = await fetch(`${url}/healthz`);
    if (!health.ok) outcome.wrong.push(`/healthz answers ${health.status}`);
  }
  return outcome;
}

/** Again and again: a user may have used up what it may ask in ten seconds. */
async function patiently<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await open();
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

const noFrame = (random: Random): string =>
  oneOf(random, [
    '2/visitor,',
    '2/visitor,1["message:send",',
    '9',
    '51-["x"]',
    '2["message:send"]',
    '4',
    '0/admin,{}',
    '2/visitor,99999999999999999999["x"]',
  ]);

async function events(
  wire: Wire,
  requests: Requests,
  random: Random,
  ids: string[],
  outcome: Outcome,
): Promise<void> {
  const names = [...Object.keys(requests), 'toString', 'no:such'];
  for (let i = 0; i < PER_CONNECTION; i += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const name = oneOf(random, names);
        const schema = Object.hasOwn(requests, name) ? requests[name] : undefined;
        const pool: Pool = [...FITTING, ...ids, randomUUID()];
        const wrong = oneOf(random, [0, 0.1, 0.5]);
        const payload = schema && random() < 0.8 ? fitting(schema, random, pool, wrong) : garbage(random);
        let answer;
        try {
          answer = await wire.socket.timeout(8_000).emitWithAck(name, payload);
        } catch {
          // A frame above the limit of one frame ends the connection, which is an answer.
          if (wire.socket.connected)
            outcome.wrong.push(`${name} was not answered: ${JSON.stringify(payload).slice(0, 300)}`);
          return;
        }
        note(outcome, name, answer, payload);
      }),
    );
  }
}

function note({ answers, wrong }: Outcome, name: string, answer: unknown, payload: unknown): void {
  const { ok, error } = (answer ?? {}) as { ok?: boolean; error?: { code: string } };
  const code = ok ? 'ok' : (error?.code ?? 'none');
  answers.set(code, (answers.get(code) ?? 0) + 1);
  if (code === 'internal' || code === 'none') {
    wrong.push(`${name} was answered ${code}: ${JSON.stringify(payload).slice(0, 300)}`);
  }
}

async function overHttp(url: string, random: Random, outcome: Outcome): Promise<void> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  for (let i = 0; i < PER_CONNECTION / 4; i += 1) {
    const path = oneOf(random, [
      ...Object.keys(paths),
      '/%',
      '/chat/%00',
      '/console/../../etc/passwd',
      '/socket.io/?EIO=4&transport=polling',
    ]);
    const method = oneOf(random, ['GET', 'POST', 'DELETE', 'PATCH', 'PUT']);
    const address =
      url +
      path.replace(/\{[^}]+\}/g, () =>
        encodeURIComponent(oneOf(random, ['ekhamra', '..', 'x'.repeat(300), '__proto__'])),
      );
    const body =
      method === 'GET'
        ? {}
        : { body: oneOf(random, ['{', '[]', 'null', '"x"', JSON.stringify(garbage(random)) ?? '']) };
    // Signing in is slow on purpose, and limited by address.
    if (path === '/api/session' && method === 'POST') continue;
    const response = await fetch(address, {
      method,
      headers: { origin: url, 'content-type': 'application/json' },
      ...body,
    });
    await response.arrayBuffer();
    const code = `HTTP ${response.status}`;
    outcome.answers.set(code, (outcome.answers.get(code) ?? 0) + 1);
    if (response.status >= 500) outcome.wrong.push(`${method} ${path} was answered ${response.status}`);
  }
}
