import { departments, email, emailLink, phone, phoneLink, urgentPhone } from './facts.mjs';
import { words } from './words.mjs';

/**
 * One page as read from content/.
 * @typedef {object} Page
 * @property {string} file      path from the site's root, e.g. `en/waste.html`
 * @property {import('./facts.mjs').Lang} lang
 * @property {string} title     its h1
 * @property {string} description one sentence: search results, cards, meta description
 * @property {string} body      HTML of the content
 * @property {string} [section] file of the section page above it
 * @property {keyof typeof departments} [department] department id that the chat is told
 * @property {string} [topic]   topic id that the chat is told
 * @property {string} [words]   other words people search for
 * @property {Record<string, string>} [translations] language -> file
 * @property {'start' | 'wide'} [kind]
 * @property {string} [script]  a script of its own in static/
 */

const languageNames = { sv: 'Svenska', en: 'English', ar: 'العربية' };
const reviewedOn = { sv: '20 november 2026', en: '20 November 2026', ar: '20 نوفمبر 2026' };

/** Links in a page are relative, so that the site works below any path. */
export function rootOf(/** @type {Page} */ page) {
  return page.file.includes('/') ? '../' : '';
}

function link(/** @type {Page} */ page, /** @type {string} */ href, /** @type {string} */ text) {
  const current =
    href === page.file ? ' aria-current="page"' : href === page.section ? ' aria-current="true"' : '';
  return `<a href="${rootOf(page)}${href}"${current}>${text}</a>`;
}

function list(/** @type {Page} */ page, /** @type {string[][]} */ links) {
  return `<ul>${links.map(([href = '', text = '']) => `<li>${link(page, href, text)}</li>`).join('')}</ul>`;
}

function languageLinks(/** @type {Page} */ page) {
  return Object.entries(languageNames)
    .map(([lang, name]) => {
      if (lang === page.lang) return `<li><span aria-current="true">${name}</span></li>`;
      const file = page.translations?.[lang] ?? (lang === 'sv' ? 'index.html' : `${lang}/index.html`);
      return `<li><a href="${rootOf(page)}${file}" lang="${lang}" hreflang="${lang}">${name}</a></li>`;
    })
    .join('');
}

function searchForm(/** @type {Page} */ page) {
  const t = words[page.lang];
  if (page.file === t.searchPage) return '';
  return `<form class="search" role="search" action="${rootOf(page)}${t.searchPage}">
<label class="hidden" for="sok">${t.searchLabel}</label>
<input id="sok" type="search" name="q" placeholder="${t.searchLabel}" autocomplete="off"><button>${t.search}</button>
</form>`;
}

function header(/** @type {Page} */ page) {
  const t = words[page.lang];
  const home = page.lang === 'sv' ? 'index.html' : `${page.lang}/index.html`;
  return `<a class="skip" href="#innehall">${t.skip}</a>
<header class="top">
<div class="wrap utility"><nav aria-label="${t.languages}"><ul>${languageLinks(page)}</ul></nav></div>
<div class="wrap brand">
<a class="logo" href="${rootOf(page)}${home}" aria-label="${t.toHome}"><img src="${rootOf(page)}images/shield.svg" alt="" width="42" height="49"><span>${t.mark[0]} <small>${t.mark[1]}</small></span></a>
${searchForm(page)}
<button class="menu-button" popovertarget="meny">${t.menu}</button>
</div>
<nav id="meny" class="main-nav" aria-label="${t.mainNav}" popover><div class="wrap"><button class="menu-button" popovertarget="meny" popovertargetaction="hide">${t.close}</button>${list(page, t.nav)}</div></nav>
</header>`;
}

function crumbs(/** @type {Page} */ page, /** @type {Page | undefined} */ section) {
  const t = words[page.lang];
  const home = page.lang === 'sv' ? 'index.html' : `${page.lang}/index.html`;
  const above = section ? `<li><a href="${rootOf(page)}${section.file}">${section.title}</a></li>` : '';
  return `<nav class="crumbs" aria-label="${t.crumbs}"><ol><li><a href="${rootOf(page)}${home}">${t.home}</a></li>${above}<li><span aria-current="page">${page.title}</span></li></ol></nav>`;
}

function contactBox(/** @type {Page} */ page) {
  const t = words[page.lang];
  const department = page.department ? departments[page.department] : undefined;
  const responsible = department ? `<dt>${t.handledBy}</dt><dd>${department[page.lang][0]}</dd>` : '';
  return `<aside class="contact-box" aria-label="${t.help}">
<h2>${t.help}</h2>
<p>${t.helpText}</p>
<dl><dt>${t.chat}</dt><dd>${t.chatText} <a href="/chat/ekhamra">${t.chatLink}</a>.</dd>
<dt>${t.phone}</dt><dd>${phoneLink(phone)}</dd><dt>${t.email}</dt><dd>${emailLink(email)}</dd>${responsible}</dl>
<p><a href="${rootOf(page)}${t.contactPage}">${t.hours}</a></p>
</aside>`;
}

function footer(/** @type {Page} */ page) {
  const t = words[page.lang];
  const [file = '', text = ''] = t.fictionLink;
  return `<footer class="bottom"><div class="wrap columns">
<section><h2>${t.contact}</h2><p>${phoneLink(phone)}<br>${emailLink(email)}<br>${t.address}</p><p>${t.urgent}: ${phoneLink(urgentPhone)}</p></section>
<section><h2>${t.hours}</h2><ul>${t.hoursShort.map((line) => `<li>${line}</li>`).join('')}</ul></section>
<section><h2>${t.about}</h2>${list(page, t.aboutLinks)}</section>
</div><div class="wrap fiction"><p>${t.fiction} ${link(page, file, text)}.</p></div></footer>`;
}

function main(/** @type {Page} */ page, /** @type {Page | undefined} */ section) {
  if (page.kind === 'start') return `<main id="innehall" tabindex="-1">${page.body}</main>`;
  const aside = page.kind === 'wide' ? '' : contactBox(page);
  return `<div class="wrap">${crumbs(page, section)}
<div class="page${aside ? '' : ' wide'}">
<main id="innehall" tabindex="-1"><h1>${page.title}</h1>
${page.body}
<p class="reviewed">${words[page.lang].reviewed} ${reviewedOn[page.lang]}</p></main>
${aside}</div></div>`;
}

/** A whole HTML document. `section` is the page above it, for the breadcrumbs. */
export function layout(/** @type {Page} */ page, /** @type {Page | undefined} */ section) {
  const t = words[page.lang];
  const root = rootOf(page);
  const title = page.kind === 'start' ? t.name : `${page.title} – ${t.name}`;
  const chat = [
    page.department && ` data-department="${page.department}"`,
    page.topic && ` data-topic="${page.topic}"`,
  ].join('');
  const own = page.script ? `\n<script src="${root}${page.script}" defer></script>` : '';
  return `<!doctype html>
<html lang="${page.lang}" dir="${t.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b3540">
<link rel="icon" href="${root}images/shield.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}ekhamra.css">${own}
<script src="/widget.js" data-site="ekhamra" data-phone="${phone}" data-email="${email}"${chat} async></script>
</head>
<body>
${header(page)}
${main(page, section)}
${footer(page)}
</body>
</html>
`;
}
