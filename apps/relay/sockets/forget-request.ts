import type { Socket } from 'socket.io';

/**
 * Lets go of the request that opened a connection, once it is known who came: it would stay as long as the connection, with
 * its headers and the session's token, and is a sixth of what a silent visitor costs in memory. Socket.IO keeps it for whoever
 * asks, engine.io (6.6) in a `once` by which it tells middleware that the answer to an upgrade is done, and there is none.
 */
export function forgetRequest(socket: Socket): void {
  const { request } = socket.conn;
  if ('websocket' in request) {
    for (const listener of request.socket.rawListeners('close') as (() => void)[]) {
      if ('listener' in listener) request.socket.off('close', listener);
    }
  }
  Object.assign(socket, { handshake: undefined });
  Object.assign(socket.conn, { request: undefined });
}
