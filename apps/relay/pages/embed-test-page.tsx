import { tagAttributes } from '@lotsa/core';
import type { EmbedOptions, Site } from '@lotsa/protocol';

const WORDS = {
  sv: {
    title: 'Provsida',
    text: 'Så här ser chatten ut på en webbsida. Sidan har de regler (Content-Security-Policy) som webbplatsen ska ha, och inga andra stilar än sina egna.',
    real: 'Chatten är på riktigt: en fråga du skickar här hamnar i kön.',
  },
  en: {
    title: 'Test page',
    text: 'This is what the chat looks like on a web page. The page has the rules (Content-Security-Policy) that the web site is to have, and no other styles than its own.',
    real: 'The chat is real: a question you send here goes to the queue.',
  },
} as const;

/** A web page with the script tag in it, as the options say. */
export function EmbedTestPage({ site, options }: { site: Site; options: EmbedOptions }) {
  const lang = options.lang === 'en' ? 'en' : 'sv';
  const words = WORDS[lang];
  const { accent, accentText } = options;
  const colours = new URLSearchParams({ ...(accent && { accent }), ...(accentText && { accentText }) });
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${words.title} – ${site.name[lang] ?? site.name.sv}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
        {accent && <link rel="stylesheet" href={`/embed-test.css?${colours}`} />}
        <script src="/widget.js" async {...Object.fromEntries(tagAttributes(site.id, options))} />
      </head>
      <body>
        <main id="content">
          <h1>{words.title}</h1>
          <p>{words.text}</p>
          <p>{words.real}</p>
        </main>
      </body>
    </html>
  );
}
