import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { BUCKETS, createTimings } from '../../../../apps/relay/http/timings.ts';

const about = { name: 'lotsa_test_seconds', help: 'How long "it" took.' };
const milliseconds = fc.oneof(
  fc.constantFrom(...BUCKETS.map((s) => s * 1_000)),
  fc.integer({ min: 0, max: 20_000 }),
);
const observed = fc.array(
  fc.record({
    ms: milliseconds,
    request: fc.constantFrom('message:send', 'conversation:start'),
    code: fc.constantFrom('ok', 'rate_limited'),
  }),
);

it('tells word for word what the histogram of prom-client tells', async () => {
  await fc.assert(
    fc.asyncProperty(observed, async (all) => {
      const [ours, theirs] = [new Registry(), new Registry()];
      const plain = { ...about, name: 'lotsa_plain_seconds' };
      const labelNames = ['request', 'code'];
      const labelled = createTimings(ours, { ...about, labelNames });
      const timings = createTimings(ours, plain);
      const reference = new Histogram({ ...about, labelNames, buckets: BUCKETS, registers: [theirs] });
      const plainReference = new Histogram({ ...plain, buckets: BUCKETS, registers: [theirs] });
      for (const { ms, request, code } of all) {
        labelled(ms, request, code);
        timings(ms);
        reference.observe({ request, code }, ms / 1_000);
        plainReference.observe(ms / 1_000);
      }
      expect(await ours.metrics()).toBe(await theirs.metrics());
    }),
  );
});
