/**
 * A piece of a text: plain, a link to show as such, or a number in groups (a phone number, a date), which reads from left to
 * right in any language (UAX 9): in Arabic its groups would change places. The pieces, put together, are the text.
 */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

// A web address with its host spelt out (no user name before an @, which could pretend to be another host), up to a space,
// bracket, quote or invisible character; or an e-mail address. Nothing here can be matched in two ways, and the name before
// an @ is looked for only where a word begins, so the search takes linear time.
const LINK =
  /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[\p{L}\p{N}]+(?:[.-]+[\p{L}\p{N}]+)*(?::\d+)?(?:[/?#][^\s<>"\p{C}]*)?|(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

// Linear: a group of digits, and more of them behind one sign each; no number has longer groups.
const NUMBER = /(\+?\d{1,20}(?:[ ()-]\d{1,20}){1,20})/;

/**
 * Splits a text into plain pieces and links (`http:`, `https:` and `mailto:` only; `www.` becomes `https:`). Punctuation
 * that ends a sentence stays outside the link. Render each piece as an element of its own, never as markup.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(LINK)) {
    const link = withoutTail(match);
    parts.push(...plain(text.slice(from, index)));
    parts.push({ kind: 'link', text: link, href: hrefOf(link) });
    from = index + link.length;
  }
  return [...parts, ...plain(text.slice(from))];
}

const plain = (text: string): TextPart[] =>
  text
    .split(NUMBER)
    .map((piece, at): TextPart => ({ kind: at % 2 ? 'number' : 'text', text: piece }))
    .filter((part) => part.text !== '');

function hrefOf(link: string): string {
  return (/^https?:/i.test(link) ? '' : /^www\./i.test(link) ? 'https://' : 'mailto:') + link;
}

/** Without punctuation at the end; a closing bracket stays when it was opened inside the link. */
function withoutTail(link: string): string {
  let unopened = link.split(')').length - link.split('(').length;
  let end = link.length;
  for (; /[.,:;!?'’”»…،؟)\]}*]/.test(link.charAt(end - 1)); end -= 1) {
    if (link.charAt(end - 1) !== ')') continue;
    if (unopened <= 0) break;
    unopened -= 1;
  }
  return link.slice(0, end);
}
