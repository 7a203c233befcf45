/**
 * Import it first in a component test: it empties the page after each test, and gives jsdom what every browser has and it lacks
 * (modal dialogs, ResizeObserver, scrolling into view). How things look and where they are is tested in a real browser.
 */
import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

afterEach(cleanup);

if (!('showModal' in HTMLDialogElement.prototype)) {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector<HTMLElement>('[autofocus], input, textarea, select, button')?.focus();
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
}
if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView() {} });
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
