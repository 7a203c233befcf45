import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorHandler, notFound } from '../../../../apps/relay/http/errors.ts';
import { pageRouter } from '../../../../apps/relay/http/pages.ts';
import { security } from '../../../../apps/relay/http/security.ts';
import { seedDemo } from '../../../../apps/relay/seed/demo.ts';
import { requests, testContext } from '../running-relay.ts';

const versionOf = (code: string): string => createHash('sha384').update(code).digest('hex').slice(0, 16);

/** A relay whose files are in a folder, with a build whose loader is this. */
async function release(folder: string, loader: string) {
  const files = mkdtempSync(join(folder, 'public-'));
  writeFileSync(join(files, 'widget.js'), loader);
  writeFileSync(join(files, 'widget-more.js'), 'more');
  const context = await testContext({ FILES_DIR: join(folder, 'files') });
  await seedDemo(context);
  const app = express().use(security(context.config), pageRouter(context, files));
  const server = app.use(notFound, errorHandler(context.log)).listen(0);
  onTestFinished(() => void server.close());
  return requests(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the loader', () => {
  it('has an address for each version that was ever current, which goes on after an upgrade', async () => {
    const folder = temporary();
    const old = await release(folder, 'old loader');
    const pinned = `/widget-${versionOf('old loader')}.js`;
    const first = await old.ask(pinned);
    expect(await first.text()).toBe('old loader');
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('content-type')).toMatch(/^text\/javascript/);

    const next = await release(folder, 'new loader');
    expect(await (await next.ask('/widget.js')).text()).toBe('new loader');
    expect(await (await next.ask(pinned)).text()).toBe('old loader');
    expect(await (await next.ask(`/widget-${versionOf('new loader')}.js`)).text()).toBe('new loader');
  });

  it('has nothing at the address of a version that never was', async () => {
    const { ask } = await release(temporary(), 'loader');
    for (const path of ['/widget-0123456789abcdef.js', '/widget-..%2F..%2Fsecret.js', '/widget-x.js']) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('may be fetched with its parts from every page', async () => {
    const { ask } = await release(temporary(), 'loader');
    for (const path of ['/widget.js', '/widget-more.js']) {
      const answer = await ask(path);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
    }
  });
});

describe('the test page of an embedding', () => {
  it('[G3] has the tag as the options say, under the policy that a webmaster is told to use', async () => {
    const { ask } = await release(temporary(), 'loader');
    const answer = await ask(
      '/embed-test/ekhamra?lang=en&position=start&topic=bygglov&phone=%22%3E%3Cscript%3E&accent=%239b1b30&department=../x&accentText=red',
    );
    const html = await answer.text();
    expect(html).toContain(
      '<script src="/widget.js" async data-site="ekhamra" data-lang="en" data-topic="bygglov" data-position="start" data-phone="&quot;>&lt;script>" data-with="theme">',
    );
    expect(html).not.toContain('data-department');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('connect-src');
    expect(await (await ask('/embed-test.css?accent=%239b1b30&accentText=red')).text()).toBe(
      ':root {\n  --lotsa-accent: #9b1b30;\n}',
    );
    expect((await ask('/embed-test/nowhere')).status).toBe(404);
  });
});
