import type { Site } from '@lotsa/protocol';
import type { MailWords } from '../mail/words/sv.ts';
import { Page } from './page.tsx';
import type { Language } from './words/index.ts';

interface ContinuePageProps {
  site: Site;
  language: Language;
  words: MailWords;
  /** The secret of a link that can be used; null where it cannot. */
  key: string | null;
}

/** Goes on with a conversation on this device, or says why not and how else. */
export function ContinuePage({ site, language, words, key }: ContinuePageProps) {
  const here = (tag: string): string => `/continue/${site.id}?key=${key ?? ''}&lang=${tag}`;
  const { tag } = language;
  if (key === null) {
    return (
      <Page title={words.goneTitle} site={site} language={language} inLanguage={here}>
        <h1>{words.goneTitle}</h1>
        <p>{words.goneText}</p>
        <p>
          <a class="ui-button" data-variant="primary" href={`/chat/${site.id}?lang=${tag}`}>
            {words.goneChat}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page title={words.continueTitle} site={site} language={language} inLanguage={here}>
      <h1>{words.continueTitle}</h1>
      <p>{words.continueText}</p>
      <form method="post" action={`/continue/${site.id}?lang=${tag}`}>
        <input type="hidden" name="key" value={key} />
        <button class="ui-button" data-variant="primary" type="submit">
          {words.continueButton}
        </button>
      </form>
    </Page>
  );
}
