import type { Site } from '@lotsa/protocol';
import type { Paper } from '../papers/model.ts';
import { Page } from './page.tsx';
import { PaperBody } from './paper-page.tsx';
import type { Language } from './words/index.ts';
import { privacyWords } from './words/privacy.ts';

interface PrivacyPageProps {
  site: Site;
  language: Language;
  sections: Paper['sections'];
}

/** Where a site's privacy notice is. */
const privacyPath = (siteId: string): string => `/privacy/${siteId}`;

/** The privacy notice of a site, in the visitor's language. */
export function PrivacyPage({ site, language, sections }: PrivacyPageProps) {
  const { title } = privacyWords(language.tag);
  return (
    <Page
      title={title}
      language={language}
      site={site}
      inLanguage={(tag) => `${privacyPath(site.id)}?lang=${tag}`}
    >
      <h1>{title}</h1>
      <PaperBody paper={{ sections }} />
    </Page>
  );
}
