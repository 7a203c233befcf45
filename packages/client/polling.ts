import { transports, XHR } from 'engine.io-client';

/**
 * Gives Socket.IO its HTTP long-polling, for proxies that let no WebSocket through. A part of its own because few need it:
 * the panel is built without it (`scripts/slim-socket.ts`).
 */
export function addPolling(): void {
  (transports as Record<string, unknown>)['polling'] ??= XHR;
}
