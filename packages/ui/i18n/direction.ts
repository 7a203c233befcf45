/** Languages written from right to left that are spoken in Sweden or may be added; by their first subtag. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'ps', 'he', 'ur', 'ckb', 'yi', 'sd', 'ug', 'dv']);

/** The direction of a language's script. `lang` is a BCP 47 tag; a script subtag such as `-Arab` decides over the language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script) return /arab|hebr|thaa|syrc/.test(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
