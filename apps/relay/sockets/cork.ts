import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';

/** The parts of an engine.io socket that are used here (engine.io 6). */
interface EngineSocket {
  request: IncomingMessage;
  transport: { name: string };
  on(event: 'flush', listener: () => void): unknown;
}

/**
 * Gives the kernel what one moment brings a connection as one write. A console is told of many conversations at once, since
 * the storage commits them at once, and a write for each is the dearest thing that a relay does.
 */
export function corkWrites(engine: Server['engine']): void {
  engine.on('connection', (connection: EngineSocket) => {
    // Begun as something else, its request is not the connection that it goes on by.
    if (connection.transport.name !== 'websocket') return;
    const { socket } = connection.request;
    let corked = false;
    const uncork = (): void => {
      corked = false;
      socket.uncork();
    };
    connection.on('flush', () => {
      if (corked) return;
      corked = true;
      socket.cork();
      // Behind everything that is told in this turn of the loop.
      setImmediate(uncork);
    });
  });
}
