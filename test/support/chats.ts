import {
  createStaffConsole,
  createVisitorChat,
  type KeyValueStore,
  memoryStore,
  type Observable,
  type StaffConsole,
  type VisitorChat,
  type VisitorChatOptions,
} from '@lotsa/client';
import { type ErrorAnswer, PROTOCOL_VERSION } from '@lotsa/protocol';
import { io } from 'socket.io-client';
import { socketTransport } from '../../packages/client/socket.ts';
import { signIn } from './clients.ts';

/** The password of the demo's staff on a test's relay. */
const PASSWORD = 'correct horse battery';

/** Resolves with the first state that fits, the present one included. */
export function until<State>(of: Observable<State>, fits: (state: State) => boolean): Promise<State> {
  if (fits(of.state)) return Promise.resolve(of.state);
  return new Promise((resolve) => {
    const end = of.subscribe((state) => {
      if (!fits(state)) return;
      end();
      resolve(state);
    });
  });
}

/** Calls the relay as a page of its own does: Node's `fetch` sends no origin and keeps no cookies. */
const callAs =
  (url: string, cookie = ''): NonNullable<VisitorChatOptions['call']> =>
  async (method, address, body) => {
    const headers = { Origin: url, Cookie: cookie, 'Content-Type': 'application/json' };
    const sent = body && { body: JSON.stringify(body) };
    const response = await fetch(address, { method, headers, ...sent }).catch(() => null);
    if (!response) return null;
    if (response.status === 204) return { ok: true, value: null };
    const content = (await response.json()) as { error: ErrorAnswer };
    return response.ok ? { ok: true, value: content } : { ok: false, error: content.error };
  };

/** A panel in a browser that keeps no cookie. The same store is the same browser. */
export const panel = (url: string, store: KeyValueStore = memoryStore()): VisitorChat =>
  createVisitorChat({
    siteId: 'ekhamra',
    baseUrl: url,
    store,
    call: callAs(url),
    context: { language: 'sv', page: null, topicId: null, departmentId: null },
  });

/** A console in which somebody has signed in. */
export async function consoleOf(url: string, user: string): Promise<StaffConsole> {
  const cookie = await signIn(url, user, PASSWORD);
  const console = createStaffConsole({
    store: memoryStore(),
    baseUrl: url,
    call: callAs(url, cookie),
    loadTransport: () =>
      Promise.resolve(
        socketTransport(
          io(`${url}/staff`, {
            autoConnect: false,
            reconnection: false,
            forceNew: true,
            transports: ['websocket'],
            extraHeaders: { Cookie: cookie },
            auth: { protocol: PROTOCOL_VERSION },
          }),
        ),
      ),
  });
  await console.start();
  await until(console, ({ phase }) => phase === 'ready');
  return console;
}
