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
