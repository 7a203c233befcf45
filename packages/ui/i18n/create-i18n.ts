import { signal } from '@preact/signals';
import type { Catalogue, Messages } from './catalogue.ts';
import { directionOf } from './direction.ts';
import { createFormats, type FormatOptions, type Formats } from './formats.ts';

/** Settings of {@link createI18n}. */
export interface I18nOptions<Reference extends Messages, Lang extends string> extends FormatOptions {
  /** The language to start in, and its texts. */
  readonly lang: Lang;
  readonly messages: Catalogue<Reference>;
  /** How each language is fetched; a dynamic import each, so that a page carries only what it shows. */
  readonly load: Readonly<Record<Lang, () => Promise<Catalogue<Reference>>>>;
  /** The element that carries `lang` and `dir`. */
  readonly root?: HTMLElement;
}

/** The language of a page. All getters read signals: a component or effect that uses them follows the language. */
export interface I18n<Reference extends Messages, Lang extends string> {
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  /** The texts: `i18n.t.send`, `i18n.t.place({ n: 3 })`. */
  readonly t: Catalogue<Reference>;
  readonly formats: Formats;
  /**
   * Fetches a language and switches to it. When called again before it is there, the last call wins.
   * Rejects when the language cannot be fetched; the page then keeps the one it has.
   */
  readonly use: (lang: Lang) => Promise<void>;
}

/** Makes the language of a page and sets `lang` and `dir` of its root element. */
export function createI18n<Reference extends Messages, Lang extends string>({
  lang: startLang,
  messages,
  load,
  root = document.documentElement,
  ...formatOptions
}: I18nOptions<Reference, Lang>): I18n<Reference, Lang> {
  const made = (lang: Lang, t: Catalogue<Reference>) => {
    const dir = directionOf(lang);
    root.lang = lang;
    root.dir = dir;
    return { lang, dir, t, formats: createFormats(lang, formatOptions) };
  };
  const current = signal(made(startLang, messages));
  let asked = 0;
  return {
    get lang() {
      return current.value.lang;
    },
    get dir() {
      return current.value.dir;
    },
    get t() {
      return current.value.t;
    },
    get formats() {
      return current.value.formats;
    },
    async use(lang) {
      const ask = ++asked;
      const t = await load[lang]();
      if (ask === asked) current.value = made(lang, t);
    },
  };
}
