import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { type StorageKind, storageKinds } from '../../support/storage-kinds.ts';
import { fill, type HttpRoute, routesOf } from '../../support/routes.ts';
import { LEAKS, OPERATORS, POLLUTERS, TRAVERSALS } from './payloads.ts';

/** Made for sending: what an answer says, and what must not be in it. */
interface Heard {
  asked: string;
  status: number;
  text: string;
}

/** Own names of the prototype of every object: whatever pollutes it adds one. */
const ofObject = Object.getOwnPropertyNames(Object.prototype).join();

describe.each(storageKinds)('over HTTP, on the %s storage', { timeout: 120_000 }, (kind: StorageKind) => {
  let relay: TestRelay;
  let routes: HttpRoute[];
  let cookie: string;
  beforeAll(async () => {
    ({ result: relay, routes } = await routesOf(() => TestRelay.start(kind)));
    const like = await relay.storage.get('users', 'registrar-1');
    await relay.storage.insert('users', [{ ...like!, id: 'administrator-1', role: 'administrator' }]);
    cookie = await signIn(relay.url, 'administrator-1', 'correct horse battery');
  }, 60_000);
  afterAll(() => relay.close());

  /** As a page of ours would, with the cookie of an administrator: whoever has most to reach. */
  async function send(method: string, path: string, init: RequestInit = {}): Promise<Heard> {
    const response = await fetch(relay.url + path, {
      method,
      redirect: 'manual',
      ...init,
      headers: { origin: relay.url, cookie, 'content-type': 'application/json', ...init.headers },
    });
    return { asked: `${method} ${path.slice(0, 120)}`, status: response.status, text: await response.text() };
  }

  /** What is a fault of ours, or tells of what is inside. */
  const wrong = ({ asked, status, text }: Heard): string[] => [
    ...(status >= 500 ? [`${asked} was answered ${status}: ${text.slice(0, 200)}`] : []),
    ...(/^[{[]|^<!doctype/i.test(text) && text.length < 5_000 && LEAKS.test(text)
      ? [`${asked} tells ${LEAKS.exec(text)?.[0]}`]
      : []),
  ];

  async function alive(): Promise<void> {
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${relay.url}/readyz`)).status).toBe(200);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(ofObject);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }

  const posts = (): HttpRoute[] =>
    // Signing out would end what the others go on with.
    routes.filter(({ method, path }) => !['GET', 'HEAD'].includes(method) && path !== '/api/session');
  const known = (name: string): string =>
    ({ site: 'ekhamra', form: 'kontakt', guide: 'g1', answer: 'q01', number: 'EKH-2026-000001' })[name] ??
    'a-thing-that-is-not-there';

  it('finds the routes there are', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(posts().length).toBeGreaterThan(12);
  });

  it('operators and polluting objects are refused by every route that takes something', async () => {
    const bodies = [...OPERATORS.map((it) => JSON.stringify(it)), ...POLLUTERS];
    const found: string[] = [];
    for (const { method, path } of posts()) {
      for (const body of bodies) {
        const nested = `{"user":${body},"password":${body},"token":${body},"id":${body},"answers":${body},"language":"sv","kind":${body},"text":${body},"file":${body},"email":${body}}`;
        for (const sent of [body, nested]) {
          const heard = await send(method, fill(path, known), { body: sent });
          found.push(...wrong(heard));
          // These ask for nothing: whatever is in it is left out.
          if (heard.status < 300 && !/\/visit$|\/totp(\/remove)?$/.test(path))
            found.push(`${heard.asked} took ${sent.slice(0, 80)}`);
        }
      }
    }
    expect(found).toEqual([]);
    await alive();
  });

  it('operators in a query and in a form of a page find and change nothing', async () => {
    const found: string[] = [];
    const query =
      'q[$gt]=&q[__proto__][polluted]=yes&lang[$ne]=sv&key[$gt]=&format[$ne]=x&__proto__[polluted]=yes&constructor[prototype][polluted]=yes&actor[$regex]=.*';
    for (const { method, path } of routes) {
      if (path === '/api/session' && method !== 'GET') continue;
      const get = method === 'GET';
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const init = get ? {} : { body: query, headers: type };
      const heard = await send(method, `${fill(path, known)}?${query}`, init);
      found.push(...wrong(heard));
      if (heard.text.includes('polluted')) found.push(`${heard.asked} repeats it`);
    }
    expect(found).toEqual([]);
    await alive();
  });

  it('paths out of a folder lead nowhere, in every parameter', async () => {
    const found: string[] = [];
    for (const { method, path } of routes.filter((it) => /[:{]/.test(it.path))) {
      for (const traversal of TRAVERSALS) {
        const init = method === 'GET' ? {} : { body: '{}' };
        const heard = await send(
          method,
          fill(path, () => traversal),
          init,
        );
        found.push(...wrong(heard));
        // The console answers whatever is below it: it is one page.
        if (heard.status < 300 && !path.startsWith('/console'))
          found.push(`${heard.asked} is ${heard.status}`);
      }
    }
    expect(found).toEqual([]);
    await alive();
  });

  it('bodies that are nested 5,000 deep or have ten megabytes are refused, and cost little', async () => {
    const deep = [
      '['.repeat(5_000) + ']'.repeat(5_000),
      `{"answers":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    ];
    const large = JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) });
    const found: string[] = [];
    const before = process.memoryUsage().rss;
    for (const { method, path } of posts()) {
      for (const body of [...deep, large]) {
        const heard = await send(method, fill(path, known), { body }).catch(() => null);
        // The connection may be cut while ten megabytes are still being sent: that is an answer.
        if (!heard) continue;
        found.push(...wrong(heard));
        if (heard.status < 300 && !path.endsWith('/visit')) found.push(`${heard.asked} was taken`);
      }
    }
    expect(found).toEqual([]);
    await alive();
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(300);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://127.0.0.1.evil.example',
    'http://127.0.0.1:1',
    'file://',
  ])('nothing is changed for a page of %s', async (origin) => {
    const found: string[] = [];
    for (const { method, path } of routes.filter((it) => it.method !== 'GET')) {
      for (const type of [
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const headers = { origin, 'content-type': type };
        const { asked, status } = await send(method, fill(path, known), { body: '{}', headers });
        if (status !== 403) found.push(`${asked} was answered ${status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('nothing is changed for whoever does not say where it comes from', async () => {
    const found: string[] = [];
    for (const { method, path } of routes.filter((it) => it.method !== 'GET')) {
      for (const site of [undefined, 'cross-site', 'same-site', 'none']) {
        const response = await fetch(relay.url + fill(path, known), {
          method,
          headers: { cookie, ...(site && { 'sec-fetch-site': site }) },
        });
        if (response.status !== 403)
          found.push(`${method} ${path} (${site}) was answered ${response.status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('every page, and every answer that is none, has a strict policy and says who may frame it', async () => {
    const pages: string[] = [];
    for (const { path } of routes.filter((it) => it.method === 'GET')) {
      for (const address of [fill(path, known), fill(path, () => 'not-there')]) {
        const { headers } = await fetch(relay.url + address, { redirect: 'manual', headers: { cookie } });
        const policy = headers.get('content-security-policy') ?? '';
        const told = [address, policy] as const;
        expect(told).toEqual([address, expect.stringMatching(/^default-src 'none'/)]);
        expect(told).toEqual([address, expect.stringMatching(/frame-ancestors '(none|self)'/)]);
        expect(told).toEqual([address, expect.not.stringMatching(/unsafe|\*|https?: |http:\/\//)]);
        expect([address, headers.get('x-content-type-options')]).toEqual([address, 'nosniff']);
        expect([address, headers.get('x-powered-by')]).toEqual([address, null]);
        if (headers.get('content-type')?.startsWith('text/html')) pages.push(path);
      }
    }
    expect(new Set(pages).size).toBeGreaterThan(10);
  });

  it('no other method does anything, and none lets another origin read', async () => {
    const found: string[] = [];
    for (const { path } of routes) {
      for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const response = await fetch(relay.url + fill(path, known), {
          method,
          redirect: 'manual',
          headers: { origin: method === 'OPTIONS' ? 'https://evil.example' : relay.url, cookie },
        });
        const allowed = response.headers.get('access-control-allow-origin');
        // The loader is public, for pages that check its hash (Subresource Integrity).
        if (allowed !== null && !path.startsWith('/widget'))
          found.push(`${method} ${path} allows ${allowed}`);
        if (response.status < 300 && method !== 'OPTIONS')
          found.push(`${method} ${path} is ${response.status}`);
      }
    }
    expect(found).toEqual([]);
  });
});
