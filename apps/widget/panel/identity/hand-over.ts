import type { VisitorChat, VisitorState } from '@lotsa/client';
import type { Panel } from '../panel.ts';
import { askIdentity } from './ask.ts';
import { beginAnew } from './begin-anew.ts';

/** The shape of a signed token (RFC 7515, 7.1). */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

let last: string | undefined;

/** What the page says of who its visitor is: a signed token, or an empty text for nobody. Each is told to the relay once. */
export async function handOver(panel: Panel, given: unknown): Promise<void> {
  if (typeof given !== 'string' || given === last || given.length > 4_000) return;
  if (given && !TOKEN.test(given)) return tell(panel, 'signature');
  last = given;
  await until(panel.chat, ({ phase }) => phase === 'ready');
  let answer = await askIdentity(panel, given ? { token: given } : null);
  if (answer?.ok === false && answer.error.code === 'unauthenticated') {
    // A browser that keeps no cookie is known as soon as it is connected.
    await until(panel.chat, ({ connection }) => connection === 'online');
    answer = await askIdentity(panel, given ? { token: given } : null);
  }
  if (!answer?.ok) {
    // It may be said again.
    last = undefined;
    const refused = answer?.error.code === 'identity_refused' ? answer.error.data.reason : 'unreachable';
    return tell(panel, refused);
  }
  tell(panel, null);
  if (!answer.value?.another) return;
  beginAnew(panel, answer.value);
}

const tell = ({ embedder }: Panel, reason: string | null): void =>
  embedder?.tell({ lotsa: 'identified', reason });

/** Waits until the chat is so. */
function until(chat: VisitorChat, is: (state: VisitorState) => boolean): Promise<void> {
  if (is(chat.state)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = chat.subscribe((state) => {
      if (!is(state)) return;
      stop();
      resolve();
    });
  });
}
