import { LotsaError } from '@lotsa/protocol';
import { type Config, ConfigError } from './config.ts';

/** Why the relay cannot start, as one line for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * What to tell the person who started the relay: one line that says what to do.
 * @param config the settings, as far as they could be read.
 */
export function reasonOf(error: unknown, config: Config | undefined): string {
  if (error instanceof ConfigError || error instanceof StartError || !config) return messageOf(error);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'getaddrinfo') return listenReason(code, config);
  if (error instanceof LotsaError && config.database.kind === 'mongodb') {
    const { cause } = error as { cause?: unknown };
    const why = cause ? ` (${messageOf(cause)})` : '';
    return `the database does not answer${why}; start it, or correct MONGODB_URL.`;
  }
  if (error instanceof Error && error.name.startsWith('MongoParse')) {
    return `MONGODB_URL is not an address of MongoDB (${messageOf(error)}).`;
  }
  if (config.database.kind === 'embedded' && isFileError(error, code)) {
    return `${config.database.dataDir} cannot be written (${code ?? messageOf(error)}); set DATA_DIR to a folder that can.`;
  }
  return messageOf(error);
}

function listenReason(code: string | undefined, { host, port }: Config): string {
  if (code === 'EADDRINUSE') {
    return `port ${port} on ${host} is in use; stop the program that has it, or set PORT to another.`;
  }
  if (code === 'EACCES') return `port ${port} needs rights that Lotsa has not; set PORT to 1024 or above.`;
  return `${host} is no address of this machine (${code}); set HOST to one.`;
}

function isFileError(error: unknown, code: string | undefined): boolean {
  const underlying = error instanceof LotsaError ? (error.cause as NodeJS.ErrnoException)?.code : code;
  return /^(E(ACCES|PERM|ROFS|NOSPC|NOTDIR|EXIST)|SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM).*)$/.test(
    underlying ?? '',
  );
}

function messageOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
