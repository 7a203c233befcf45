import type { Texts } from '../locales/index.ts';

/** What a try to reach another system ended with, in words. */
export function deliveryError(t: Texts, code: string): string {
  if (/^\d{3}$/.test(code)) return t.deliveryError_status({ code });
  const words = (t as unknown as Record<string, unknown>)[`deliveryError_${code}`];
  return typeof words === 'string' ? words : t.deliveryError_other({ code });
}
