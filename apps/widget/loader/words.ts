/** The launcher's words, in this order: open it, that it is out of reach, try again, close it, new messages. */
type Words = readonly [string, string, string, string, string];

/** By language. The first is for pages that do not say theirs, the second for those whose language we do not have. */
export const words: Record<string, Words> = {
  sv: [
    'Chatta med oss',
    'Chatten går inte att nå just nu.',
    'Försök igen',
    'Stäng chatten',
    'nya meddelanden',
  ],
  en: ['Chat with us', 'The chat is not available now.', 'Try again', 'Close chat', 'new messages'],
  ar: ['تحدث معنا', 'المحادثة غير متاحة', 'حاول مجدداً', 'إغلاق المحادثة', 'رسائل جديدة'],
};

/** The language of ours that fits a language tag. */
export const languageOf = (tag: string): string =>
  words[tag.slice(0, 2)] ? tag.slice(0, 2) : tag ? 'en' : 'sv';
