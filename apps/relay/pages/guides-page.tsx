import type { SearchHit, Site } from '@lotsa/protocol';
import { Page } from './page.tsx';
import { guideWords } from './words/guides.ts';
import type { Language } from './words/index.ts';

/** All guides of a site, or what a search in them found. */
export interface GuidesPageProps {
  site: Site;
  language: Language;
  /** The address of this server, for what search engines are told. */
  origin: string;
  guides: readonly { id: string; title: string; language: string; excerpt: string }[];
  /** What was searched for; null for no search. */
  query: string | null;
  hits: readonly SearchHit[];
  /** The query was too long to be searched for. */
  tooLong: boolean;
}

/** The path of a site's guides, of one, of an answer. */
export const guidesPath = (site: Pick<Site, 'id'>, item = ''): string =>
  `/guides/${site.id}${item && `/${item}`}`;
/** The path of what was found. */
export const hitPath = (site: Pick<Site, 'id'>, { kind, id }: Pick<SearchHit, 'kind' | 'id'>): string =>
  guidesPath(site, kind === 'guide' ? id : `answers/${id}`);

/** The public guides, with a search that works without script. */
export function GuidesPage({ site, language, origin, guides, query, hits, tooLong }: GuidesPageProps) {
  const words = guideWords(language.tag);
  const searched = query !== null && !tooLong;
  const inLanguage = (tag: string): string =>
    `${guidesPath(site)}?lang=${tag}${query === null ? '' : `&q=${encodeURIComponent(query)}`}`;
  return (
    <Page
      title={searched ? words.results(hits.length, query) : words.title}
      language={language}
      site={site}
      inLanguage={inLanguage}
      indexed={query === null ? { origin, description: words.intro } : null}
    >
      <h1>{words.title}</h1>
      <p class="intro">{words.intro}</p>
      <search>
        <form class="guide-search" action={guidesPath(site)} method="get">
          <input type="hidden" name="lang" value={language.tag} />
          <label class="ui-label" for="q">
            {words.search}
          </label>
          <div class="guide-search-row">
            <input
              id="q"
              class="ui-input"
              type="search"
              name="q"
              value={query ?? ''}
              maxLength={300}
              enterkeyhint="search"
              aria-describedby={tooLong ? 'q-error' : undefined}
              aria-invalid={tooLong ? 'true' : undefined}
            />
            <button type="submit" class="ui-button" data-variant="primary">
              {words.searchButton}
            </button>
          </div>
          {tooLong && (
            <p id="q-error" class="ui-error">
              {words.tooLong}
            </p>
          )}
        </form>
      </search>
      {searched && (
        <section aria-labelledby="results">
          <h2 id="results">{hits.length === 0 ? words.none(query) : words.results(hits.length, query)}</h2>
          {hits.length === 0 ? (
            <p>{words.noneText}</p>
          ) : (
            <ol class="guide-list">
              {hits.map((hit) => (
                <li>
                  <Entry
                    href={`${hitPath(site, hit)}?lang=${language.tag}`}
                    title={hit.title}
                    textLanguage={hit.language}
                    excerpt={hit.excerpt}
                    kind={words[hit.kind]}
                  />
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      <p>
        <a class="ui-button" data-variant="secondary" href={`/chat/${site.id}?lang=${language.tag}`}>
          {words.ask}
        </a>
      </p>
      <section aria-labelledby="all">
        <h2 id="all">{words.all}</h2>
        <ul class="guide-list">
          {guides.map((guide) => (
            <li>
              <Entry
                href={`${guidesPath(site, guide.id)}?lang=${language.tag}`}
                title={guide.title}
                textLanguage={guide.language}
                excerpt={guide.excerpt}
              />
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

interface EntryProps {
  href: string;
  title: string;
  textLanguage: string;
  excerpt: string;
  kind?: string;
}

function Entry({ href, title, textLanguage, excerpt, kind }: EntryProps) {
  return (
    <>
      <a href={href} lang={textLanguage} dir="auto">
        {title}
      </a>
      {kind && <span class="guide-kind">{kind}</span>}
      <p lang={textLanguage} dir="auto">
        {excerpt}
      </p>
    </>
  );
}
