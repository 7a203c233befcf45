import { compile } from 'html-to-text';

/** More markup than any letter has; what follows is not read. */
const MOST_MARKUP = 500_000;

/**
 * Markup as the text that is in it. Nothing of it is ever shown as markup and nothing that it names is fetched: links stand
 * as they are written, pictures are their alternative text.
 */
const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MOST_MARKUP, maxDepth: 80, maxChildNodes: 5_000 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['script', 'style', 'title', 'noscript', 'template', 'object', 'svg', 'math'].map((selector) => ({
      selector,
      format: 'skip',
    })),
  ],
});

/** The text of an HTML mail. */
export const textOfHtml = (html: string): string => convert(html.slice(0, MOST_MARKUP));

/** Text as it may be kept: one kind of line end, and nothing that is not seen or turns the reading direction for what follows. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
