import type { CrisisNotice, Site } from '@lotsa/protocol';

/** What a site's visitors are told of its crisis at a moment (epoch ms); null while there is none. */
export function crisisOf({ crisis }: Site, at: number): CrisisNotice | null {
  // A site that was stored before there were crises has none.
  if (!crisis?.active) return null;
  const { severity, text, links, from, until } = crisis;
  if ((from !== null && at < from) || (until !== null && until <= at)) return null;
  return { severity, text, links };
}
