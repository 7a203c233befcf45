import { prove } from '../../../../packages/client/prove.ts';
import { LotsaError, type Proof } from '@lotsa/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNewcomers, isProof, type Newcomers } from '../../../../apps/relay/abuse/newcomers.ts';

const SCHOOL = '198.51.100.7';
const START = 1_800_000_000_000;

let now: number;
let newcomers: Newcomers;
beforeEach(() => {
  now = START;
  newcomers = createNewcomers({ perAddress: 3, mostPerAddress: 60, perSite: 100 }, () => now);
});

let count = 0;
const someone = (address = SCHOOL, proof?: Proof) => ({
  siteId: 'ekhamra',
  requestId: `request-${(count += 1)}`,
  address,
  proof,
});

/** The task of a newcomer that is asked for work. */
async function taskOf(newcomer: ReturnType<typeof someone>) {
  try {
    await newcomers.admit(newcomer);
  } catch (error) {
    if (error instanceof LotsaError && error.answer.code === 'proof_needed') return error.answer.data;
    throw error;
  }
  throw new Error('let in without work');
}

async function fill(address = SCHOOL): Promise<void> {
  for (let i = 0; i < 3; i += 1) await newcomers.admit(someone(address));
}

describe('[B2] newcomers', () => {
  it('are let in as they come, and asked for work when more come from one address than usual', async () => {
    await fill();
    const newcomer = someone();
    const task = await taskOf(newcomer);
    expect(task).toEqual({ bits: 15, about: `lotsa ekhamra ${newcomer.requestId}`, at: START });
    // Others notice nothing.
    await newcomers.admit(someone('203.0.113.9'));
    await newcomers.admit({ ...newcomer, proof: await prove(task) });
  });

  it('prove it once: work is of one request, and of these minutes', async () => {
    await fill();
    const newcomer = someone();
    const proof = await prove(await taskOf(newcomer));
    await expect(newcomers.admit({ ...someone(), proof })).rejects.toThrow('proof_needed');
    now += 10 * 60_000 + 1;
    await expect(newcomers.admit({ ...newcomer, proof })).rejects.toThrow('proof_needed');
  });

  it('are asked for more where somebody was banned, until the ban ends', async () => {
    newcomers.suspect(SCHOOL, START + 60_000);
    expect(await taskOf(someone())).toMatchObject({ bits: 17 });
    now += 60_000;
    await newcomers.admit(someone());
  });

  it('[B1] are refused only when there are far more than work can explain', async () => {
    newcomers = createNewcomers({ perAddress: 3, mostPerAddress: 3, perSite: 100 }, () => now);
    await fill();
    await expect(newcomers.admit(someone())).rejects.toThrow('rate_limited');
    await newcomers.admit(someone('203.0.113.9'));
  });

  it('behind a proxy that we were not told of are not counted as one address', async () => {
    for (let i = 0; i < 50; i += 1)
      await expect(newcomers.admit(someone('127.0.0.1'))).resolves.not.toThrow();
  });
});

describe('[B2] a proof', () => {
  it('that a browser finds is one that the relay takes, for whatever it is about', async () => {
    for (const about of ['lotsa a b', 'x'.repeat(55), 'x'.repeat(56), 'å'.repeat(130)]) {
      const proof = await prove({ bits: 8, about, at: now });
      expect(isProof(proof, about, 8, now)).toBe(true);
      expect(isProof(proof, `${about}!`, 8, now)).toBe(false);
    }
  });

  it('is of now: neither from the future nor old', async () => {
    const proof = await prove({ bits: 1, about: 'x', at: now });
    expect(isProof(proof, 'x', 1, now - 10_001)).toBe(false);
    expect(isProof(proof, 'x', 1, now + 600_001)).toBe(false);
    expect(isProof(proof, 'x', 1, now + 600_000)).toBe(true);
  });
});
