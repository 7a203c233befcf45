import type { Site } from '@lotsa/protocol';
import { Page } from './page.tsx';
import { identifyWords } from './words/identify.ts';
import type { Language } from './words/index.ts';

export interface IdentifyPageProps {
  site: Site;
  language: Language;
  /** What the e-identification is called. */
  provider: string;
  /** To be written in the chat; left out before the identification. */
  code?: string;
  failed?: boolean;
  /** The form that it is for; empty for the chat. */
  formId?: string;
}

/** Leads to the e-identification, and says what comes of it. */
export function IdentifyPage({ site, language, provider, code, failed, formId = '' }: IdentifyPageProps) {
  const words = identifyWords(language.tag);
  const query = (tag: string): string => `?lang=${tag}${formId && `&form=${formId}`}`;
  const title = code === undefined ? words.title : words.doneTitle;
  return (
    <Page
      title={title}
      site={site}
      language={language}
      inLanguage={code === undefined ? (tag) => `/identify/${site.id}${query(tag)}` : null}
    >
      <h1>{title}</h1>
      {failed && (
        <p class="ui-banner" data-tone="error" role="alert">
          {words.failed}
        </p>
      )}
      {code === undefined ? (
        <>
          <p>{words.text({ provider })}</p>
          <p>
            <a
              class="ui-button"
              data-variant="primary"
              href={`/identify/${site.id}/begin${query(language.tag)}`}
            >
              {words.begin({ provider })}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{words.codeText}</p>
          <p>
            <strong class="identify-code" dir="ltr">
              {code}
            </strong>
          </p>
          <p>{words.codeNobody}</p>
        </>
      )}
    </Page>
  );
}
