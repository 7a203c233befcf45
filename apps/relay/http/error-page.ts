const WORDS = {
  sv: {
    missing: ['Sidan finns inte', 'Adressen kan vara fel, eller så har sidan flyttats.'],
    wrong: ['Något gick fel', 'Försök igen om en stund.'],
  },
  en: {
    missing: ['There is no such page', 'The address may be wrong, or the page has moved.'],
    wrong: ['Something went wrong', 'Try again in a while.'],
  },
} as const;

/** A page for a person who came to an address that cannot be answered. It loads nothing. */
export function errorPage(status: number, language: keyof typeof WORDS): string {
  const [title, text] = WORDS[language][status === 404 ? 'missing' : 'wrong'];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}
