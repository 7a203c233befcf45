import type { Panel } from '../panel.ts';
import { copyText } from './copy-text.ts';
import { extraTexts } from '../extra-texts.ts';
import './copy-pointed.css';

const ICON = 'M7 7h9.5v9.5H7V7Zm-3.5 6.5v-10h10';
const SVG = 'http://www.w3.org/2000/svg';

let begun = false;

/**
 * One button for copying, at the message that is pointed at. A button in each message would be read aloud with it, and be a
 * stop on everybody's way; for the keyboard the same is under "more" (`more.tsx`).
 */
export async function start(panel: Panel): Promise<void> {
  await panel.learn([extraTexts]);
  // The tools of a second conversation ask for it again.
  if (begun) return;
  begun = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-pointed';
  button.tabIndex = -1;
  button.setAttribute('aria-hidden', 'true');
  const icon = button.appendChild(document.createElementNS(SVG, 'svg'));
  icon.setAttribute('class', 'ui-icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', ICON);
  let text: HTMLElement | null = null;

  const point = (target: EventTarget | null | undefined): void => {
    if (!(target instanceof Element) || button.contains(target)) return;
    // What happened stands across the whole width: beside it there is no room, and nobody said it.
    const message = target.closest('.ui-message:not([data-side="system"])');
    text = message?.querySelector<HTMLElement>('.ui-message-text') ?? null;
    const bubble = text?.closest('.ui-bubble');
    if (!bubble) return button.remove();
    const { copy } = panel.language.t;
    button.title = copy;
    delete button.dataset['done'];
    bubble.append(button);
  };
  document.addEventListener('pointerover', ({ target }) => point(target));
  // What brought this part is pointed at already.
  point([...document.querySelectorAll('.ui-message:hover')].at(-1));
  button.addEventListener('click', () => {
    void copyText(text?.textContent ?? '').then((copied) => {
      if (!copied) return;
      button.title = panel.language.t.copied;
      button.dataset['done'] = '';
    });
  });
}
