import type { Server } from 'socket.io';

/**
 * What may wait for one connection, in characters of what is sent: more than the largest answer that a client asks for
 * (200 messages of 4,000 characters) and less than 2 MB.
 */
const MAX_QUEUED = 1_900_000;

/** The parts of an engine.io socket that are used here (engine.io 6). */
interface EngineSocket {
  on(event: 'packetCreate', listener: (packet: { data?: unknown }) => void): unknown;
  on(event: 'flush', listener: () => void): unknown;
  close(discard: boolean): void;
  transport: {
    name: string;
    writable: boolean;
    /** Of a WebSocket: that of the package `ws`. */
    socket?: { bufferedAmount: number; terminate(): void };
  };
}

/**
 * Cuts a connection whose reader is slower than what it is told, at the packet that is too many (rule D6). It is cut off
 * and not closed, as a closing would wait behind what is not read. The client comes back and fetches (rule D4).
 */
export function cutSlowReaders(engine: Server['engine'], onCut: () => void): void {
  engine.on('connection', (socket: EngineSocket) => {
    let waiting = 0;
    let cut = false;
    // What has been given to the transport is counted by it.
    socket.on('flush', () => (waiting = 0));
    socket.on('packetCreate', ({ data }) => {
      if (socket.transport.writable || cut) return;
      if (typeof data === 'string') waiting += data.length;
      if (waiting + (socket.transport.socket?.bufferedAmount ?? 0) < MAX_QUEUED) return;
      cut = true;
      onCut();
      // Behind the emit that is under way, which goes through the sockets of a room.
      setImmediate(() => {
        if (socket.transport.name === 'websocket') socket.transport.socket?.terminate();
        else socket.close(true);
      });
    });
  });
}
