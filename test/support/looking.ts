import { en } from '../../apps/console/locales/en.ts';
import { sv } from '../../apps/console/locales/sv.ts';

/** The console's texts, by language. */
export const TEXTS = { sv, en };
export type Language = keyof typeof TEXTS;

/** The names of texts, of which none is a word: where one is shown, its text is missing. */
const NAMES = Object.keys(sv).filter((name) => /[A-Z_]/.test(name));

const phrases = (lang: Language): string[] =>
  Object.values<unknown>(TEXTS[lang]).filter(
    (text): text is string => typeof text === 'string' && text.split(' ').length > 3,
  );

/** Sentences of the other language alone: where one is shown, somebody forgot to translate it. Names of Ekhamra's are shorter. */
const foreign = (lang: Language): string[] => {
  const own = new Set(phrases(lang));
  return phrases(lang === 'sv' ? 'en' : 'sv').filter((text) => !own.has(text));
};

/** Asks a page for what it shows and no one should read: names of texts, values that are none, the other language. */
export const unreadable = (lang: Language): string => `(() => {
  const names = new Set(${JSON.stringify(NAMES)});
  const foreign = new Set(${JSON.stringify(foreign(lang))});
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim();
    const wrong = names.has(text) || foreign.has(text) || /\\b(undefined|NaN|Invalid Date)\\b|\\[object /.test(text);
    if (wrong && !walk.currentNode.parentElement.closest('[lang="sv"]:not(html)')) found.push('text: ' + text);
  }
  return found;
})()`;

/**
 * Asks a page for what lies outside of its width, but in what may scroll by itself (tables, of which WCAG 1.4.10 says so, tabs,
 * code), and for texts that lie over each other.
 */
export const CRAMPED = `(() => {
  const wide = innerWidth + 1;
  const root = document.documentElement;
  const found = root.scrollWidth > wide ? ['the page is ' + root.scrollWidth + ' wide'] : [];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // for screen readers alone: in a box of a pixel
  const unseen = (node) => {
    for (let box = node; box && box !== root; box = box.parentElement)
      if (box.clientWidth <= 1 && box.clientHeight <= 1 && getComputedStyle(box).overflow !== 'visible') return true;
    return false;
  };
  const name = (node) => node.outerHTML.slice(0, 160);
  for (const node of document.querySelectorAll('body *')) {
    if (node.closest('.table-scroll, svg, iframe, pre, [role=tablist], [aria-hidden=true]') || unseen(node)) continue;
    const own = node.matches('input, select, textarea, button, img') ||
      [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    const { left, right, width, height } = node.getBoundingClientRect();
    if (own && width > 1 && height > 1 && (right > wide || left < -1) && shown(node))
      found.push(Math.round(left) + ' to ' + Math.round(right) + ': ' + name(node));
    const { overflowX } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1 && !node.matches('input, textarea'))
      found.push('scrolls sideways: ' + name(node));
  }
  // What is open above the page covers it; what sticks to an edge covers what is scrolled below it.
  const from = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const walk = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
  const boxes = [];
  const range = document.createRange();
  while (walk.nextNode() && boxes.length < 800) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !shown(parent)) continue;
    if (parent.closest('.ui-badge, svg, select') || unseen(parent)) continue;
    let [left, top, right, bottom] = [-Infinity, -Infinity, Infinity, Infinity];
    let stuck = false;
    for (let node = parent; node && node !== root; node = node.parentElement) {
      const { overflow, position } = getComputedStyle(node);
      stuck ||= position === 'sticky' || position === 'fixed';
      if (overflow === 'visible') continue;
      const box = node.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    if (stuck) continue;
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects()) {
      const rect = { left: Math.max(box.left, left), top: Math.max(box.top, top), right: Math.min(box.right, right), bottom: Math.min(box.bottom, bottom), of: walk.currentNode };
      if (rect.right - rect.left > 3 && rect.bottom - rect.top > 6) boxes.push(rect);
    }
  }
  boxes.sort((one, other) => one.top - other.top);
  for (const [at, one] of boxes.entries()) {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 6; next += 1) {
      const other = boxes[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.of !== other.of && across > 3 && along > 6)
        found.push('over each other: ' + one.of.data.trim().slice(0, 40) + ' / ' + other.of.data.trim().slice(0, 40));
    }
  }
  return found.slice(0, 6);
})()`;

/** Asks a page whether nothing is on its way any more. */
export const SETTLED = `!document.querySelector('.ui-skeleton, .ui-spinner, main [aria-busy=true]')`;
