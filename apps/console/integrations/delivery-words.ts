import type { DeliveryState } from '@lotsa/protocol';
import type { Tone } from '@lotsa/ui';
import type { Texts } from '../locales/index.ts';

/** How it goes with what is on its way to another system. */
export const DELIVERY_TONE: Record<DeliveryState, Tone> = { queued: 'accent', sent: 'ok', failed: 'danger' };

/** What a try to reach another system ended with, in words. */
export function deliveryError(t: Texts, code: string): string {
  if (/^\d{3}$/.test(code)) return t.deliveryError_status({ code });
  const words = (t as unknown as Record<string, unknown>)[`deliveryError_${code}`];
  return typeof words === 'string' ? words : t.deliveryError_other({ code });
}
