/** The languages that staff read: those of the console, the records and the papers. */
type Reader = 'sv' | 'en';

/** A private use subtag (BCP 47, 2.2.7) is known to nobody but us: `Intl` calls it Swedish, or throws. */
const EASY_SWEDISH: Record<Reader, string> = { sv: 'lätt svenska', en: 'easy Swedish' };

const NAMES = {
  sv: new Intl.DisplayNames(['sv'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** What a language is called in the reader's own: "arabiska". A tag that names none is itself: it is whatever a browser sent. */
export function languageName(tag: string, reader: Reader): string {
  if (tag === 'sv-x-easy') return EASY_SWEDISH[reader];
  try {
    return NAMES[reader].of(tag) ?? tag;
  } catch {
    return tag;
  }
}
