/* oxlint-disable typescript/no-non-null-assertion -- typed arrays, read within their length a million times */
import { proofText } from '@lotsa/core';
import type { ErrorData, Proof } from '@lotsa/protocol';

/** Milliseconds of work before the page gets its turn: below one frame, so that typing is not disturbed. */
const SLICE_MS = 12;
/** Hashes between two looks at the clock. */
const BATCH = 512;

// SHA-256 (FIPS 180-4) by hand: `crypto.subtle` is asynchronous for each hash, and is not there on plain http.
const firstPrimes = (): number[] => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
};
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const K = Int32Array.from(firstPrimes(), (p) => fraction(Math.cbrt(p)));
const H = Int32Array.from(firstPrimes().slice(0, 8), (p) => fraction(Math.sqrt(p)));

/** One block of 16 words into `state` (FIPS 180-4, 6.2.2). `w` holds the block in its first 16 of 64 words. */
function compress(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function sha256(text: string): Int32Array {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  bytes.forEach((byte, i) => padded.setUint8(i, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const state = H.slice();
  const w = new Int32Array(64);
  for (let at = 0; at < padded.byteLength; at += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = padded.getInt32(at + 4 * i);
    compress(state, w);
  }
  return state;
}

/** The page's turn. Timers of a page in the background run once a second; messages go on. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

/**
 * Does the work that the relay asks for when more come than usual (rule B2): finds a nonce behind which the hash begins with
 * enough zero bits. In slices, so that the page stays alive; without a worker, which Trusted Types would not let us make.
 */
export async function prove({ bits, about, at }: ErrorData['proof_needed']): Promise<Proof> {
  const inner = sha256(proofText(about, at));
  const w = new Int32Array(64);
  const state = new Int32Array(8);
  let sliceEnds = performance.now() + SLICE_MS;
  for (let nonce = 0; ; nonce += 1) {
    // The digest and the nonce are 36 bytes: one block with its padding and its length of 288 bits.
    w.fill(0, 8, 16);
    w.set(inner);
    w[8] = nonce;
    w[9] = 0x80000000;
    w[15] = 288;
    state.set(H);
    compress(state, w);
    // No more than 32 are ever asked for.
    if (Math.clz32(state[0]!) >= bits) return { at, nonce };
    if (nonce % BATCH === 0 && performance.now() > sliceEnds) {
      await turn();
      sliceEnds = performance.now() + SLICE_MS;
    }
  }
}
