import type { EmbedOptions } from '@lotsa/protocol';

/** Where a loader is fetched from. */
export interface LoaderSource {
  /** The relay's origin. */
  origin: string;
  /** `/widget.js`, or the address of one version. */
  path: string;
  /** Of that version (W3C Subresource Integrity); null for whichever is current. */
  integrity: string | null;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);

/** The attributes of the tag, in the order in which they are written. */
export function tagAttributes(siteId: string, options: EmbedOptions): [name: string, value: string][] {
  const { lang, position, topic, department, phone, email, accent } = options;
  const all: [string, string | undefined][] = [
    ['data-site', siteId],
    ['data-lang', lang],
    ['data-department', department],
    ['data-topic', topic],
    ['data-position', position === 'start' ? position : undefined],
    ['data-phone', phone],
    ['data-email', email],
    ['data-with', accent === undefined ? undefined : 'theme'],
  ];
  return all.filter((one): one is [string, string] => Boolean(one[1]));
}

/** The script tag, as it is put into a page. */
export function embedTag(
  siteId: string,
  options: EmbedOptions,
  { origin, path, integrity }: LoaderSource,
): string {
  const attributes: [string, string][] = [
    ['src', origin + path],
    ...tagAttributes(siteId, options),
    ...(integrity === null
      ? []
      : ([
          ['integrity', integrity],
          ['crossorigin', 'anonymous'],
        ] as [string, string][])),
  ];
  return `<script ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')} async></script>`;
}

/** The lines for the page's style sheet; nothing when no colour is chosen. */
export function embedStyle({ accent, accentText }: EmbedOptions): string {
  if (accent === undefined) return '';
  const text = accentText === undefined ? '' : `\n  --lotsa-accent-text: ${accentText};`;
  return `:root {\n  --lotsa-accent: ${accent};${text}\n}`;
}

/** What the page's Content-Security-Policy has to allow, and nothing more (rule G3). */
export const embedPolicy = (origin: string): string => `script-src ${origin};\nframe-src ${origin};`;
