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

/** A page for a person who came to an address that cannot be answered. It needs nothing but itself, and looks like the others with their style. */
export function errorPage(status: number, language: keyof typeof WORDS): string {
  const [title, text] = WORDS[language][status === 404 ? 'missing' : 'wrong'];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages.css">
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</html>
`;
}
