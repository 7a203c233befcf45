import { circle } from './circle.ts';
import type { IconPath } from './paths.ts';

// Of a banner: a file of their own, so that they load with it.
export const iconAlert: IconPath = 'M10 3 18 16.5H2L10 3Zm0 5v4m0 2.2h.01';
export const iconInfo: IconPath = `${circle}M10 9.2V14m0-7.4h.01`;
export const iconOk: IconPath = `${circle}m-3.2 7.4 2.4 2.4 4.2-4.8`;
