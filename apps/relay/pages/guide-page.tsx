import type { PublicAnswer, PublicGuide, Site } from '@lotsa/protocol';
import { guidesPath, hitPath } from './guides-page.tsx';
import { Page } from './page.tsx';
import { guideWords } from './words/guides.ts';
import { type Language, languagesOf } from './words/index.ts';

/** One guide, or one common question with its answer. */
export interface GuidePageProps {
  site: Site;
  language: Language;
  origin: string;
  shown: { kind: 'guide'; guide: PublicGuide } | { kind: 'answer'; answer: PublicAnswer };
  /** What its reader just said of it. */
  thanked: 'yes' | 'no' | null;
}

/** A guide in steps, or an answer, with "did this help?" and the way to the chat. */
export function GuidePage({ site, language, origin, shown, thanked }: GuidePageProps) {
  const words = guideWords(language.tag);
  const { id, language: textLanguage, languages } = shown.kind === 'guide' ? shown.guide : shown.answer;
  const title = shown.kind === 'guide' ? shown.guide.title : shown.answer.question;
  const path = hitPath(site, { kind: shown.kind, id });
  const description =
    shown.kind === 'guide' ? (shown.guide.intro ?? shown.guide.steps.join('. ')) : shown.answer.answer;
  const outdated = shown.kind === 'guide' && shown.guide.outdated;
  const foreign = textLanguage !== language.tag;
  return (
    <Page
      title={title}
      language={language}
      site={site}
      inLanguage={(tag) => `${path}?lang=${tag}`}
      indexed={{
        origin,
        description: description.slice(0, 200),
        path: `${path}?lang=${foreign ? textLanguage : language.tag}`,
        tags: languagesOf(site).filter((tag) => languages.includes(tag)),
      }}
    >
      <article class="guide" lang={textLanguage} dir={textLanguage === 'ar' ? 'rtl' : 'ltr'}>
        <h1>{title}</h1>
        {foreign && (
          <p class="ui-banner" data-tone="info" lang={language.tag} dir={language.dir}>
            {words.otherLanguage}
          </p>
        )}
        {outdated && (
          <p class="ui-banner" data-tone="warn" lang={language.tag} dir={language.dir}>
            {words.outdated} <a href={`${path}?lang=sv`}>{words.readSwedish}</a>
          </p>
        )}
        {shown.kind === 'guide' ? (
          <>
            {shown.guide.intro && <p class="intro written">{shown.guide.intro}</p>}
            <h2 lang={language.tag}>{words.steps}</h2>
            <ol class="guide-steps">
              {shown.guide.steps.map((step) => (
                <li class="written">{step}</li>
              ))}
            </ol>
            {shown.guide.url && (
              <p>
                <a class="ui-button" data-variant="primary" href={shown.guide.url} lang={language.tag}>
                  {words.go}
                </a>
              </p>
            )}
            {shown.guide.publishedAt !== null && (
              <p class="guide-date" lang={language.tag}>
                {words.published(language.date(shown.guide.publishedAt))}
              </p>
            )}
          </>
        ) : (
          <>
            <p class="written">{shown.answer.answer}</p>
            {shown.answer.guideId && (
              <p>
                <a
                  href={`${guidesPath(site, shown.answer.guideId)}?lang=${language.tag}`}
                  lang={language.tag}
                >
                  {words.steps}
                </a>
              </p>
            )}
          </>
        )}
      </article>
      <section class="guide-helped" id="helped" aria-labelledby="helped-title">
        {thanked ? (
          <p id="helped-title" class="ui-banner" data-tone={thanked === 'yes' ? 'ok' : 'info'}>
            {thanked === 'yes' ? words.thanksYes : words.thanksNo}
          </p>
        ) : (
          <form method="post" action={`${path}?lang=${language.tag}`}>
            <h2 id="helped-title">{words.helpedQuestion}</h2>
            <div class="guide-search-row">
              <button type="submit" class="ui-button" data-variant="secondary" name="helped" value="yes">
                {words.yes}
              </button>
              <button type="submit" class="ui-button" data-variant="secondary" name="helped" value="no">
                {words.no}
              </button>
            </div>
          </form>
        )}
        <p>
          <a href={`/chat/${site.id}?lang=${language.tag}`}>{words.ask}</a>
        </p>
      </section>
      <p>
        <a href={`${guidesPath(site)}?lang=${language.tag}`}>{words.back}</a>
      </p>
    </Page>
  );
}
