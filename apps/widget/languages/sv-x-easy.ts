import type { LanguageFile } from './index.ts';

/** Easy Swedish (lätt svenska): short sentences, common words, one thought in each. */
export const messages: LanguageFile['messages'] = {
  direction: 'ltr',
  title: 'Chatt',
  language: 'Språk',
  close: 'Stäng',
  loading: 'Vänta. Chatten öppnar snart',

  openUntil: (p) => `Chatten är öppen till klockan ${p.time}`,
  open: 'Chatten är öppen nu',
  closedUntil: (p) => `Chatten är stängd nu. Den öppnar ${p.when}`,
  closed: 'Chatten är stängd nu',
  nobody: 'Ingen kan svara i chatten nu',
  inQueue: 'Du väntar på svar',
  answers: (p) => `Du chattar med ${p.names}`,
  over: 'Chatten är slut',

  hello: 'Hej! Vad vill du fråga?',
  helloText: 'Skriv din fråga här. En person som arbetar hos oss svarar dig.',
  leaveTitle: 'Skriv din fråga. Vi svarar senare.',
  leaveText:
    'Skriv din fråga. Skriv också din e-post eller ditt telefonnummer. Då kan vi svara dig. Du kan också läsa svaret här i chatten.',
  orCall: 'Du kan också ringa eller mejla:',
  privacy: 'Det här gör vi med det du skriver',
  privacyMore: 'Läs mer',

  writeQuestion: 'Skriv din fråga',
  writeMessage: 'Skriv här',
  send: 'Skicka',
  personalNumber:
    'Du har skrivit ett personnummer. Vi tar bort det när du skickar. Då kan ingen se det. Skriv inte personnummer i chatten.',
  tooLong: (p) => `Texten är för lång. Den har ${p.n} tecken. Den får ha ${p.limit}. Skicka en bit i taget.`,

  retry: 'Försök igen',
  end: 'Avsluta',
  endLong: 'Avsluta chatten',
  lost: 'Chatten fungerar inte just nu.',
  lostText: 'Vi försöker igen. Allt du har skrivit finns kvar.',
  unreachable: 'Chatten fungerar inte just nu',
  unreachableText: 'Vi försöker igen. Du behöver inte göra något. Allt du har skrivit finns kvar.',
  unknownSite: 'Den här chatten finns inte',
  outdated: 'Chatten har ändrats',
  outdatedText: 'Ladda om sidan. Allt du har skrivit finns kvar.',
  reload: 'Ladda om sidan',
};

export const talk: LanguageFile['talk'] = {
  conversation: 'Chatten',
  you: 'Du',
  change: 'Ändra',
  discard: 'Ta bort',
  sending: 'Skickas nu',
  sent: 'Skickat',
  delivered: 'Framme',
  read: 'Läst',
  failed: 'Det gick inte att skicka',
  newMessages: (p) => (p.n === 1 ? '1 nytt svar' : `${p.n} nya svar`),
  typing: (p) => `${p.name} skriver nu`,

  assigned: (p) => `${p.name} hjälper dig nu`,
  returned: 'Du väntar på svar igen. Du är först. Allt du har skrivit finns kvar.',
  contactLeft: (p) => `Vi svarar dig här: ${p.contact}`,
  specialistJoined: (p) => `${p.name} är nu med i chatten. ${p.name} arbetar på ${p.department}`,
  transferred: (p) => `${p.name} hjälper dig nu. ${p.name} arbetar på ${p.department}`,
  specialistLeft: (p) => `${p.name} är inte längre med i chatten`,
  caseOpened: (p) => `Din fråga har fått ett nummer: ${p.number}. Du får svar senast ${p.date}.`,
  youEnded: 'Du stängde chatten',
  wasClosed: 'Chatten är slut',
  banned: (p) =>
    `Du kan inte chatta nu. Du kan chatta igen ${p.when}. Behöver du hjälp? Ring oss eller skicka e-post.`,

  arriving: 'Vi skickar din fråga nu.',
  proving: 'Många skriver till oss nu. Vi gör en kort kontroll. Du behöver inte göra något. Vänta lite.',
  waiting: 'Vi har fått din fråga. Vi svarar så fort vi kan.',
  next: 'Vi har fått din fråga. Det är snart din tur.',
  place: (p) => `Vi har fått din fråga. Du har plats ${p.n} i kön.`,
  estimate: (p) => `Du får nog svar om ${p.minutes}.`,
  leaveInstead: 'Jag vill inte vänta. Svara mig senare.',
  thanks: 'Tack! Vi har fått din fråga.',
  thanksText:
    'Vi svarar dig på e-post eller telefon. Du kan också läsa svaret här. Kom då tillbaka inom 24 timmar. Använd samma mobil eller dator.',

  errorRate: 'Du har skickat mycket på kort tid. Vänta lite. Försök sedan igen.',
  errorOverloaded: 'Många skriver till oss nu. Vänta lite. Försök sedan igen. Du kan också ringa oss.',
  errorClosed: 'Chatten var redan slut. Försök igen. Då börjar en ny chatt med din text.',
  errorChatClosed: 'Chatten har stängt. Skriv din e-post eller ditt telefonnummer. Då svarar vi senare.',
  errorInvalid: 'Vi kan inte ta emot din text. Ändra den. Försök sedan igen.',
  errorOther: 'Något gick fel hos oss. Försök igen.',
};

export const forms: LanguageFile['forms'] = {
  contactTitle: 'Hur kan vi svara dig?',
  contactHint: 'Skriv din e-post eller ditt telefonnummer. Skriv gärna båda.',
  name: 'Namn',
  optional: 'du får hoppa över det',
  email: 'E-post',
  phone: 'Telefon',
  sendContact: 'Skicka',
  sendQuestion: 'Skicka frågan',
  cancel: 'Gå tillbaka',
  needQuestion: 'Skriv din fråga.',
  needContact: 'Skriv din e-post eller ditt telefonnummer. Då kan vi svara dig.',
  badEmail: 'Din e-post är inte rätt. Skriv så här: namn@exempel.se',
  badPhone: 'Ditt telefonnummer är inte rätt. Skriv med siffror. Så här: 070-123 45 67',

  endQuestion: 'Vill du avsluta chatten?',
  endText: 'Du kan spara texten sedan.',
  endYes: 'Ja, jag är klar',
  endNo: 'Nej, jag vill skriva mer',
  ratingTitle: 'Hur var chatten?',
  ratingLow: 'Inte bra',
  ratingHigh: 'Mycket bra',
  comment: 'Vill du berätta mer?',
  rate: 'Skicka',
  rated: 'Tack för ditt svar!',
  save: 'Spara texten',
  startOver: 'Fråga något nytt',
};

/** Of what is sent by mail. */
export const byMail: LanguageFile['byMail'] = {
  mailTranscript: 'Få texten på e-post',
  mailTranscriptHint: 'Vi skickar allt som står i chatten till din e-post. Vi sparar inte din adress.',
  mailTranscriptSent: (p) => `Texten är på väg till ${p.email}.`,
  mailLink: 'Fortsätt på en annan telefon eller dator',
  mailLinkHint:
    'Vi skickar en länk till din e-post. Öppna länken på den andra telefonen eller datorn. Länken fungerar en gång. Den fungerar i ett dygn.',
  mailLinkSent: (p) => `Länken är på väg till ${p.email}.`,
  mailSend: 'Skicka',
  mailSecret: 'Texten handlar om känsliga saker. Vi får inte skicka den på e-post. Spara texten som en fil.',
  mailLost: 'Vi fick inget svar. Försök igen.',
};
