import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorHandler, notFound } from '../../../../apps/relay/http/errors.ts';
import { pageRouter } from '../../../../apps/relay/http/pages.ts';
import { security } from '../../../../apps/relay/http/security.ts';
import { seedDemo } from '../../../../apps/relay/seed/demo.ts';
import { requests, testContext } from '../running-relay.ts';

const FILES = {
  'widget.js': `/* loader */${' '.repeat(2_000)}`,
  'panel.html': '<title>panel</title>',
  'console/index.html': '<title>console</title>',
  'console/assets/index-Ab12.js': 'console',
  'assets/panel-Cd34.js': 'panel',
  'demo/index.html': '<title>Ekhamra</title>',
  'demo/en/index.html': '<title>Ekhamra, in English</title>',
};

/** The pages of a relay whose build is small and known. */
async function pages(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-'));
  const files = join(folder, 'public');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(files, name)), { recursive: true });
    writeFileSync(join(files, name), text);
  }
  writeFileSync(join(folder, 'secret.txt'), 'not to be read');
  const context = await testContext(env);
  if (context.config.demo !== 'off') await seedDemo(context);
  const app = express().use(security(context.config), pageRouter(context, files));
  const server = app.use(notFound, errorHandler(context.log)).listen(0);
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return { port, ...requests(`http://127.0.0.1:${port}`) };
}

/** The status as it is: fetch would tidy the path up before it is sent, and forbid 304. */
function statusOf(port: number, path: string, headers: Record<string, string> = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

function policyOf(response: Response): Record<string, string> {
  const directives = (response.headers.get('content-security-policy') ?? '').split(/; ?/);
  return Object.fromEntries(
    directives.map((directive) => directive.split(/ (.*)/s).slice(0, 2) as [string, string]),
  );
}

const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
};

describe('the panel', () => {
  it('may be framed by its own pages and by the origins of its site, and by nobody else', async () => {
    const { ask } = await pages();
    const response = await ask('/chat/ekhamra');
    expect([response.status, await response.text()]).toEqual([200, '<title>panel</title>']);
    expect(policyOf(response)).toMatchObject({
      ...STRICT,
      'frame-ancestors': "'self' https://www.ekhamra.example",
    });
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('is not there for a site that is not', async () => {
    const { ask } = await pages();
    const response = await ask('/chat/nowhere');
    expect(response.status).toBe(404);
    expect(policyOf(response)['frame-ancestors']).toBe("'none'");
  });
});

describe('the console', () => {
  it.each(['/console/', '/console/setup', '/console/conversations/abc'])(
    'is at %s, in nobody’s frame',
    async (path) => {
      const { ask } = await pages();
      const response = await ask(path);
      expect([response.status, await response.text()]).toEqual([200, '<title>console</title>']);
      expect(policyOf(response)).toMatchObject({ ...STRICT, 'frame-ancestors': "'none'" });
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    },
  );

  it('has one address', async () => {
    const { ask } = await pages();
    const response = await ask('/console');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/console/']);
  });
});

describe('the loader', () => {
  it('may be loaded by any page, is kept for a while, and asked about after', async () => {
    const { ask, port } = await pages();
    const response = await ask('/widget.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('public, max-age=600');
    const etag = response.headers.get('etag') ?? '';
    expect(await statusOf(port, '/widget.js', { 'if-none-match': etag })).toBe(304);
    expect(await statusOf(port, '/widget.js', { 'if-none-match': '"another"' })).toBe(200);
  });

  it('is compressed', async () => {
    const { ask } = await pages();
    const response = await ask('/widget.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
  });
});

describe('hashed files', () => {
  it.each(['/assets/panel-Cd34.js', '/console/assets/index-Ab12.js'])('%s is kept for ever', async (path) => {
    const { ask } = await pages();
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it.each(['/assets/panel-old.js', '/console/assets/index-old.js'])(
    '%s is not there, and not kept',
    async (path) => {
      const { ask } = await pages();
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('are the only files', async () => {
    const { port } = await pages();
    for (const path of [
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/demo/%2e%2e/%2e%2e/secret.txt',
    ]) {
      const status = await statusOf(port, path);
      expect([path, status]).not.toEqual([path, 200]);
    }
  });
});

describe('the demo', () => {
  it('is where the start leads, and runs under the policy of a strict host', async () => {
    const { ask } = await pages();
    const start = await ask('/');
    expect([start.status, start.headers.get('location')]).toEqual([302, '/demo/']);
    const page = await ask('/demo/');
    expect([page.status, await page.text()]).toEqual([200, '<title>Ekhamra</title>']);
    expect(policyOf(page)).toMatchObject({ ...STRICT, 'frame-src': "'self'" });
    expect((await ask('/demo/en/')).status).toBe(200);
  });

  it('[DEMO=0] is not there, and the start leads to the console', async () => {
    const { ask } = await pages({ DEMO: '0' });
    expect((await ask('/')).headers.get('location')).toBe('/console/');
    expect((await ask('/demo/')).status).toBe(404);
  });
});

it('asks browsers to stay on https exactly where there is https', async () => {
  const secure = await pages({ PUBLIC_URL: 'https://chat.example.se' });
  expect((await secure.ask('/widget.js')).headers.get('strict-transport-security')).toMatch(
    /^max-age=31536000$/,
  );
  const plain = await pages();
  expect((await plain.ask('/widget.js')).headers.get('strict-transport-security')).toBeNull();
});
