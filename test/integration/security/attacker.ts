import { expect } from 'vitest';
import { signIn } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { type HttpRoute, routesOf } from '../../support/routes.ts';
import type { StorageKind } from '../../support/storage-kinds.ts';
import { LEAKS } from './payloads.ts';

/** Made for sending: what an answer says, and what must not be in it. */
export interface Heard {
  asked: string;
  status: number;
  text: string;
}

/** Own names of the prototype of every object: whatever pollutes it adds one. */
const ofObject = Object.getOwnPropertyNames(Object.prototype).join();

/** An administrator, whoever has most to reach, who attacks a relay of its own over HTTP. */
export class Attacker {
  readonly relay: TestRelay;
  readonly routes: HttpRoute[];
  readonly cookie: string;

  private constructor(relay: TestRelay, routes: HttpRoute[], cookie: string) {
    this.relay = relay;
    this.routes = routes;
    this.cookie = cookie;
  }

  static async start(kind?: StorageKind): Promise<Attacker> {
    const { result: relay, routes } = await routesOf(() => TestRelay.start(kind));
    const like = await relay.storage.get('users', 'registrar-1');
    await relay.storage.insert('users', [{ ...like!, id: 'administrator-1', role: 'administrator' }]);
    return new Attacker(relay, routes, await signIn(relay.url, 'administrator-1', 'correct horse battery'));
  }

  /** As a page of ours would, with the cookie. */
  async send(method: string, path: string, init: RequestInit = {}): Promise<Heard> {
    const { relay, cookie } = this;
    const response = await fetch(relay.url + path, {
      method,
      redirect: 'manual',
      ...init,
      headers: { origin: relay.url, cookie, 'content-type': 'application/json', ...init.headers },
    });
    return { asked: `${method} ${path.slice(0, 120)}`, status: response.status, text: await response.text() };
  }

  /** Routes that take something. Signing out is not among them: it would end what the others go on with. */
  posts(): HttpRoute[] {
    return this.routes.filter(
      ({ method, path }) => !['GET', 'HEAD'].includes(method) && path !== '/api/session',
    );
  }
}

/** What is a fault of ours, or tells of what is inside. */
export const wrong = ({ asked, status, text }: Heard): string[] => [
  ...(status >= 500 ? [`${asked} was answered ${status}: ${text.slice(0, 200)}`] : []),
  ...(/^[{[]|^<!doctype/i.test(text) && text.length < 5_000 && LEAKS.test(text)
    ? [`${asked} tells ${LEAKS.exec(text)?.[0]}`]
    : []),
];

/** Parameters of paths as there are; others are of things that are not there. */
export const known = (name: string): string =>
  ({ site: 'ekhamra', form: 'kontakt', guide: 'g1', answer: 'q01', number: 'EKH-2026-000001' })[name] ??
  'a-thing-that-is-not-there';

/** Routes that ask for nothing: whatever is in a body is left out. */
export const ASKS_NOTHING = /\/visit$|\/totp(\/remove)?$/;

/** Nothing of it has hurt: the relay answers, and every object is as it was. */
export async function expectAlive({ url }: TestRelay): Promise<void> {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(ofObject);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}
