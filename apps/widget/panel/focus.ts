/** Moves focus to where one writes. */
export const focusField = (): void =>
  document.querySelector<HTMLElement>('.composer textarea, #contact-question')?.focus();

/**
 * Moves focus into the panel: to where one writes, or, where that would bring up a keyboard on the screen over what is to
 * be read first, to the heading.
 */
export function focusInto(): void {
  const touch = matchMedia('(pointer: coarse)').matches;
  const target =
    (!touch && document.querySelector<HTMLElement>('.composer textarea')) || document.querySelector('h1');
  target?.focus();
}
