import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Block, Letter } from './letter.ts';

/** How a mail is read: BCP 47 tag and direction. */
export interface MailLanguage {
  tag: string;
  dir: 'ltr' | 'rtl';
}

/** Programs for mail know little CSS, and some none: it must read well without. */
const STYLE = [
  // links have keys that are longer than a phone is wide
  'body{margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}',
  '.mail{max-width:600px;margin:0 auto}',
  'h1{font-size:22px;line-height:1.3;margin:0 0 16px}',
  'h2{font-size:18px;margin:24px 0 8px}',
  'p,dl,ol{margin:0 0 16px}',
  'dt{font-weight:bold}dd{margin:0 0 8px}',
  'ol{list-style:none;padding:0}li{margin:0 0 16px}li p{margin:0}',
  'footer{border-top:1px solid;padding-top:16px;margin-top:32px;font-size:14px}',
].join('');

const lines = (text: string): ComponentChildren =>
  text.split('\n').map((line, at) => (at === 0 ? line : [<br key={at} />, line]));

function HtmlBlock({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'text':
      return <p>{lines(block.text)}</p>;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'link':
      return (
        <p>
          <a href={block.url}>{block.label}</a>
          <br />
          <span dir="ltr">{block.url}</span>
        </p>
      );
    case 'facts':
      return (
        <dl>
          {block.rows.map(([label, value]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label}:`} dir="auto">
              {value}
            </dd>,
          ])}
        </dl>
      );
    case 'said':
      return (
        <ol>
          {block.said.map(({ who, when, text }, at) => (
            <li key={at}>
              <p>
                {/* a name that ends in a number would take the date's first number with it */}
                {who !== null && (
                  <strong>
                    <bdi>{who}</bdi>
                  </strong>
                )}{' '}
                <bdi>{when}</bdi>
              </p>
              <p dir="auto">{lines(text)}</p>
            </li>
          ))}
        </ol>
      );
  }
}

/** A mail as HTML. Preact escapes whatever it is given, and there is no raw markup in it. */
export function htmlOf({ subject, blocks, footer }: Letter, { tag, dir }: MailLanguage): string {
  const page = (
    <html lang={tag} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        {/* Some programs throw html and body away, and language and direction with them. */}
        <div class="mail" lang={tag} dir={dir}>
          <h1>{subject}</h1>
          {blocks.map((block, at) => (
            <HtmlBlock key={at} block={block} />
          ))}
          <footer>
            {footer.map((line) => (
              <p key={line}>{lines(line)}</p>
            ))}
          </footer>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** Keeps a name of another direction in its place (Unicode UAX 9, 2.4). */
const isolated = (text: string): string => `\u2068${text}\u2069`;

function textOfBlock(block: Block, rtl: boolean): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'heading':
      return block.text.toLocaleUpperCase();
    case 'link':
      return `${block.label}:\n${block.url}`;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'said':
      // Indented, so that nobody's words can pass for ours.
      return block.said
        .map(
          ({ who, when, text }) =>
            `${who === null ? when : `${rtl ? isolated(who) : who}${rtl ? '، ' : ', '}${when}`}\n${text.replace(/^/gm, '    ')}`,
        )
        .join('\n\n');
  }
}

/** A mail as plain text. */
export const textOf = ({ blocks, footer }: Letter, { dir }: Pick<MailLanguage, 'dir'>): string =>
  [...blocks.map((block) => textOfBlock(block, dir === 'rtl')), `-- \n${footer.join('\n')}`]
    .join('\n\n')
    .concat('\n');
