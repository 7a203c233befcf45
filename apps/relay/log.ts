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
 * What the log says of an error: what it is and where it was. What a library hangs on it stays out: the document that was not written, the
 * claims that do not hold.
 */
function aboutError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return { type, message, stack, ...(code === undefined ? {} : { code: code as unknown }) };
}

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
    serializers: { err: aboutError },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  };
  return pino(options, destination);
}
