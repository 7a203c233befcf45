import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { errorHandler } from '../../../../apps/relay/http/errors.ts';
import { requestLog } from '../../../../apps/relay/http/request-log.ts';
import { createLog } from '../../../../apps/relay/log.ts';
import { runRelay } from '../running-relay.ts';

/** What a handler is answered with, and what is logged of it. */
async function answerOf(handler: RequestHandler): Promise<{ response: Response; log: string }> {
  let log = '';
  const logger = createLog('debug', { write: (line) => (log += line) });
  const server = express().use(requestLog(logger), handler, errorHandler(logger)).listen(0);
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/thing?who=Anna`);
  return { response, log };
}

it('answers what is not there in JSON under /api, and with a page elsewhere', async () => {
  const { ask } = await runRelay();
  const json = await ask('/api/nothing');
  expect([json.status, await json.json()]).toEqual([404, { error: { code: 'not_found', data: {} } }]);
  const page = await ask('/nothing', { headers: { 'accept-language': 'en' } });
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<html lang="en">');
  // It may wear the style of the other pages, and nothing else.
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  const swedish = await ask('/chat/nowhere', { headers: { 'accept-language': 'fi, sv;q=0.5' } });
  expect(swedish.status).toBe(404);
  expect(await swedish.text()).toContain('Sidan finns inte');
});

it.each([
  ['malformed', '{"user":', 'entity.parse.failed'],
  ['larger than 64 kB', JSON.stringify({ user: 'a'.repeat(70_000) }), 'entity.too.large'],
])('refuses a body that is %s', async (_what, body, rule) => {
  const { post } = await runRelay();
  const response = await post('/api/session', body);
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: { code: 'invalid_payload', data: { field: '', rule } } },
  ]);
});

it('refuses a body of another type', async () => {
  const { post } = await runRelay();
  const response = await post('/api/session', 'user=agent-01', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(response.status).toBe(400);
});

it('refuses a path that is not well formed', async () => {
  const { ask } = await runRelay();
  const response = await ask('/chat/%E0%A4%A');
  expect(response.status).toBe(400);
});

it('keeps a fault to itself: the client gets a number, the log the rest', async () => {
  const { response, log } = await answerOf(() => {
    throw new Error('the secret of the house');
  });
  const requestId = response.headers.get('x-request-id');
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: { code: 'internal', data: { requestId } } });
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ level: 'error', requestId, err: { message: 'the secret of the house' } });
});

it('[P3] logs neither address nor query', async () => {
  const { log } = await answerOf((_request, response) => void response.end());
  expect(log).toContain('"path":"/api/thing"');
  expect(log).not.toMatch(/Anna|127\.0\.0\.1/);
});

it('says storage_unavailable when the storage does not answer', async () => {
  const { ask, context } = await runRelay();
  await context.storage.close();
  const response = await ask('/api/session', { headers: { cookie: `__Host-lotsa-staff=${'a'.repeat(43)}` } });
  expect([response.status, await response.json()]).toEqual([
    503,
    { error: { code: 'storage_unavailable', data: {} } },
  ]);
});
