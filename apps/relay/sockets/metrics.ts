import { Counter, Gauge, type Registry } from 'prom-client';
import { createTimings } from '../http/timings.ts';

/** The figures of the sockets. Names of requests and codes only: no figure names anybody. */
export interface SocketMetrics {
  /** A request was answered: its name, `ok` or an error code, and how long it took in milliseconds. */
  answered: (request: string, code: string, ms: number) => void;
  /** A write of a conversation became durable, or failed, after so many milliseconds. */
  stored: (ms: number) => void;
  /** A message was told so many milliseconds after it was decided. */
  told: (ms: number) => void;
  /** A connection was cut because its reader is too slow. */
  cut: () => void;
}

/** Adds them to the relay's figures. `connected` is asked when the figures are read. */
export function createSocketMetrics(
  registry: Registry,
  connected: () => Record<'visitor' | 'staff', number>,
): SocketMetrics {
  const answered = createTimings(registry, {
    name: 'lotsa_socket_request_duration_seconds',
    help: 'How long socket requests took to be answered, by request and result.',
    labelNames: ['request', 'code'],
  });
  registry.registerMetric(
    new Gauge({
      name: 'lotsa_sockets',
      help: 'Connected sockets, by namespace.',
      labelNames: ['namespace'] as const,
      registers: [],
      collect() {
        for (const [namespace, n] of Object.entries(connected())) this.set({ namespace }, n);
      },
    }),
  );
  const stored = createTimings(registry, {
    name: 'lotsa_storage_write_duration_seconds',
    help: 'How long a message took to become durable, waiting for its turn included.',
  });
  const told = createTimings(registry, {
    name: 'lotsa_delivery_duration_seconds',
    help: 'From deciding a message until everybody concerned has been told: durable in between.',
  });
  const cut = new Counter({
    name: 'lotsa_slow_readers_cut_total',
    help: 'Connections that were cut because they did not read what they were told.',
    registers: [registry],
  });
  return {
    answered: (request, code, ms) => answered(ms, request, code),
    stored,
    told,
    cut: () => cut.inc(),
  };
}
