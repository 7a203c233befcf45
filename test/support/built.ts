import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';

/** Vitest's global set-up of the projects that run the built program: it is as new as the sources. */
export default buildIfNeeded;
