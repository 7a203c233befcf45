import { createHash } from 'node:crypto';
import { proofAbout, PROOF_MS, proofBits, proofText, type Rush } from '@lotsa/core';
import { fail, type Proof } from '@lotsa/protocol';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf, saysNothing } from './address.ts';

/** How many conversations in ten minutes are usual. */
export interface NewcomerLimits {
  /** From one address: more than a school class at once. */
  perAddress: number;
  perSite: number;
  /** From an address with so many nobody is let in for a while, whatever work is done. */
  mostPerAddress: number;
}

const WINDOW_S = 10 * 60;
/** The load may have grown while the work was done: half of what is asked now is enough. */
const TOLERANCE_BITS = 1;
/** Clocks of several relays agree about so far. */
const CLOCKS_MS = 10_000;

/** Somebody who wants to begin a conversation. */
export interface Newcomer {
  siteId: string;
  /** Of its request, which is answered once: so a proof serves once. */
  requestId: string;
  /** Where it comes from; in memory only (rule P3). */
  address: string;
  proof: Proof | undefined;
}

/** Lets newcomers in, and asks their browsers for work when more come than usual (rule B2). */
export interface Newcomers {
  /** @throws LotsaError `proof_needed`, or `rate_limited` for far too many from one address. */
  admit(newcomer: Newcomer): Promise<void>;
  /** Asks whoever comes from an address for more work until a time: somebody there was banned (rule B3). */
  suspect(address: string, until: number): void;
}

/** Makes it. Everything is counted in memory (rule P3), by network and not by the single address of IPv6. */
export function createNewcomers(limits: NewcomerLimits, now: () => number): Newcomers {
  const counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: WINDOW_S });
  const suspects = new Map<string, number>();

  async function came(key: string): Promise<number> {
    return (await counts.get(key))?.consumedPoints ?? 0;
  }

  function isSuspect(network: string): boolean {
    const until = suspects.get(network);
    if (until !== undefined && until <= now()) suspects.delete(network);
    return suspects.has(network);
  }

  return {
    async admit({ siteId, requestId, address, proof }) {
      const network = networkOf(address);
      const keys = { site: `site ${siteId}`, network: `from ${network}` };
      const known = !saysNothing(address);
      const fromThere = known ? await came(keys.network) : 0;
      if (fromThere >= limits.mostPerAddress) throw fail('rate_limited', { retryAfterMs: WINDOW_S * 500 });
      const rushes: Rush[] = [
        { came: await came(keys.site), usual: limits.perSite },
        { came: fromThere, usual: limits.perAddress },
      ];
      const bits = proofBits(rushes, known && isSuspect(network));
      const about = proofAbout(siteId, requestId);
      if (bits > 0 && !(proof && isProof(proof, about, bits - TOLERANCE_BITS, now())))
        throw fail('proof_needed', { bits, about, at: now() });
      await counts.penalty(keys.site);
      if (known) await counts.penalty(keys.network);
    },
    suspect(address, until) {
      if (saysNothing(address)) return;
      for (const [network, end] of suspects) if (end <= now()) suspects.delete(network);
      suspects.set(networkOf(address), until);
    },
  };
}

/** Whether the work was done: the hash begins with enough zero bits, and is of this request and these minutes. */
export function isProof({ at, nonce }: Proof, about: string, bits: number, now: number): boolean {
  if (at > now + CLOCKS_MS || at < now - PROOF_MS) return false;
  const inner = createHash('sha256').update(proofText(about, at)).digest();
  const behind = Buffer.alloc(4);
  behind.writeUInt32BE(nonce);
  const hash = createHash('sha256').update(inner).update(behind).digest();
  return Math.clz32(hash.readUInt32BE(0)) >= bits;
}
