import { fail } from '@lotsa/protocol';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 5 * 60;
/** Wrong passwords for one user name. */
const PER_USER = 10;
/** Wrong passwords from one address: wide, because a whole office may share it. */
const PER_ADDRESS = 100;

/**
 * Counts wrong passwords, in this process's memory only (rule P3). An attempt is counted before the password is looked at,
 * so that many at once are not let through, and is taken back when it was right.
 */
export class SignInLimits {
  readonly #byUser = new RateLimiterMemory({ points: PER_USER, duration: WINDOW_S });
  readonly #byAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_S });

  /**
   * Counts an attempt. The address goes first: one that is cut off cannot fill the memory with user names.
   * @throws LotsaError `rate_limited`.
   */
  async attempt(user: string, address: string): Promise<void> {
    try {
      await this.#byAddress.consume(address);
      await this.#byUser.consume(user);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw fail('rate_limited', { retryAfterMs: refusal.msBeforeNext });
    }
  }

  /** Takes the attempt back: it was right. */
  async succeeded(user: string, address: string): Promise<void> {
    await this.#byUser.delete(user);
    await this.#byAddress.reward(address);
  }
}
