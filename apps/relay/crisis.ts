import type { CrisisNotice, Site } from '@lotsa/protocol';

/** What a site's visitors are told of its crisis; null while there is none. */
export function crisisOf({ crisis }: Site): CrisisNotice | null {
  // A site that was stored before there were crises has none.
  if (!crisis?.active) return null;
  const { severity, text, links } = crisis;
  return { severity, text, links };
}
