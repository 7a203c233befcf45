import type { BoardAgent } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';

/** A status with its reason, as in "Borta – lunch". */
export function statusText(
  { availability, availabilityReason }: Pick<BoardAgent, 'availability' | 'availabilityReason'>,
  { t }: Pick<ConsoleI18n, 't'>,
): string {
  const status = t[availability];
  return availabilityReason === null
    ? status
    : t.availableWith({ status, reason: t[`reason_${availabilityReason}`] });
}
