import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryKept } from '../../support/memory.ts';
import { fill } from '../../support/routes.ts';
import { ASKS_NOTHING, Attacker, expectAlive, known, wrong } from './attacker.ts';
import { TRAVERSALS } from './payloads.ts';

describe('over HTTP', { timeout: 120_000 }, () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.start();
  });
  afterAll(() => attacker.relay.close());

  it('finds the routes there are', () => {
    expect(attacker.routes.length).toBeGreaterThan(40);
    expect(attacker.posts().length).toBeGreaterThan(12);
  });

  it('paths out of a folder lead nowhere, in every parameter', async () => {
    const found: string[] = [];
    for (const { method, path } of attacker.routes.filter((it) => /[:{]/.test(it.path))) {
      for (const traversal of TRAVERSALS) {
        const init = method === 'GET' ? {} : { body: '{}' };
        const heard = await attacker.send(
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
    await expectAlive(attacker.relay);
  });

  it('bodies that are nested 5,000 deep or have ten megabytes are refused, and cost little', async () => {
    const deep = [
      '['.repeat(5_000) + ']'.repeat(5_000),
      `{"answers":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    ];
    const large = JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) });
    const found: string[] = [];
    const before = memoryKept();
    for (const { method, path } of attacker.posts()) {
      for (const body of [...deep, large]) {
        const heard = await attacker.send(method, fill(path, known), { body }).catch(() => null);
        // The connection may be cut while ten megabytes are still being sent: that is an answer.
        if (!heard) continue;
        found.push(...wrong(heard));
        if (heard.status < 300 && !ASKS_NOTHING.test(path)) found.push(`${heard.asked} was taken`);
      }
    }
    expect(found).toEqual([]);
    await expectAlive(attacker.relay);
    // The attacker is in this process: what it was still sending over the connections that were cut goes when those are closed.
    await expect.poll(() => memoryKept() - before, { interval: 500 }).toBeLessThan(30);
  });

  // What is asked with a key takes no cookie, so no page can ask it in somebody's name.
  const byCookie = () =>
    attacker.routes.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/v1/'));

  it.each([
    'https://evil.example',
    'null',
    'https://127.0.0.1.evil.example',
    'http://127.0.0.1:1',
    'file://',
  ])('nothing is changed for a page of %s', async (origin) => {
    const found: string[] = [];
    for (const { method, path } of byCookie()) {
      for (const type of [
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const headers = { origin, 'content-type': type };
        const { asked, status } = await attacker.send(method, fill(path, known), { body: '{}', headers });
        if (status !== 403) found.push(`${asked} was answered ${status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('nothing is changed for whoever does not say where it comes from', async () => {
    const found: string[] = [];
    for (const { method, path } of byCookie()) {
      for (const site of [undefined, 'cross-site', 'same-site', 'none']) {
        const response = await fetch(attacker.relay.url + fill(path, known), {
          method,
          headers: { cookie: attacker.cookie, ...(site && { 'sec-fetch-site': site }) },
        });
        if (response.status !== 403)
          found.push(`${method} ${path} (${site}) was answered ${response.status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('every page, and every answer that is none, has a strict policy and says who may frame it', async () => {
    const pages: string[] = [];
    for (const { path } of attacker.routes.filter((it) => it.method === 'GET')) {
      for (const address of [fill(path, known), fill(path, () => 'not-there')]) {
        const { headers } = await fetch(attacker.relay.url + address, {
          redirect: 'manual',
          headers: { cookie: attacker.cookie },
        });
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
    for (const { path } of attacker.routes) {
      for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const response = await fetch(attacker.relay.url + fill(path, known), {
          method,
          redirect: 'manual',
          headers: {
            origin: method === 'OPTIONS' ? 'https://evil.example' : attacker.relay.url,
            cookie: attacker.cookie,
          },
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
