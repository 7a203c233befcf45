import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { departmentsTable, hoursTable } from './facts.mjs';
import { layout, rootOf } from './layout.mjs';

/** @typedef {import('./layout.mjs').Page} Page */

const here = dirname(fileURLToPath(import.meta.url));

/** Reads content/LANG/*.html: a JSON object in a comment on top, then the page's own HTML. */
function readPages() {
  /** @type {Page[]} */
  const pages = [];
  for (const lang of /** @type {const} */ (['sv', 'en', 'ar'])) {
    const folder = join(here, 'content', lang);
    for (const name of readdirSync(folder).toSorted()) {
      const [, head = '{}', body = ''] =
        /^<!--(.*?)-->(.*)$/s.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      const facts = /** @type {Omit<Page, 'lang' | 'file' | 'body'>} */ (JSON.parse(head));
      pages.push({ ...facts, lang, file: lang === 'sv' ? name : `${lang}/${name}`, body: body.trim() });
    }
  }
  return pages;
}

function cards(/** @type {Page[]} */ below, /** @type {Page} */ from) {
  const items = below.map(
    (page) => `<li><a href="${rootOf(from)}${page.file}">${page.title}</a><p>${page.description}</p></li>`,
  );
  return `<ul class="cards">${items.join('\n')}</ul>`;
}

function siteIndex(/** @type {Page[]} */ pages, /** @type {Page} */ from) {
  const items = pages
    .filter((page) => page !== from)
    .map(
      (page) =>
        `<li data-words="${page.words ?? ''}"><a href="${rootOf(from)}${page.file}">${page.title}</a><p>${page.description}</p></li>`,
    );
  return `<ul class="results" id="traffar">${items.join('\n')}</ul>`;
}

/** The content of some pages as templates, for the page that navigates without loading. */
function templates(/** @type {Page[]} */ pages) {
  return pages
    .map((page) => `<template data-page="${page.file}" data-title="${page.title}">${page.body}</template>`)
    .join('\n');
}

/** Fills in `{{name}}` and `{{name argument …}}`; an unknown name stops the build. */
function fill(/** @type {Page} */ page, /** @type {Page[]} */ pages) {
  const sameLanguage = pages.filter((other) => other.lang === page.lang);
  /** @type {Record<string, (files: string[]) => string>} */
  const parts = {
    hours: () => hoursTable(page.lang),
    departments: () => departmentsTable(page.lang),
    below: () =>
      cards(
        sameLanguage.filter((other) => other.section === page.file),
        page,
      ),
    index: () => siteIndex(sameLanguage, page),
    templates: (files) => templates(pages.filter((other) => files.includes(other.file))),
  };
  const fillOne = (/** @type {string} */ _, /** @type {string} */ name, /** @type {string} */ files) => {
    const part = parts[name];
    if (!part) throw new Error(`${page.file}: unknown part {{${name}}}`);
    return part(files.split(' ').filter(Boolean));
  };
  return page.body.replaceAll(/\{\{(\w+)([^}]*)\}\}/g, fillOne);
}

/**
 * Writes Ekhamra's web site as static files: every page of content/ in its layout, and static/ as it is.
 * @param {string} outDir folder to write into, made when missing
 * @returns {void}
 */
export function renderDemo(outDir) {
  cpSync(join(here, 'static'), outDir, { recursive: true });
  const pages = readPages();
  // Pages first get their own parts, so that templates carry finished content.
  const plain = (/** @type {Page} */ page) => !page.body.includes('{{templates');
  for (const page of [...pages.filter(plain), ...pages.filter((page) => !plain(page))])
    page.body = fill(page, pages);
  for (const page of pages) {
    const target = join(outDir, page.file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      layout(
        page,
        pages.find((other) => other.file === page.section),
      ),
    );
  }
}

const [, script, outDir] = process.argv;
if (script === fileURLToPath(import.meta.url) && outDir) renderDemo(outDir);
