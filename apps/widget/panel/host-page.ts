import { maskPersonalNumbers } from '@lotsa/core';
import { LIMITS } from '@lotsa/protocol';
import { themeOf } from '@lotsa/ui/theme';
import type { Panel } from './panel.ts';

/** What few pages say, fetched when one does: facts for whoever answers, colours, and who the visitor is. */
export function hear(panel: Panel, said: unknown): void {
  const { facts, theme, identity } = said as Record<string, unknown>;
  panel.chat.setContext({ facts: factsFrom(facts) });
  show(theme);
  if (identity !== undefined)
    void import('./identity/hand-over.ts')
      .then((part) => part.handOver(panel, identity))
      .catch(() => undefined);
}

/** By the shape of protocol's `PageFacts`, with personal numbers masked (rule P2). What does not fit is left out. */
function factsFrom(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {};
  const fitting = Object.entries(given).flatMap(([name, value]) =>
    typeof value === 'string' &&
    name.trim() &&
    value.trim() &&
    name.length <= LIMITS.factName &&
    value.length <= LIMITS.factValue
      ? [[name, maskPersonalNumbers(value).text.slice(0, LIMITS.factValue)] as const]
      : [],
  );
  return Object.fromEntries(fitting.slice(0, LIMITS.facts));
}

let sheet: CSSStyleSheet | undefined;

/** The page's colours, corrected here anew: whoever embeds us may not make us unreadable. */
function show(given: unknown): void {
  const { accent, accentText } = (given ?? {}) as Record<string, unknown>;
  const theme =
    typeof accent === 'string'
      ? themeOf({ accent, accentText: typeof accentText === 'string' ? accentText : undefined })
      : null;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const tokens = Object.entries(theme?.tokens ?? {});
  sheet.replaceSync(
    `:root{${tokens.map(([name, [light, dark]]) => `${name}:light-dark(${light},${dark})`).join(';')}}`,
  );
}
