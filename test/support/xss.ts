/** What each calls when it runs: the tests define it, and it must never be called. */
const CALL = 'pwned()';

const ELEMENTS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'textarea autofocus',
  'select autofocus',
  'details open',
  'video src=x',
  'audio src=x',
  'iframe',
  'marquee',
  'object data=x',
  'embed src=x',
  'math',
  'a id=x tabindex=1',
  'button autofocus',
  'form id=x tabindex=0',
  'style',
  'link rel=stylesheet href=x',
  'keygen autofocus',
  'isindex',
  'custom-element tabindex=1',
];
const HANDLERS = [
  'onerror',
  'onload',
  'onfocus',
  'ontoggle',
  'onstart',
  'onmouseover',
  'onanimationstart',
  'onpageshow',
  'onbegin',
  'onscrollend',
];
const BREAKS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '</textarea>',
  '</title>',
  '</script>',
  '</style>',
  '</option></select>',
  '-->',
  ']]>',
  '</noscript>',
  '`>',
];

/** Elements with handlers, behind each way out of where text stands. */
const handlers = ELEMENTS.flatMap((element, i) =>
  [0, 1, 2].map((n) => {
    const handler = HANDLERS[(i * 3 + n) % HANDLERS.length];
    return `${BREAKS[(i + n) % BREAKS.length]}<${element} ${handler}=${CALL}>`;
  }),
);
const scripts = BREAKS.flatMap((out) => [
  `${out}<script>${CALL}</script>`,
  `${out}<ScRiPt/x>${CALL}</sCrIpT >`,
  `${out}<script src=data:text/javascript,${CALL}></script>`,
  `${out} autofocus onfocus=${CALL} x=${out}`,
]);

/** Addresses that run when they are followed or loaded (OWASP, filter evasion). */
const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  `javascript&colon;${CALL}`,
  `&#106;avascript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://%0a${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+`,
  `data:image/svg+xml,<svg onload=${CALL}>`,
  `https://x.example/"onmouseover="${CALL}`,
  `https://x.example/'onmouseover='${CALL}`,
  `http://x.example/<script>${CALL}</script>`,
  `www.x.example/"><img src=x onerror=${CALL}>`,
  `mailto:a@x.example?subject="><svg onload=${CALL}>`,
  `//x.example/x.js`,
  `blob:${CALL}`,
  `filesystem:https://x.example/${CALL}`,
  `view-source:javascript:${CALL}`,
  `feed:javascript:${CALL}`,
  `https://x.example/#\u202e${CALL}`,
];
const links = ADDRESSES.flatMap((address) => [
  address,
  `<a href="${address}">x</a>`,
  `<iframe src="${address}"></iframe>`,
  `[x](${address})`,
  `<form action="${address}"><button>x</button></form>`,
]);

