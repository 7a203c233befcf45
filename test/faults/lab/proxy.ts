import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What the network does to what goes through it: `stall` holds everything back, `halfOpen` loses it and says nothing,
 * `trickle` passes one byte at a time.
 */
export type Weather = 'fair' | 'stall' | 'halfOpen' | 'trickle';

/** A TCP proxy that misbehaves when it is told to. */
export class FaultyProxy {
  readonly url: string;
  weather: Weather = 'fair';
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  #held: (() => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param target where to connect, asked for each connection. */
  static async start(target: () => URL): Promise<FaultyProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new FaultyProxy(server);
    server.on('connection', (near) => {
      const { hostname, port } = target();
      const far = connect({ host: hostname, port: Number(port) });
      const pair: [Socket, Socket] = [near, far];
      proxy.#pairs.add(pair);
      const end = (): void => {
        near.destroy();
        far.destroy();
        proxy.#pairs.delete(pair);
      };
      for (const side of pair) side.on('error', end).on('close', end);
      near.on('data', (data) => proxy.#pass(data, far));
      far.on('data', (data) => proxy.#pass(data, near));
    });
    return proxy;
  }

  #pass(data: Buffer, to: Socket): void {
    if (this.weather === 'halfOpen') return;
    if (this.weather === 'stall' || this.#held.length > 0) {
      this.#held.push(() => to.write(data));
    } else if (this.weather === 'trickle') {
      for (const byte of data) to.write(Buffer.of(byte));
    } else to.write(data);
  }

  /** Lets everything through again, what was held back first. Who was half open is cut: it can only be a new connection. */
  clear(): void {
    if (this.weather === 'halfOpen') this.cut();
    this.weather = 'fair';
    const held = this.#held;
    this.#held = [];
    for (const pass of held) pass();
  }

  /** Ends every connection without a word. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
