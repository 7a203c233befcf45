/** Keeping somebody out of the chat, in Swedish. */
export const bansSv = {
  bans: 'Avstängningar',
  bansAbout:
    'Personer som är avstängda från chatten, till när och varför. Du kan häva en avstängning i förtid.',
  bansNone: 'Ingen är avstängd',
  bansNoneText: 'Avstängningar som har gått ut visas inte här. De finns kvar i samtalet och i åtkomstloggen.',
  bansFailed: 'Avstängningarna kunde inte hämtas',
  bansUntil: 'Avstängd till',
  bansReason: 'Varför',
  bansBy: 'Av',
  bansSecret: 'Står i samtalet, som är sekretessmarkerat',
  bansConversation: 'Öppna samtalet',
  bansLift: 'Häv',
  bansLiftOf: (p: { when: string }) => `Häv avstängningen till ${p.when}`,
  bansLifted: 'Avstängningen är hävd.',
  ban: 'Avsluta och stäng av …',
  banTitle: 'Stäng av den här personen?',
  banText:
    'Samtalet avslutas som missbruk, och personen kan inte börja ett nytt från samma enhet under tiden. Formulär, telefon och e-post är öppna som vanligt. Personen får veta hur länge avstängningen gäller, men inte vad du skriver här.',
  banWhy: 'Varför',
  banWhyHint: 'Beskriv kort vad som hände. Det sparas i samtalet och är en allmän handling.',
  banWhyMissing: 'Skriv varför.',
  banHow: 'Hur länge',
  banHours_1: '1 timme',
  banHours_24: '1 dygn',
  banHours_168: '7 dagar',
  banHours_720: '30 dagar',
  banSend: 'Avsluta och stäng av',
  banDone: 'Samtalet är avslutat och personen är avstängd.',
  eventBanned: (p: { name: string; until: string; reason: string }) =>
    `${p.name} avslutade samtalet och stängde av personen till ${p.until}: ${p.reason}`,
};
