import { circle } from './circle.ts';
import type { IconPath } from './paths.ts';

// Of a transcript: a file of their own, so that they load with it.
export const iconDown: IconPath = 'm5 7.5 5 5 5-5';
export const iconCheck: IconPath = 'm4 10.5 4 4 8-9';
export const iconCheckDouble: IconPath = 'm1.5 10.5 4 4 7.5-9M9.5 13l1.5 1.5 7.5-9';
export const iconClock: IconPath = `${circle}M10 6v4.2l2.8 1.8`;
export const iconError: IconPath = `${circle}M10 6v4.8m0 2.8h.01`;
export const iconLock: IconPath = 'M4.5 9h11v8h-11V9ZM7 9V6a3 3 0 0 1 6 0v3';
