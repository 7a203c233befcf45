import type { Identity } from '@lotsa/protocol';
import type { Texts } from '../locales/index.ts';

/** Who vouches for a visitor, and as whom. */
export const verifiedWords = (
  { by, provider, name, personalNumber, subject }: Identity,
  t: Texts,
): { by: string; name: string } => ({
  by: by === 'site' ? t.verifiedBySite : provider,
  name: name ?? personalNumber ?? (subject || t.verifiedNameless),
});
