/** The launcher's words, in this order: launcher, title, out of reach, try again, close, unread. */
type Words = readonly [string, string, string, string, string, string];

const words: Record<string, Words> = {
  sv: [
    'Chatta med oss',
    'Chatt',
    'Chatten går inte att nå just nu.',
    'Försök igen',
    'Stäng',
    'Nya meddelanden',
  ],
  en: ['Chat with us', 'Chat', 'The chat cannot be reached right now.', 'Try again', 'Close', 'New messages'],
  ar: ['تحدث معنا', 'محادثة', 'لا يمكن الوصول إلى المحادثة الآن.', 'حاول مرة أخرى', 'إغلاق', 'رسائل جديدة'],
  fi: [
    'Keskustele kanssamme',
    'Keskustelu',
    'Keskusteluun ei nyt saada yhteyttä.',
    'Yritä uudelleen',
    'Sulje',
    'Uusia viestejä',
  ],
};

/** The words of a language tag: English for one we do not have, Swedish where the page names none. */
export function wordsOf(tag: string): Words {
  return (words[tag.slice(0, 2).toLowerCase()] ?? words[tag ? 'en' : 'sv']) as Words;
}
