import type { Site } from '@lotsa/protocol';

/** Whether pages of an address may embed a site. */
export type OriginCheck = 'allowed' | 'notAllowed' | 'notAnAddress';

/** Looks an address up among a site's allowed origins, as browsers do (CSP 3, `frame-ancestors`). */
export function checkOrigin({ allowedOrigins }: Pick<Site, 'allowedOrigins'>, written: string): OriginCheck {
  const origin = originOf(written);
  if (origin === null) return 'notAnAddress';
  return allowedOrigins.some((address) => originOf(address) === origin) ? 'allowed' : 'notAllowed';
}

/** The origin of an address as people write it; `https` when they leave it out. Null when it is no web address. */
export function originOf(written: string): string | null {
  const text = written.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || /\s/.test(text) || !URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
