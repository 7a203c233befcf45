import { spawnSync } from 'node:child_process';

/** Whether a program of the operating system is here. */
export const hasProgram = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`], { env: { PATH: withSbin() } }).status === 0;

/** Debian keeps servers where the search path of an ordinary user does not look. */
export const withSbin = (): string => `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`;