/** Markup that changes when it is parsed a second time (mutation XSS), and foreign content. */
const mutations = [
  `<svg><script>${CALL}</script></svg>`,
  `<svg><script href=data:,${CALL} />`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${CALL}>`,
  `<svg><a xlink:href="javascript:${CALL}"><text>x</text></a></svg>`,
  `<svg><foreignObject><body onload=${CALL}></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${CALL}>#x">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${CALL}>">`,
  `<svg><style>{font-family:'<iframe/onload=${CALL}>'`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<math><annotation-xml encoding="text/html"><script>${CALL}</script></annotation-xml></math>`,
  `<math><mi//xlink:href="data:x,<script>${CALL}</script>">`,
  `<math href="javascript:${CALL}">x</math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${CALL}>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<listing>&lt;img onerror=${CALL} src=x&gt;</listing>`,
  `<x><style><!--</style><img src=x onerror=${CALL}>-->`,
  `<!--><img src=x onerror=${CALL}>-->`,
  `<!-- --!><img src=x onerror=${CALL}>`,
  `<template><script>${CALL}</script></template>`,
  `<template shadowrootmode=open><img src=x onerror=${CALL}></template>`,
  `<xmp><p title="</xmp><svg/onload=${CALL}>">`,
  `<plaintext><img src=x onerror=${CALL}>`,
  `<select><template><img src=x onerror=${CALL}>`,
  `<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>${CALL}</script></x>`,
  `<![CDATA[<script>${CALL}</script>]]>`,
  `<!DOCTYPE x [<!ENTITY y "<script>${CALL}</script>">]><x>&y;</x>`,
  `<base href="javascript:${CALL}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<link rel=import href="data:text/html,<script>${CALL}</script>">`,
  `<object type=text/html data="data:text/html,<script>${CALL}</script>">`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<portal src=javascript:${CALL}>`,
  `<isindex action=javascript:${CALL} type=image>`,
  `<style>@import 'javascript:${CALL}';</style>`,
  `<div style="background:url(javascript:${CALL})">`,
  `<div style="width:expression(${CALL})">`,
  `<img srcset="x 1x, x 2x" onerror=${CALL}>`,
  `<img src="x\` \`<script>${CALL}</script>"\` \`>`,
  `<img """><script>${CALL}</script>">`,
  `<a href=x onclick=${CALL}//`,
  `<img src=x onerror\u0000=${CALL}>`,
  `<img/src=x/onerror=${CALL}>`,
  `<<script>${CALL}//<</script>`,
  `\u003cscript\u003e${CALL}\u003c/script\u003e`,
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `%3Cscript%3E${CALL}%3C/script%3E`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;${CALL}`,
  `&#60;script&#62;${CALL}`,
  `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  `\uff1cscript\uff1e${CALL}\uff1c/script\uff1e`,
  `<scr\u200bipt>${CALL}</scr\u200bipt>`,
  `\u2028<script>${CALL}</script>`,
  `\ufeff<script>${CALL}</script>`,
];

/** Syntaxes of templates and formulas, and tricks with direction and width. */
const templates = [
  `{{constructor.constructor('${CALL}')()}}`,
  `{{$on.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<%= ${CALL} %>`,
  `#{${CALL}}`,
  `{{=${CALL}}}`,
  `[[${CALL}]]`,
  `@(${CALL})`,
  `{%raw%}${CALL}{%endraw%}`,
  `{{{${CALL}}}}`,
  `*{T(java.lang.Runtime)}`,
  `=HYPERLINK("javascript:${CALL}")`,
  `+cmd|' /C calc'!A0`,
  `-2+3+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `\t=1+1`,
  `';${CALL};'`,
  `";${CALL};"`,
  `\`;${CALL};\``,
  `\\';${CALL};//`,
  `</script><script>${CALL}//`,
  `]]></x><script>${CALL}</script>`,
  `"}};${CALL};//`,
  `',alert:${CALL},x:'`,
  `\u202e<script>${CALL}</script>\u202c`,
  `\u2066<img src=x onerror=${CALL}>\u2069`,
  `\u200f"><svg onload=${CALL}>`,
  `i\u0307<script>${CALL}</script>`,
  `a\u200b\u200c\u200d\u2060b<svg onload=${CALL}>`,
  `\ud83d\ude00<img src=x onerror=${CALL}>`,
  `\r\nContent-Type: text/html\r\n\r\n<script>${CALL}</script>`,
  `x\r\nBcc: evil@x.example`,
  `__proto__`,
  `constructor`,
  `toString`,
  `[object Object]`,
  `$&$1$\``,
  `%s%n%x`,
  `{0}{1}`,
  `\u0000<script>${CALL}</script>`,
];

/** About three hundred and fifty texts that run somewhere where they are not shown as text. Each has its place in front. */
export const XSS: readonly string[] = [
  ...new Set([...scripts, ...handlers, ...links, ...mutations, ...templates]),
];

/** All of them, in texts of at most so many characters. */
export function packed(most: number): string[] {
  const texts: string[] = [];
  for (const attack of XSS.filter((it) => it.length <= most)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + attack.length + 1 <= most)
      texts[texts.length - 1] = `${last}\n${attack}`;
    else texts.push(attack);
  }
  return texts;
}
