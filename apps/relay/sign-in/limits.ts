import { fail } from '@lotsa/protocol';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 5 * 60;
/** Wrong ones for one user from one address, or from one browser that the user has signed in with before. */
const PER_SOURCE = 10;
/** Wrong ones from one address: wide, because a whole office may share it. */
const PER_ADDRESS = 100;
/** Wrong ones for one user from all browsers that it has never signed in with: what many addresses together may guess. */
const PER_USER = 200;

/** Where an attempt comes from. */
export interface Attempt {
  user: string;
  address: string;
  /** The browser, when the user has signed in with it before; null for a stranger's. */
  device: string | null;
}

/**
 * Counts wrong passwords and codes, in this process's memory only (rule P3). An attempt is counted before it is looked at, so
 * that many at once are not let through, and is taken back when it was right. Nobody is locked out by others: whoever
 * guesses uses up what its own address has, and at most what unknown browsers have; one that the user has signed in with
 * before counts for itself (OWASP, device cookies).
 */
export class SignInLimits {
  readonly #bySource = new RateLimiterMemory({ points: PER_SOURCE, duration: WINDOW_S });
  readonly #byAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_S });
  readonly #byUser = new RateLimiterMemory({ points: PER_USER, duration: WINDOW_S });

  /**
   * Counts an attempt. The address goes first: one that is cut off cannot fill the memory with user names.
   * @throws LotsaError `rate_limited`.
   */
  async attempt(attempt: Attempt): Promise<void> {
    try {
      if (attempt.device === null) await this.#byAddress.consume(attempt.address);
      await this.#bySource.consume(sourceOf(attempt));
      if (attempt.device === null) await this.#byUser.consume(attempt.user);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw fail('rate_limited', { retryAfterMs: refusal.msBeforeNext });
    }
  }

  /** Takes the attempt back: it was right. */
  async succeeded(attempt: Attempt): Promise<void> {
    await this.#bySource.delete(sourceOf(attempt));
    if (attempt.device !== null) return;
    await this.#byAddress.reward(attempt.address);
    await this.#byUser.reward(attempt.user);
  }
}

const sourceOf = ({ user, address, device }: Attempt): string =>
  JSON.stringify(device === null ? [user, 'at', address] : [user, 'with', device]);
