/** One text per plural category of CLDR; a language uses those it has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Chooses the text for a number: `const n = plural('ar')`, then in a catalogue
 * `` files: (p: { n: number }) => n(p.n, { zero: 'لا ملفات', one: 'ملف واحد', two: 'ملفان', few: `${p.n} ملفات`, other: … }) ``.
 * Categories as CLDR has them: sv and en have one and other, ar has all six. A text for none is taken for none in every
 * language, as ICU's `=0` is.
 */
export function plural(lang: string): (n: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(lang);
  return (n, forms) => (n === 0 ? forms.zero : undefined) ?? forms[rules.select(n)] ?? forms.other;
}
