import type { Metric, Registry } from 'prom-client';

/** Upper bounds in seconds, from what a commit takes to what nobody waits for. */
export const BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** What was observed with the same labels. */
interface Series {
  labels: Record<string, string>;
  /** By bucket; the last one is of what is beyond all bounds. */
  counts: number[];
  sum: number;
}

/**
 * A histogram of durations for what happens with each message: to observe costs an addition. The one of `prom-client` makes, checks
 * and hashes an object of labels each time, which was a tenth of what a message cost; what it would tell is told here, word for word.
 * @returns takes milliseconds, and the values of the labels in their order.
 */
export function createTimings(
  registry: Registry,
  { name, help, labelNames = [] }: { name: string; help: string; labelNames?: readonly string[] },
): (ms: number, ...labels: string[]) => void {
  const all = new Map<string, Series>();

  function seriesOf(key: string, values: readonly string[]): Series {
    const labels = Object.fromEntries(labelNames.map((label, i) => [label, values[i] ?? '']));
    const series = { labels, counts: Array.from({ length: BUCKETS.length + 1 }, () => 0), sum: 0 };
    all.set(key, series);
    return series;
  }

  function valuesOf({ labels, counts, sum }: Series) {
    let upTo = 0;
    const buckets = [...BUCKETS, '+Inf'].map((le, i) => {
      upTo += counts[i] ?? 0;
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: upTo };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: upTo },
    ];
  }

  if (labelNames.length === 0) seriesOf('', []);
  const metric = {
    name,
    get: () =>
      Promise.resolve({ name, help, type: 'histogram', values: [...all.values()].flatMap(valuesOf) }),
  };
  // All that a registry asks of a metric; its type names the four of the library.
  registry.registerMetric(metric as unknown as Metric);

  return (ms, ...labels) => {
    const seconds = ms / 1_000;
    const key = labels.join(' ');
    const series = all.get(key) ?? seriesOf(key, labels);
    let bucket = 0;
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] ?? 0)) bucket += 1;
    series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += seconds;
  };
}
