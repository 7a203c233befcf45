import type { Texts } from '../locales/index.ts';

/** Why a mail did not arrive, in words: by the enhanced status code (RFC 3463) or the SMTP reply. */
export function undeliveredReason(status: string | null, t: Texts): string {
  if (status === null) return t.undelivered_unknown;
  if (/^5\.1\.|^55[01]$/.test(status)) return t.undelivered_address;
  if (/^\d\.2\.2$|^552$/.test(status)) return t.undelivered_full;
  if (/^(4|E)/.test(status)) return t.undelivered_late;
  return `${t.undelivered_refused} (${status})`;
}
