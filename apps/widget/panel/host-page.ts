import type { VisitorChat } from '@lotsa/client';
import { maskPersonalNumbers } from '@lotsa/core';
import { LIMITS } from '@lotsa/protocol';
import { themeOf } from '@lotsa/ui/theme';

/** What few pages say of themselves, fetched when one does: facts for whoever answers, and colours. */
export function hear(chat: VisitorChat, said: unknown): void {
  const { facts, theme } = said as Record<string, unknown>;
  chat.setContext({ facts: factsFrom(facts) });
  show(theme);
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
