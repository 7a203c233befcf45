import type { Formats } from '@lotsa/ui';

/** "240 kB", "3,2 MB" */
export function sizeText(bytes: number, { number }: Formats): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return number(unit === 'kilobyte' ? Math.max(1, Math.round(size)) : size, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  });
}
