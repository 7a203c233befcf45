import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import { Brand } from '../shell/brand.tsx';
import './front-page.css';

/** A page of its own with one thing on it: sign-in, first start, or why the console is not there. */
export function FrontPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { i18n, preferences } = useApp();
  return (
    <div class="front">
      <main class="front-card">
        <Brand />
        <h1>{title}</h1>
        {children}
      </main>
      <footer class="front-languages">
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={i18n.lang === language}
            onClick={() => preferences.choose({ language })}
          >
            {LANGUAGES[language]}
          </button>
        ))}
      </footer>
    </div>
  );
}
