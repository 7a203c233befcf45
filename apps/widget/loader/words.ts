/** The launcher's words, in this order: open it, close it, that it is out of reach. */
type Words = readonly [string, string, string];

/**
 * By language. The first is for pages that do not say theirs, the second for those whose language we do not have. The
 * Swedish ones are easy Swedish too.
 */
export const words: Record<string, Words> = {
  sv: ['Chatta med oss', 'Stäng chatten', 'Chatten fungerar inte just nu.'],
  en: ['Chat with us', 'Close chat', 'The chat is not working just now.'],
  fi: ['Keskustele kanssamme', 'Sulje chat', 'Chat ei toimi juuri nyt.'],
  ar: ['تحدث معنا', 'إغلاق المحادثة', 'المحادثة غير متاحة الآن.'],
};

/** The language of ours that fits a language tag. */
export const languageOf = (tag: string): string =>
  words[tag.slice(0, 2)] ? tag.slice(0, 2) : tag ? 'en' : 'sv';
