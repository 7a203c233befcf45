import type { Page } from 'playwright-core';
import { violationsInBoth } from './axe.ts';

/** Text spacing as somebody may set it (WCAG 2.2, 1.4.12). A sheet of the page's own making, which its policy allows. */
const SPACED = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  window.lotsaBefore = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;
const UNSPACED = 'void (document.adoptedStyleSheets = window.lotsaBefore)';

/** Text that is cut off, and boxes that scroll sideways: loss of content (WCAG 1.4.4, 1.4.10, 1.4.12). */
const LOST = `(() => {
  const lost = [];
  for (const box of document.querySelectorAll('body, body *')) {
    const { overflowX, overflowY, position, clip, display } = getComputedStyle(box);
    const hidden = box.closest('.visually-hidden, .skip, [hidden], svg, select, option, noscript, script');
    if (hidden || display === 'none' || display === 'inline' || !box.textContent.trim()) continue;
    const name = box.tagName.toLowerCase() + '.' + box.className + ' "' + box.textContent.trim().slice(0, 30) + '"';
    const wide = box.scrollWidth - box.clientWidth;
    const high = box.scrollHeight - box.clientHeight;
    if (wide > 1 && overflowX !== 'visible') lost.push('sideways ' + wide + ': ' + name);
    if (high > 2 && (overflowY === 'hidden' || overflowY === 'clip')) lost.push('cut ' + high + ': ' + name);
  }
  const page = document.documentElement.scrollWidth - innerWidth;
  if (page > 0) lost.push('the page is wider by ' + page);
  return lost;
})()`;

/** The size of targets (2.5.8) included. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that stands in somebody's way in a page as it is now: in light and dark, at 320 px, with text spaced out. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await violationsInBoth(page, TAGS);
  await page.emulateMedia({ forcedColors: 'active' });
  found.push(...(await focusLost(page)).map((text) => `forced colours: ${text}`));
  await page.emulateMedia({ forcedColors: 'none' });
  found.push(...(await page.evaluate<string[]>(LOST)));
  await page.evaluate(SPACED);
  found.push(...(await page.evaluate<string[]>(LOST)).map((text) => `spaced: ${text}`));
  await page.evaluate(UNSPACED);
  return found;
}

/** What one can reach with the keyboard and then not see: covered, off the screen, or without a mark of focus (2.4.7, 2.4.11). */
async function focusLost(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const lost = [];
    const before = document.activeElement;
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    for (const control of all) {
      if (control.disabled || !control.checkVisibility() || control.type === 'hidden') continue;
      control.focus({ focusVisible: true });
      if (document.activeElement !== control) continue;
      const name = control.tagName + ' ' + (control.getAttribute('aria-label') || control.textContent || control.name);
      const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
      const isSeen = () => {
        const box = control.getBoundingClientRect();
        return box.width <= 2 || spots.some(([x, y]) => {
          const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return at && (control.contains(at) || at.contains(control) || at.closest('label')?.contains(control));
        });
      };
      // A script's focus does not always scroll as the Tab key does; what is covered then is covered by something.
      if (!isSeen()) control.scrollIntoView({ block: 'nearest' });
      const seen = isSeen();
      if (!seen) lost.push('covered: ' + name);
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      const around = control.closest('label, .ui-field, .composer-row, fieldset') ?? control;
      const marked = [control, control.nextElementSibling, around].some((it) => {
        const style = it && getComputedStyle(it);
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      });
      if (!marked) lost.push('no mark of focus: ' + name + ' ' + outlineStyle + outlineWidth);
    }
    before?.focus?.();
    return lost;
  })()`)) as string[];
}
