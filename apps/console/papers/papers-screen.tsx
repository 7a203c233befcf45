import { PaperName } from '@lotsa/protocol';
import { SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import './papers.css';

/** The papers about privacy, accessibility and operation, made of the settings as they are now. */
export function PapersScreen() {
  const { i18n } = useApp();
  const { t } = i18n;
  const [language, setLanguage] = useState<Language>(i18n.lang);
  return (
    <div class="papers">
      <SelectField
        label={t.papersIn}
        value={language}
        options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))}
        onValue={(value) => setLanguage(value as Language)}
      />
      <ul class="papers-list">
        {PaperName.options.map((name) => {
          const address = `/api/papers/${name}?language=${language}`;
          const paper = t[`paper_${name}`];
          return (
            <li key={name}>
              <h3>{paper}</h3>
              <p>{t[`paperAbout_${name}`]}</p>
              <p class="papers-links">
                <a
                  href={address}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t.registryOf({ action: t.papersOpen, what: paper })}
                >
                  {t.papersOpen}
                </a>
                <a
                  href={`${address}&format=markdown`}
                  download
                  aria-label={t.registryOf({ action: t.papersFile, what: paper })}
                >
                  {t.papersFile}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
