import type { IconPath } from './paths.ts';

// Apart from the others, as the panel's first load has none of them.
export const iconExternal: IconPath = 'M8 4.5H4v11.5h11.5V12M11.5 3.5h5v5m0-5L9 11';
