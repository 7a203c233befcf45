import { DEFINITIONS } from '@lotsa/core';
import type { FigureId } from '@lotsa/protocol';
import { duration } from '../lists/duration.ts';
import type { ConsoleI18n } from '../locales/index.ts';

/** A figure as it is read: "82 %", "0:41", "12 tim"; a dash where there is none. */
export function figureText(
  id: FigureId,
  value: number | null | undefined,
  { t, formats }: ConsoleI18n,
): string {
  if (value === null || value === undefined) return '–';
  switch (DEFINITIONS[id].unit) {
    case 'share':
      return formats.number(value, { style: 'percent', maximumFractionDigits: 1 });
    case 'seconds':
      return duration(value * 1000, t);
    case 'hours':
      return t.statHours({ n: formats.number(value, { maximumFractionDigits: 0 }) });
    case 'times':
      return formats.number(value, { maximumFractionDigits: 2 });
    case 'count':
      return formats.number(value);
  }
}

/** What a figure is called. */
export const figureName = (id: FigureId, i18n: ConsoleI18n): string => DEFINITIONS[id].name[i18n.lang];

/** "08:30" */
export const halfHourText = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
