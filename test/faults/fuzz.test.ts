import { afterEach, expect, it } from 'vitest';
import { fuzz } from '../fuzz/play.ts';
import { BuiltRelay } from '../support/built-relay.ts';

let relay: BuiltRelay;
afterEach(() => relay.close());

// The short part of `npm run fuzz`.
it('[D6] answers whatever it is sent, and nothing of it is a fault of ours', async () => {
  relay = await BuiltRelay.start('embedded', { LOG_LEVEL: 'fatal' });
  const { wrong, answers } = await fuzz(relay.url, 20_261_122, 1_200);
  expect(wrong).toEqual([]);
  // some of it got far, and some of it did not
  expect(answers.get('ok')).toBeGreaterThan(20);
  expect(answers.get('invalid_payload')).toBeGreaterThan(100);
});
