import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * What must never be in the log, should anybody hand it over by mistake: secrets, and what people write or are called.
 * Addresses (rule P3) are never given to the log at all.
 */
const SECRETS = [
  'password',
  'passwordHash',
  'token',
  'cookie',
  'authorization',
  'text',
  'contact',
  'email',
  'phone',
];

/**
 * The log: one line of JSON each. It goes through Node's own standard output, because pino's fast one waits for ever
 * when `fatal` meets an output that nobody reads any more.
 */
export function createLog(
  level: Config['logLevel'],
  destination: DestinationStream = process.stdout,
): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  };
  return pino(options, destination);
}
