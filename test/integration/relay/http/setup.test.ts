import { expect, it } from 'vitest';
import { runRelay } from '../running-relay.ts';

const first = { user: 'siri', name: 'Siri Sand', password: 'ett långt lösenord' };

it('makes the first administrator, once', async () => {
  const { post, setupToken } = await runRelay({ DEMO: '0' });
  const made = await post('/api/setup', { ...first, token: setupToken });
  expect([made.status, await made.json()]).toMatchObject([201, { id: 'siri', role: 'administrator' }]);
  expect((await post('/api/session', { user: 'siri', password: first.password })).status).toBe(200);
  const again = await post('/api/setup', { ...first, user: 'sven', token: setupToken });
  expect(again.status).toBe(404);
  expect((await post('/api/session', { user: 'sven', password: first.password })).status).toBe(401);
});

it('makes one of two at once', async () => {
  const { post, setupToken, context } = await runRelay({ DEMO: '0' });
  const answers = await Promise.all(
    ['siri', 'sven'].map((user) => post('/api/setup', { ...first, user, token: setupToken })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await context.storage.count('users', { index: 'all', limit: 10 })).toBe(1);
});

it('refuses another token, and takes the right one after it', async () => {
  const { post, setupToken } = await runRelay({ DEMO: '0' });
  expect((await post('/api/setup', { ...first, token: 'a'.repeat(43) })).status).toBe(403);
  expect((await post('/api/setup', { ...first, password: 'kort', token: setupToken })).status).toBe(400);
  expect((await post('/api/setup', { ...first, token: setupToken })).status).toBe(201);
});

it('does nothing where there are users', async () => {
  const { post, setupToken } = await runRelay();
  expect(setupToken).toBeUndefined();
  expect((await post('/api/setup', { ...first, token: 'a'.repeat(43) })).status).toBe(404);
});
