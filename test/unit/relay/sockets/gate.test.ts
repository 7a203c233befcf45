import { expect, it } from 'vitest';
import { createGates } from '../../../../apps/relay/sockets/gate.ts';

const START = 'conversation:start';

it('a start that we could not do takes nothing of how many a visitor may begin; one that was wrong does', () => {
  const nothing = (): undefined => undefined;
  const gate = createGates({ answered: nothing, stored: nothing, told: nothing, cut: nothing }).of(
    'visitor:a',
  );
  const start = (code: string): void => {
    gate.enter();
    gate.admit(START);
    gate.done(START, code, 1);
  };
  for (let tries = 0; tries < 12; tries += 1) start(tries % 2 === 0 ? 'storage_unavailable' : 'overloaded');
  for (const code of ['ok', 'wrong_status', 'ok', 'ok', 'ok', 'ok']) start(code);
  expect(() => start('ok')).toThrow('rate_limited');
});
