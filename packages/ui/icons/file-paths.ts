import type { IconPath } from './paths.ts';

// Of files: a file of their own, because most first views have none.
export const iconAttach: IconPath =
  'm15.5 9.5-5.8 5.8a3.6 3.6 0 0 1-5-5l6.3-6.4a2.4 2.4 0 0 1 3.4 3.4l-6.3 6.3a1.2 1.2 0 0 1-1.7-1.7l5.6-5.6';
export const iconImage: IconPath =
  'M3 4h14v12H3V4Zm4 3.2a1 1 0 1 1 0 2 1 1 0 0 1 0-2ZM3.2 14.8 8 11l2.5 2 3-3 3.5 3.5';
export const iconFile: IconPath = 'M5 2.5h6.5L15.5 6.5v11H5v-15Zm6.5 0v4h4M7.7 10.5h5m-5 3h5';
export const iconCopy: IconPath = 'M7 7h9.5v9.5H7V7Zm-3.5 6.5v-10h10';
export const iconDownload: IconPath = 'M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13';
