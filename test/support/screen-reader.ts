import type { Page } from 'playwright-core';

/**
 * Writes down what the live regions of a page tell a screen reader (WAI-ARIA 1.2, 6.6): what is added to them, and the whole of
 * a status, an alert or another atomic part when it changes. A region that comes with its text is not heard, but for an alert.
 * What is hidden or turned off is left out, as is what comes while a region is busy.
 */
const LISTEN = `(() => {
  const said = (window.lotsaSaid = []);
  const REGION = '[aria-live],[role="log"],[role="status"],[role="alert"]';
  const ATOMIC = '[role="status"],[role="alert"],[aria-atomic="true"]';
  const textOf = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.matches('[aria-hidden="true"],[aria-live="off"],[hidden]')) return '';
    return [...node.childNodes].map(textOf).join(' ');
  };
  const say = (text) => {
    const words = text.replace(/\\s+/g, ' ').trim();
    if (words) said.push(words);
  };
  new MutationObserver((records) => {
    const changed = new Set();
    for (const { target, type, addedNodes } of records) {
      const at = target.nodeType === 1 ? target : target.parentElement;
      if (!at || !at.isConnected) continue;
      const region = at.closest(REGION);
      if (region && region.getAttribute('aria-live') !== 'off') {
        const atomic = at.closest(ATOMIC);
        if (atomic && region.contains(atomic)) changed.add(atomic);
        else if (type === 'characterData') changed.add(at);
        else if (region.getAttribute('aria-busy') !== 'true')
          for (const node of addedNodes) if (node.isConnected) say(textOf(node));
      }
      for (const node of addedNodes)
        if (node.nodeType === 1 && node.isConnected && !region)
          for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
            if (alert.matches('[role="alert"]')) changed.add(alert);
    }
    for (const region of changed) say(textOf(region));
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

/** Listens to every page that is opened from now on, frames included. */
export const listenTo = (page: Page): Promise<unknown> => page.addInitScript(LISTEN);

/** What was said so far, in order, in the frame of the panel or in the page itself. */
export async function said(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => each.url().includes('/chat/')) ?? page.mainFrame();
  return (await frame.evaluate('window.lotsaSaid')) as string[];
}
