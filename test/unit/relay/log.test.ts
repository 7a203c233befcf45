import { expect, it } from 'vitest';
import { createLog } from '../../../apps/relay/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  write(createLog('info', { write: (line) => (lines += line) }));
  return lines;
}

it('writes one line of JSON with a time and a level that people can read', () => {
  const line = logged((log) => log.info({ port: 8080 }, 'listening'));
  expect(line).toMatch(/\n$/);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    port: 8080,
    msg: 'listening',
  });
});

it('leaves out what is below its level', () => {
  expect(logged((log) => log.debug('request'))).toBe('');
});

it('removes secrets and what people wrote, should they be handed over', () => {
  const line = logged((log) =>
    log.info({
      password: 'HEMLIGT',
      user: { passwordHash: 'HEMLIGT', email: 'HEMLIGT' },
      request: { headers: { cookie: 'HEMLIGT', authorization: 'HEMLIGT' } },
      message: { text: 'HEMLIGT', contact: { phone: 'HEMLIGT' } },
    }),
  );
  expect(line).not.toContain('HEMLIGT');
  expect(line).toContain('[removed]');
});

it('says what an error is and where it was, and nothing of what a library hung on it', () => {
  const claims = { claims: { name: 'HEMLIGT' } };
  const cause = Object.assign(new Error('it does not hold'), claims);
  const error = Object.assign(new Error('refused', { cause }), { ...claims, code: 'EREFUSED' });
  const line = logged((log) => log.warn({ err: error }, 'not taken'));
  expect(line).not.toContain('HEMLIGT');
  const { err } = JSON.parse(line) as { err: Record<string, string> };
  expect(Object.keys(err)).toEqual(['type', 'message', 'stack', 'code']);
  expect(err).toMatchObject({ type: 'Error', message: 'refused: it does not hold', code: 'EREFUSED' });
  expect(err['stack']).toContain('log.test.ts');
  // Whatever somebody throws.
  expect(logged((log) => log.warn({ err: 'HEMLIGT' }))).not.toContain('HEMLIGT');
});
