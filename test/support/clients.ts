import {
  type Answer,
  PROTOCOL_VERSION,
  type StaffAnswers,
  type StaffFacts,
  type StaffRequests,
  type VisitAnswer,
  type VisitorAnswers,
  type VisitorFacts,
  type VisitorRequests,
} from '@lotsa/protocol';
import { io, type Socket } from 'socket.io-client';
import type * as v from 'valibot';

/** A bare socket of the protocol: what any client could send, with everything it was told kept in order. */
export class WireClient<
  Requests extends Record<string, v.GenericSchema>,
  Answers extends Record<keyof Requests, unknown>,
  Facts,
> {
  readonly socket: Socket;
  readonly facts: { name: keyof Facts & string; fact: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: keyof Facts & string, fact: unknown) => {
      this.facts.push({ name, fact });
      // What changes in the same moment is told together: who looks for one conversation finds it all the same.
      if (name === 'conversations:changed')
        for (const conversation of (fact as StaffFacts['conversations:changed']).conversations)
          this.facts.push({ name: 'conversation:changed' as typeof name, fact: { conversation } });
      for (const look of this.#waiting) look();
    });
  }

  /** The answer to a request, whatever it is. */
  answer<Name extends keyof Requests & string>(
    name: Name,
    payload: v.InferInput<Requests[Name]>,
  ): Promise<Answer<Answers[Name]>> {
    return this.socket.timeout(10_000).emitWithAck(name, payload) as Promise<Answer<Answers[Name]>>;
  }

  /** The value of a request that succeeds. */
  async ask<Name extends keyof Requests & string>(
    name: Name,
    payload: v.InferInput<Requests[Name]>,
  ): Promise<Answers[Name]> {
    const answer = await this.answer(name, payload);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** The facts of a name so far. */
  told<Name extends keyof Facts & string>(name: Name): Facts[Name][] {
    return this.facts.filter((each) => each.name === name).map((each) => each.fact as Facts[Name]);
  }

  /** The first fact that fits, from the beginning; waits for it. */
  fact<Name extends keyof Facts & string>(
    name: Name,
    fits: (fact: Facts[Name]) => boolean = () => true,
  ): Promise<Facts[Name]> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.told(name).find(fits);
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}

export type VisitorWire = WireClient<VisitorRequests, VisitorAnswers, VisitorFacts>;
export type StaffWire = WireClient<StaffRequests, StaffAnswers, StaffFacts>;

/** Connects, or rejects with the error code of the handshake. */
function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', (error: Error & { data?: { code: string } }) => {
      reject(new Error(error.data?.code ?? error.message));
      socket.disconnect();
    });
    // A relay that is killed between the connection and the answer to it: Socket.IO says nothing more of that. After a refusal it does.
    socket.io.once('close', () => setImmediate(() => reject(new Error('closed'))));
  });
}

const options = { transports: ['websocket'], forceNew: true, reconnection: false };

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

/** Posts JSON as a page of the relay would. */
export const post = (url: string, path: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
    body: JSON.stringify(body),
  });

/** A visitor that opened the panel: its cookie, and what it was answered. */
export async function visit(url: string, cookie = ''): Promise<{ cookie: string; answer: VisitAnswer }> {
  const response = await post(url, '/api/sites/ekhamra/visit', {}, cookie);
  if (!response.ok) throw new Error(await response.text());
  return { cookie: cookiesOf(response), answer: (await response.json()) as VisitAnswer };
}

/** A visitor's socket. @throws Error with the code of a refused handshake. */
export async function visitorSocket(
  url: string,
  cookie: string,
  auth: object = { protocol: PROTOCOL_VERSION, siteId: 'ekhamra' },
): Promise<VisitorWire> {
  const socket = io(`${url}/visitor`, { ...options, auth, extraHeaders: { Cookie: cookie } });
  const client: VisitorWire = new WireClient(socket);
  await connected(socket);
  return client;
}

/** The session cookie of a staff member. */
export async function signIn(url: string, user: string, password: string): Promise<string> {
  const response = await post(url, '/api/session', { user, password });
  if (!response.ok) throw new Error(await response.text());
  return cookiesOf(response);
}

/** A console's socket, opened. @throws Error with the code of a refused handshake. */
export async function staffSocket(
  url: string,
  cookie: string,
  auth: object = { protocol: PROTOCOL_VERSION },
): Promise<StaffWire> {
  const socket = io(`${url}/staff`, { ...options, auth, extraHeaders: { Cookie: cookie } });
  const client: StaffWire = new WireClient(socket);
  await connected(socket);
  await client.ask('console:open', {});
  return client;
}
