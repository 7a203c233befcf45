import { CaseNumber, fail } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import * as v from 'valibot';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';

const WINDOW_S = 15 * 60;
/** Wrong secrets for one number. */
const PER_NUMBER = 20;
/** Wrong numbers or secrets from one address: wide, because a whole school may share it. */
const PER_ADDRESS = 300;

/** A longer one is not ours. */
const MAX_KEY = 100;

/** Opens cases to those who have their secret. */
export interface CaseAccess {
  /**
   * The case of a number and a secret. A wrong number and a wrong secret are answered alike.
   * @throws LotsaError `not_found`, or `rate_limited` after too many wrong ones; the right secret always opens it, so
   * that nobody can lock another out.
   */
  open(number: string, key: unknown, address: string): Promise<CaseDoc>;
}

/** Makes it. */
export function createCaseAccess({ cases }: Relay): CaseAccess {
  const perNumber = rateLimit(PER_NUMBER, WINDOW_S);
  const perAddress = rateLimit(PER_ADDRESS, WINDOW_S);
  return {
    async open(number, key, address) {
      if (v.is(CaseNumber, number) && typeof key === 'string' && key.length <= MAX_KEY) {
        const doc = await cases.byKey(number, key);
        if (doc) return doc;
        await perNumber.take(number);
      }
      await perAddress.take(address);
      throw fail('not_found', {});
    },
  };
}
