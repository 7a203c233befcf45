import express from 'express';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { healthRouter } from '../../../../apps/relay/http/health.ts';
import { runRelay, testContext } from '../running-relay.ts';

it('is alive and ready', async () => {
  const { ask } = await runRelay();
  expect((await ask('/healthz')).status).toBe(200);
  const ready = await ask('/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  expect(ready.headers.get('cache-control')).toBe('no-store');
});

it('is alive but not ready while the storage does not answer', async () => {
  const { ask, context } = await runRelay();
  await context.storage.close();
  expect((await ask('/healthz')).status).toBe(200);
  const ready = await ask('/readyz');
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'storage_unavailable' }]);
});

it('[D7] is not ready while it goes down', async () => {
  const context = await testContext();
  let draining = false;
  const server = express()
    .use(healthRouter(context, () => draining))
    .listen(0);
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`;
  expect((await fetch(url)).status).toBe(200);
  draining = true;
  const ready = await fetch(url);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
});

it('counts requests by route and never by path', async () => {
  const { ask } = await runRelay();
  await ask('/api/session');
  await ask('/chat/nowhere-in-particular');
  await ask('/nothing/here');
  const metrics = await ask('/metrics');
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await metrics.text();
  expect(text).toMatch(
    /lotsa_http_request_duration_seconds_count\{method="GET",route="\/api\/session",status="200"\} 1/,
  );
  expect(text).toMatch(/route="other",status="404"\} 1/);
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toMatch(/nowhere-in-particular|nothing\/here/);
});
