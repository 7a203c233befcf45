import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneLine } from '../../../../apps/relay/mail/letter.ts';
import { GIVE_UP_MS, refusalOf, waitAfter } from '../../../../apps/relay/mail/retrying.ts';

it('waits longer and longer, and so tries some thirty times before it gives up', () => {
  let [at, tries] = [0, 0];
  for (; at < GIVE_UP_MS; at += waitAfter(tries)) {
    tries += 1;
    expect(waitAfter(tries)).toBeLessThanOrEqual(waitAfter(tries + 1));
  }
  expect(tries).toBeGreaterThan(20);
  expect(tries).toBeLessThan(40);
});

it.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, true, '550'],
  [{ code: 'EMESSAGE', responseCode: 554 }, true, '554'],
  [{ code: 'EENVELOPE', responseCode: 451 }, false, '451'],
  [{ code: 'EENVELOPE', responseCode: 503 }, false, '503'],
  [{ code: 'EAUTH', responseCode: 535 }, false, '535'],
  [{ code: 'ECONNECTION', responseCode: 554 }, false, '554'],
  [{ code: 'ESOCKET' }, false, 'ESOCKET'],
  [{ code: 'EENVELOPE' }, true, 'EENVELOPE'],
  [new Error('550 kim@example.se'), false, 'EFAULT'],
  [{ code: 'to kim@example.se' }, false, 'EFAULT'],
  [undefined, false, 'EFAULT'],
])('takes %o for what it is', (error, permanent, word) => {
  expect(refusalOf(error)).toEqual({ permanent, error: word });
});

it('makes one line of anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(oneLine(`a\r\nBcc: b${text}`)).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(oneLine(text).length).toBeLessThanOrEqual(200);
    }),
  );
});
