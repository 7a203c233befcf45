import type { Site } from '@lotsa/protocol';
import type { ComponentChildren } from 'preact';
import { languagesOf, type Language, nameOf } from './words/index.ts';

interface PageProps {
  title: string;
  language: Language;
  /** Whose page it is; null where that is not to be told. */
  site: Site | null;
  /** Where this page is in a language; null for none to choose. */
  inLanguage: ((tag: string) => string) | null;
  /**
   * For a page that search engines may keep; others are left out. `path` where it is not this page in this language; `tags`
   * where what it says is not in every language that can be chosen.
   */
  indexed?: { origin: string; description: string; path?: string; tags?: readonly string[] } | null;
  children: ComponentChildren;
}

/** What is around every page: who it is from, in which languages it can be read, and how else to reach somebody. */
export function Page({ title, language, site, inLanguage, indexed = null, children }: PageProps) {
  const { words, say } = language;
  const others = inLanguage ? languagesOf(site ?? undefined) : [];
  return (
    <html lang={language.tag} dir={language.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {indexed ? (
          <Indexed
            tags={others}
            {...indexed}
            here={inLanguage?.(language.tag) ?? ''}
            inLanguage={inLanguage}
          />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <title>{site ? `${title} – ${say(site.name)}` : title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        {site && (
          <header class="page-head">
            <p class="page-name">
              {say(site.centreName)} <span>{say(site.name)}</span>
            </p>
            {others.length > 1 && (
              <nav aria-label={words.languages}>
                <ul class="languages">
                  {others.map((tag) => (
                    <li>
                      <a
                        href={inLanguage?.(tag) ?? ''}
                        lang={tag}
                        hreflang={tag}
                        aria-current={tag === language.tag ? 'true' : undefined}
                      >
                        {nameOf(tag)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </header>
        )}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        {site && (
          <footer class="page-foot">
            <p>
              {words.reach}:{' '}
              <a href={`tel:${site.phone.replace(/[^\d+]/g, '')}`}>
                <bdi dir="ltr">{site.phone}</bdi>
              </a>
              {', '}
              <a href={`mailto:${site.email}`}>
                <bdi dir="ltr">{site.email}</bdi>
              </a>
            </p>
            <p>
              <a href={site.privacyUrl ?? `/privacy/${site.id}?lang=${language.tag}`}>{words.privacy}</a>
            </p>
          </footer>
        )}
      </body>
    </html>
  );
}

interface IndexedProps {
  origin: string;
  description: string;
  path?: string;
  here: string;
  inLanguage: ((tag: string) => string) | null;
  tags: readonly string[];
}

/**
 * What search engines are told: which address is the page's own, and where it is in other languages. Swedish in plain words has a
 * tag of its own that no search engine knows; to them it would be a second Swedish page.
 */
function Indexed({ origin, description, path, here, inLanguage, tags }: IndexedProps) {
  const known = tags.filter((tag) => !tag.includes('-x-'));
  const [first] = known;
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={origin + (path ?? here)} />
      {known.length > 1 &&
        known.map((tag) => <link rel="alternate" hreflang={tag} href={origin + (inLanguage?.(tag) ?? '')} />)}
      {known.length > 1 && first !== undefined && (
        <link rel="alternate" hreflang="x-default" href={origin + (inLanguage?.(first) ?? '')} />
      )}
    </>
  );
}
