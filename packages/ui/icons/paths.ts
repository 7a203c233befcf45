import { circle } from './circle.ts';

/** The `d` of an icon drawn by hand on a 20 by 20 grid with a 1.5 px stroke. One constant each, so that unused ones fall away. */
export type IconPath = string;

export const iconSend: IconPath = 'M3.5 4.2 17 10 3.5 15.8l1.6-5.8-1.6-5.8ZM5.1 10H11';
export const iconClose: IconPath = 'm5 5 10 10M15 5 5 15';
export const iconMore: IconPath =
  'M4.5 9.25a.75.75 0 1 1 0 1.5.75.75 0 0 1 0-1.5ZM10 9.25a.75.75 0 1 1 0 1.5.75.75 0 0 1 0-1.5ZM15.5 9.25a.75.75 0 1 1 0 1.5.75.75 0 0 1 0-1.5Z';
export const iconBack: IconPath = 'M16 10H4m5-5-5 5 5 5';
export const iconForward: IconPath = 'M4 10h12m-5-5 5 5-5 5';
export const iconUp: IconPath = 'm5 12.5 5-5 5 5';
export const iconSearch: IconPath = 'M8.75 3a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5ZM13 13l4.2 4.2';
export const iconUser: IconPath =
  'M10 3a3.25 3.25 0 1 1 0 6.5A3.25 3.25 0 0 1 10 3ZM3.5 17c.4-3.2 3-5 6.5-5s6.1 1.8 6.5 5';
export const iconUsers: IconPath =
  'M7.5 4a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM2 16.2c.3-2.7 2.5-4.2 5.5-4.2s5.2 1.5 5.5 4.2M13 4.2a2.75 2.75 0 0 1 0 5.1M15 12.3c1.7.5 2.8 1.9 3 3.9';
export const iconChat: IconPath =
  'M4.5 3.5h11A1.5 1.5 0 0 1 17 5v7.5a1.5 1.5 0 0 1-1.5 1.5H9.5L5.5 17v-3h-1A1.5 1.5 0 0 1 3 12.5V5a1.5 1.5 0 0 1 1.5-1.5Z';
export const iconHandOff: IconPath = 'M3 7h12.5m-4-4 4 4-4 4M17 13H4.5m3.5-3.5-3.5 3.5 3.5 3.5';
export const iconNote: IconPath = 'M4 3.5h12v8.5l-4.5 4.5H4v-13ZM16 12h-4.5v4.5M7 7h6m-6 3h3';
export const iconPhone: IconPath =
  'M4.2 3h2.6l1.5 3.8-1.9 1.4a10 10 0 0 0 5.4 5.4l1.4-1.9L17 13.2v2.6c0 .8-.7 1.4-1.5 1.3C8.8 16.5 3.5 11.2 2.9 4.5 2.8 3.7 3.4 3 4.2 3Z';
export const iconMail: IconPath = 'M3 4.5h14v11H3v-11Zm0 1 7 5.5 7-5.5';
export const iconSettings: IconPath =
  'M3 6h7m4 0h3M3 14h3m4 0h7M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM8 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z';
export const iconSignOut: IconPath = 'M8 3.5H4v13h4M8 10h9m-3.5-3.5L17 10l-3.5 3.5';
export const iconPlus: IconPath = 'M10 4v12M4 10h12';
export const iconMinus: IconPath = 'M4 10h12';
export const iconRetry: IconPath = 'M16 8.5A6.3 6.3 0 1 0 16.3 11M16.5 4v4.5H12';
export const iconStar: IconPath = 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7L10 2.8Z';
export const iconBell: IconPath =
  'M10 2.8a4.7 4.7 0 0 1 4.7 4.7c0 4 1.8 5.5 1.8 5.5h-13s1.8-1.5 1.8-5.5A4.7 4.7 0 0 1 10 2.8ZM8.3 15.8a1.8 1.8 0 0 0 3.4 0';
export const iconCalendar: IconPath = 'M3 4.5h14V17H3V4.5ZM3 8.5h14M7 2.5v4m6-4v4';
export const iconGlobe: IconPath = `${circle}M2.8 10h14.4M10 2.8c4 4.2 4 10.2 0 14.4-4-4.2-4-10.2 0-14.4Z`;
export const iconBuilding: IconPath = 'M2.5 17h15M4 17V8l6-4.5L16 8v9M8 17v-4h4v4M8 9.5h.01m3.98 0h.01';
export const iconBook: IconPath =
  'M10 5.5C8 3.8 5 3.8 3 4.5v11c2-.7 5-.7 7 1 2-1.7 5-1.7 7-1v-11c-2-.7-5-.7-7 1Zm0 0v11';
export const iconEdit: IconPath = 'm12.5 4 3.5 3.5L7.5 16H4v-3.5L12.5 4Z';
export const iconTrash: IconPath = 'M3.5 5.5h13M8 5.5V3.5h4v2m-6.5 0 .7 11h7.6l.7-11M8.5 9v4.5m3-4.5v4.5';
export const iconFlag: IconPath = 'M5 17.5V3h10.5l-2.5 4 2.5 4H5';
export const iconInbox: IconPath = 'M3 11.5 5.5 4h9L17 11.5v4.5H3v-4.5Zm0 0h4l1 2h4l1-2h4';
export const iconChart: IconPath = 'M3 17h14M5.5 14v-3.5m4.5 3.5V5m4.5 9V8';
export const iconEye: IconPath =
  'M2 10c3.5-6 12.5-6 16 0-3.5 6-12.5 6-16 0Zm8-2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z';
export const iconPause: IconPath = 'M7 4.5v11m6-11v11';
export const iconSmile: IconPath = `${circle}M7.4 8.2h.01m5.2 0h.01M6.8 11.6c1.5 2.4 4.9 2.4 6.4 0`;
export const iconTemplate: IconPath = 'M3 4h14v12H3V4Zm3 3.5h8m-8 3h8m-8 3h4.5';
