import { type Correction, themeOf } from '@lotsa/ui/theme';
import type { Widget } from './widget.ts';

const root = document.documentElement;

/** Makes the browser compute a colour of the page, whatever its form, as a plain one. */
const PROBE = `u{display:none;color:color-mix(in srgb,var(--lotsa-accent),var(--lotsa-accent));border-color:color-mix(in srgb,var(--lotsa-accent-text),var(--lotsa-accent-text))}`;
/** Form and font need no check. A modal panel covers the screen and has no corners. */
const FORM = `.l{border-radius:var(--lotsa-radius,28px)}dialog:not(:modal){border-radius:min(var(--lotsa-radius,16px),24px)}*{font-family:var(--lotsa-font,system-ui)}`;

/**
 * Makes the launcher and the panel look as the page's custom properties say: `--lotsa-accent`, `--lotsa-accent-text`,
 * `--lotsa-radius`, `--lotsa-font`. Colours are corrected until they pass WCAG AA, and the page is told which. They are read
 * again when the page is loaded and when it changes between light and dark.
 * @param changed is told each time, after `widget.theme` has changed.
 */
export function followTheme(widget: Widget, changed: (corrections: readonly Correction[]) => void): void {
  const { host, shadow } = widget;
  if (widget.themed) return;
  widget.themed = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PROBE);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  const probe = document.createElement('u');
  shadow.append(probe);
  let last = '';

  function look(): void {
    const style = getComputedStyle(root);
    const given = (name: string, computed: string) =>
      style.getPropertyValue(name).trim() ? computed : undefined;
    const { color, borderTopColor } = getComputedStyle(probe);
    const accent = given('--lotsa-accent', color);
    const accentText = given('--lotsa-accent-text', borderTopColor);
    if (last === `${accent} ${accentText}`) return;
    last = `${accent} ${accentText}`;
    widget.theme = accent === undefined ? null : { accent, accentText };
    const theme = widget.theme && themeOf(widget.theme);
    const colours = theme
      ? `button{background:${theme.launcher.background};color:${theme.launcher.text}}`
      : '';
    sheet.replaceSync(PROBE + FORM + colours);
    changed(theme?.corrections ?? []);
  }
  const lookAgain = (): void => {
    try {
      look();
    } catch {
      // The page must not notice (rule G2).
    }
  };

  // Computed styles are those of an element in the page; the loader puts it there too, after this.
  if (!host.isConnected) root.append(host);
  look();
  if (document.readyState !== 'complete') addEventListener('load', lookAgain);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lookAgain);
  new MutationObserver(lookAgain).observe(root, { attributeFilter: ['class', 'style', 'data-theme'] });
}
