import { fileURLToPath } from 'node:url';

/** Whether this is the built program and not its sources. */
export const isBuilt: boolean = !import.meta.url.endsWith('.ts');

/** Where the build leaves what browsers load: beside the built relay, and in `dist` when the sources are run. */
export const publicDir: string = fileURLToPath(
  new URL(isBuilt ? '../public/' : '../../dist/public/', import.meta.url),
);
