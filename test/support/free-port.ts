import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections by themselves: none takes it while a killed relay is away. */
const [FIRST, LAST] = [20_000, 32_000];

/** A port that was free a moment ago. By chance, so that test files that run at the same time do not choose the same. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue; // somebody else's
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
