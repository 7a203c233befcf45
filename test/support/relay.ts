import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '@lotsa/relay/app';
import { readConfig } from '@lotsa/relay/config';
import { seedDemo } from '@lotsa/relay/seed';
import type { Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import pino from 'pino';
import { signIn, type StaffWire, staffSocket, visit, visitorSocket, type VisitorWire } from './clients.ts';
import { dropDatabase, mongodbUrl } from './mongodb.ts';
import type { StorageKind } from './storage-kinds.ts';

const PASSWORD = 'correct horse battery';

/** A relay in this process, on real storage and real sockets, with Ekhamra's data. */
export class TestRelay {
  url = '';
  storage!: Storage;
  /** The relay's clock; a test may set it forward. */
  clock = { ahead: 0 };
  #app!: App;
  readonly #siblings: TestRelay[] = [];
  readonly #wires: { close(): void }[] = [];
  readonly #open: () => Promise<Storage>;
  /** Where its files lie. */
  readonly folder: string;
  readonly #destroy: () => Promise<void>;

  private constructor(open: () => Promise<Storage>, folder: string, destroy: () => Promise<void>) {
    this.folder = folder;
    this.#open = open;
    this.#destroy = destroy;
  }

  /** Starts one on an empty store. `env` as the relay would read it. */
  static async start(kind: StorageKind = 'embedded', env: Record<string, string> = {}): Promise<TestRelay> {
    const folder = await mkdtemp(join(tmpdir(), 'lotsa-relay-'));
    const database = `lotsa_relay_${process.pid}_${Math.random().toString(36).slice(2)}`;
    const relay = new TestRelay(
      () =>
        kind === 'mongodb' && mongodbUrl
          ? openMongo({ url: mongodbUrl, database })
          : openEmbedded({ file: join(folder, 'lotsa.db') }),
      join(folder, 'files'),
      async () => {
        if (kind === 'mongodb') await dropDatabase(database);
        await rm(folder, { recursive: true, force: true });
      },
    );
    await relay.#run(env, 0);
    return relay;
  }

  /** Another relay on the same database, closed with this one. */
  async sibling(env: Record<string, string> = {}): Promise<TestRelay> {
    const relay = new TestRelay(
      async () => this.storage,
      this.folder,
      async () => undefined,
    );
    relay.clock = this.clock;
    await relay.#run(env, 0);
    this.#siblings.push(relay);
    return relay;
  }

  async #run(env: Record<string, string>, port: number): Promise<void> {
    this.storage = await this.#open();
    const config = readConfig({
      DEMO_PASSWORD: PASSWORD,
      LOG_LEVEL: 'silent',
      PORT: '0',
      FILES_DIR: this.folder,
      ...env,
    });
    const context = {
      config,
      storage: this.storage,
      log: pino({ level: config.logLevel }),
      now: () => Date.now() + this.clock.ahead,
    };
    await seedDemo(context);
    this.#app = createApp(context);
    const listening = await this.#app.listen(port, '127.0.0.1');
    this.url = `http://127.0.0.1:${listening.port}`;
  }

  /** Goes down as on SIGTERM and comes back at the same address, on the same store. */
  async restart(env: Record<string, string> = {}): Promise<void> {
    const { port } = new URL(this.url);
    await this.#app.close();
    await this.storage.close();
    await this.#run(env, Number(port));
  }

  /** How many sockets the relay says are connected: it learns of one that went a moment later. */
  async sockets(namespace: 'visitor' | 'staff'): Promise<number> {
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    return Number(new RegExp(`lotsa_sockets\\{namespace="${namespace}"\\} (\\d+)`).exec(metrics)?.[1]);
  }

  /** Looks at once at whatever has become due. */
  sweep(): Promise<void> {
    return this.#app.sweep();
  }

  /** Goes down as on SIGTERM. */
  closeApp(): Promise<void> {
    return this.#app.close();
  }

  /** A console's socket of one of Ekhamra's staff. */
  async staff(user: string): Promise<StaffWire> {
    const wire = await staffSocket(this.url, await signIn(this.url, user, PASSWORD));
    this.#wires.push(wire);
    return wire;
  }

  /** A socket of a new visitor, or of the one with a cookie. */
  async visitor(cookie = ''): Promise<VisitorWire & { cookie: string }> {
    const visited = await visit(this.url, cookie);
    const wire = await visitorSocket(this.url, visited.cookie);
    this.#wires.push(wire);
    return Object.assign(wire, { cookie: visited.cookie });
  }

  async close(): Promise<void> {
    for (const relay of [...this.#siblings, this]) {
      for (const wire of relay.#wires) wire.close();
      await relay.#app.close();
    }
    await this.storage.close();
    await this.#destroy();
  }
}
