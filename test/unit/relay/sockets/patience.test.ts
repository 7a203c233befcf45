import { expect, it } from 'vitest';
import { createPatience } from '../../../../apps/relay/sockets/patience.ts';

it('calls back in the order of asking what was not taken back', async () => {
  const patience = createPatience(5);
  const called: string[] = [];
  patience(() => called.push('first'));
  const takeBack = patience(() => called.push('second'));
  const all = new Promise<void>((resolve) => {
    patience(() => {
      called.push('third');
      // When nothing waits any more, the next one begins anew.
      patience(() => resolve());
    });
  });
  takeBack();
  await all;
  expect(called).toEqual(['first', 'third']);
});
