import type { Panel } from '../panel.ts';

/** Puts a text where the cursor of the field is, and goes on writing behind it. */
export function insertText(panel: Panel, added: string): void {
  const field = document.querySelector<HTMLTextAreaElement>('.composer textarea');
  if (!field) return;
  const { selectionStart: start, selectionEnd: end } = field;
  panel.write(panel.text.slice(0, start) + added + panel.text.slice(end));
  // Once it is drawn, and the picker has given focus back.
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(start + added.length, start + added.length);
  });
}
