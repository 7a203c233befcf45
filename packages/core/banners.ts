import type { Banner, VisitorBanner } from '@lotsa/protocol';

const GRAVEST_FIRST: readonly Banner['severity'][] = ['critical', 'major', 'info'];

/** The important messages that a site shows at a moment (epoch ms), as visitors see them, the gravest first. */
export function bannersOf(banners: Iterable<Banner>, siteId: string, at: number): VisitorBanner[] {
  return [...banners]
    .filter(
      (banner) =>
        banner.active &&
        (banner.siteId === null || banner.siteId === siteId) &&
        (banner.from === null || banner.from <= at) &&
        (banner.until === null || at < banner.until),
    )
    .sort(
      (a, b) =>
        GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity) || (a.id < b.id ? -1 : 1),
    )
    .map(({ id, severity, text, links }) => ({ id, severity, text, links }));
}
