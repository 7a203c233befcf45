/** Swedish: the reference. Every other language has these same keys. */
export const messages = {
  /** Of its script: `ltr` or `rtl`. */
  direction: 'ltr',
  title: 'Chatt',
  language: 'Språk',
  close: 'Stäng',
  loading: 'Chatten laddas',

  openUntil: (p: { time: string }) => `Öppet till ${p.time}`,
  open: 'Öppet nu',
  closedUntil: (p: { when: string }) => `Stängt. Öppnar ${p.when}`,
  closed: 'Stängt just nu',
  nobody: 'Ingen kan svara i chatten just nu',
  inQueue: 'Du står i kö',
  answers: (p: { names: string }) => `${p.names} svarar dig`,
  over: 'Chatten är avslutad',

  hello: 'Hej! Vad vill du fråga om?',
  helloText: 'Skriv din fråga så svarar en av våra medarbetare här i chatten.',
  leaveTitle: 'Lämna din fråga',
  leaveText:
    'Skriv din fråga och hur vi når dig. Vi svarar i den här chatten och genom den e-post eller det telefonnummer du lämnar.',
  orCall: 'Du kan också nå oss så här:',
  privacy: 'Så hanterar vi dina uppgifter',
  privacyMore: 'Läs mer',

  writeQuestion: 'Skriv din fråga',
  writeMessage: 'Skriv ett meddelande',
  send: 'Skicka',
  personalNumber:
    'Det ser ut som ett personnummer. Vi döljer det innan du skickar, så att ingen ser det. Skriv aldrig personnummer i chatten.',
  tooLong: (p: { n: string; limit: string }) =>
    `Texten är för lång: ${p.n} tecken av högst ${p.limit}. Dela upp den i flera meddelanden.`,

  retry: 'Försök igen',
  end: 'Avsluta',
  endLong: 'Avsluta chatten',
  lost: 'Vi har tappat kontakten',
  lostText: 'Vi försöker igen – det du skrivit finns kvar.',
  unreachable: 'Chatten går inte att nå',
  unreachableText: 'Vi försöker igen av oss själva. Det du skrivit finns kvar.',
  unknownSite: 'Den här chatten finns inte',
  outdated: 'Chatten har uppdaterats',
  outdatedText: 'Ladda om sidan för att fortsätta. Det du skrivit finns kvar.',
  reload: 'Ladda om',
};

/** In the conversation. */
export const talk = {
  conversation: 'Samtalet',
  you: 'Du',
  change: 'Ändra',
  discard: 'Ta bort',
  sending: 'Skickas',
  sent: 'Skickat',
  delivered: 'Framme',
  read: 'Läst',
  failed: 'Kunde inte skickas',
  newMessages: (p: { n: number }) => (p.n === 1 ? '1 nytt meddelande' : `${p.n} nya meddelanden`),
  typing: (p: { name: string }) => `${p.name} skriver`,

  assigned: (p: { name: string }) => `${p.name} hjälper dig nu`,
  returned: 'Du är tillbaka i kön. Det du skrivit finns kvar, och du står först.',
  contactLeft: (p: { contact: string }) => `Du har lämnat dina kontaktuppgifter: ${p.contact}`,
  specialistJoined: (p: { name: string; department: string }) =>
    `${p.name} från ${p.department} är nu med i chatten`,
  transferred: (p: { name: string; department: string }) => `${p.name} från ${p.department} hjälper dig nu`,
  specialistLeft: (p: { name: string; department: string }) =>
    `${p.name} från ${p.department} har lämnat chatten`,
  caseOpened: (p: { number: string; date: string }) =>
    `Din fråga är nu ärende ${p.number}. Du får svar senast ${p.date}.`,
  youEnded: 'Du avslutade chatten',
  wasClosed: 'Chatten är avslutad',

  arriving: 'Din fråga skickas.',
  proving:
    'Många skriver till oss just nu. Därför gör vi en kort säkerhetskontroll innan din fråga skickas. Du behöver inte göra något.',
  waiting: 'Din fråga har kommit fram. Vi svarar så snart vi kan.',
  next: 'Din fråga har kommit fram. Du är näst på tur.',
  place: (p: { n: number }) => `Din fråga har kommit fram. Du är nummer ${p.n} i kön.`,
  estimate: (p: { minutes: string }) => `Vi räknar med att svara om ungefär ${p.minutes}.`,
  leaveInstead: 'Lämna kontaktuppgifter i stället',
  received: 'Vi har din fråga och kommer att svara',
  thanks: 'Tack! Vi har din fråga.',
  thanksText:
    'En av våra medarbetare svarar i den här chatten och genom de uppgifter du lämnat. Du kan läsa svaret här om du kommer tillbaka på samma enhet inom 24 timmar.',

  attach: 'Bifoga en fil',
  emoji: 'Emoji',
  more: 'Mer',
};

/** In what is filled in or answered, and after the end. */
export const forms = {
  contactTitle: 'Hur når vi dig?',
  contactHint: 'Fyll i e-post eller telefon, gärna båda.',
  name: 'Namn',
  optional: 'valfritt',
  email: 'E-post',
  phone: 'Telefon',
  sendContact: 'Skicka uppgifterna',
  sendQuestion: 'Skicka frågan',
  cancel: 'Avbryt',
  needQuestion: 'Skriv din fråga.',
  needContact: 'Fyll i din e-postadress eller ditt telefonnummer, så att vi kan svara.',
  badEmail: 'E-postadressen stämmer inte. Skriv den som namn@exempel.se.',
  badPhone: 'Telefonnumret stämmer inte. Skriv det med siffror, till exempel 070-123 45 67.',
  notPersonalNumber: 'Det ser ut som ett personnummer. Ta bort det – vi behöver det inte för att svara.',

  endQuestion: 'Vill du avsluta chatten?',
  endText: 'Du kan spara samtalet efteråt.',
  endYes: 'Ja, avsluta',
  endNo: 'Nej, fortsätt chatta',
  ratingTitle: 'Hur gick det?',
  ratingLow: 'Inte alls bra',
  ratingHigh: 'Mycket bra',
  comment: 'Vill du berätta mer?',
  rate: 'Skicka svaret',
  rated: 'Tack för ditt svar!',
  save: 'Spara samtalet',
  startOver: 'Ställ en ny fråga',

  errorRate: 'Det blev för mycket på kort tid. Vänta en stund och försök igen.',
  errorOverloaded: 'Just nu är det många som skriver. Försök igen om en liten stund, eller ring oss.',
  errorClosed: 'Samtalet var redan avslutat. Försök igen, så börjar ett nytt samtal med din text.',
  errorChatClosed: 'Chatten hann stänga. Lämna dina kontaktuppgifter, så svarar vi ändå.',
  errorInvalid: 'Något i texten gick inte att ta emot. Ändra den och försök igen.',
  errorTopic: 'Välj vad frågan gäller. Tryck på Ändra, så får du välja.',
  errorOther: 'Något gick fel hos oss. Försök igen.',
  banned: (p: { when: string }) =>
    `Du kan inte chatta med oss just nu. Du är välkommen tillbaka ${p.when}. Behöver du hjälp innan dess kan du ringa eller mejla oss.`,
  eidNeeded: 'Du behöver legitimera dig för att fråga om det här.',
  eidBegin: 'Legitimera dig',
  eidWindow: 'Öppnas i ett nytt fönster. Där får du en kod.',
  eidCode: 'Koden',
  eidCodeHint: 'Skriv koden som du fick, till exempel K7QF-2MXP.',
  eidDone: 'Klar',
  eidWrong: 'Koden stämmer inte, eller så har den gått ut. Legitimera dig igen.',
  eidOff: 'Det går inte att legitimera sig här just nu. Ring eller mejla oss i stället.',
};

/** Before the conversation: what comes while a first question is written. */
export const ahead = {
  important: 'Viktigt meddelande',
  eServices: 'Gör det själv på webben',
  suggestions: 'Kanske finns svaret här',
  suggestionsFound: (p: { n: number }) =>
    p.n === 1
      ? '1 förslag på svar finns under skrivfältet'
      : `${p.n} förslag på svar finns under skrivfältet`,
  backToQuestion: 'Tillbaka till frågan',
  guideMore: 'Gå till webbsidan',
  guideFailed: 'Texten gick inte att hämta',
  helpedAsk: 'Fick du svar på din fråga?',
  helpedYes: 'Ja, detta svarade på min fråga',
  helpedNo: 'Nej, jag vill ställa min fråga',
  helpedThanks: 'Vad bra att du fick svar!',
  helpedThanksText: 'Tack för att du berättar det. Du kan ställa en ny fråga när du vill.',
  topic: 'Vad gäller frågan?',
  topicOptional: 'valfritt',
  topicNone: 'Välj ämne',
  topicNeeded: 'Välj vad frågan gäller.',
  knownAs: (p: { name: string; by: string }) =>
    `Du är inloggad som ${p.name} (${p.by}). De som svarar ser det.`,
  known: (p: { by: string }) => `${p.by} har intygat vem du är. De som svarar ser det.`,
  knownEnd: 'Sluta visa vem jag är',
  knownFailed: 'Det gick inte just nu. Försök igen.',
};

/** In what is done in a conversation besides writing. */
export const extras = {
  closeSheet: 'Stäng',
  files: 'Filer att skicka',
  describePicture: 'Beskriv bilden',
  describeHint: 'Valfritt. För den som inte ser bilden.',
  fileSending: (p: { name: string; percent: string }) => `${p.name} skickas, ${p.percent} klart`,
  fileCancel: 'Avbryt',
  fileRemove: 'Ta bort',
  fileLost:
    'Filen kom inte fram. Den skickas igen när kontakten är tillbaka. Stäng inte chatten så länge, för då måste du välja filen igen.',
  fileType: 'Det här slaget av fil kan inte skickas. Välj en bild (JPEG, PNG, WebP eller GIF) eller en pdf.',
  fileTooLarge: (p: { limit: string }) => `Filen är för stor. Den får vara högst ${p.limit}.`,
  fileBroken: 'Filen är tom eller trasig. Välj en annan.',
  fileInfected: 'I filen finns skadlig kod. Den har inte skickats.',
  fileUnchecked: 'Filen kunde inte kontrolleras just nu. Försök igen om en stund.',
  openPicture: 'Öppna bilden i en ny flik',
  emojiFaces: 'Ansikten',
  emojiHands: 'Händer och tecken',
  emojiNature: 'Väder, natur och mat',
  emojiThings: 'Hem, resor och saker',
  copy: 'Kopiera',
  copied: 'Kopierat',
  copyLatest: 'Kopiera senaste svaret',
  copyAll: 'Kopiera hela samtalet',
  copyFailed: 'Webbläsaren lät oss inte kopiera.',
  notices: 'När du får svar och inte ser chatten',
  noticeSound: 'Spela ett ljud',
  noticeDesktop: 'Visa en avisering på skärmen',
  noticesOn: 'Så här ser det ut när du får svar.',
  newAnswer: (p: { name: string }) => `${p.name} har svarat dig`,
  desktopNotHere:
    'Webbläsaren tillåter inte aviseringar från en ruta på en annan webbplats. Ljudet fungerar ändå.',
  desktopRefused:
    'Webbläsaren tillåter inte aviseringar härifrån. Det går ofta att ändra i webbläsarens inställningar för sidan.',
  followCase: 'Följ ärendet',
  openCase: (p: { number: string }) => `Öppna ärende ${p.number}`,
  casePrivate: 'Länken är bara till för dig. Spara den om du vill följa ärendet senare.',
};

/** Of what is sent by mail. */
export const byMail = {
  mailTranscript: 'Få samtalet på e-post',
  mailTranscriptHint: 'Vi skickar det som du och vi har skrivit. Adressen används bara till det.',
  mailTranscriptSent: (p: { email: string }) => `Samtalet är på väg till ${p.email}.`,
  mailLink: 'Fortsätt på en annan enhet',
  mailLinkHint:
    'Vi skickar en länk till din egen e-post. Den fungerar en gång, i 24 timmar. Öppna den där du vill fortsätta.',
  mailLinkSent: (p: { email: string }) => `Länken är på väg till ${p.email}.`,
  mailSend: 'Skicka',
  mailSecret: 'Det här samtalet rör känsliga uppgifter och kan inte mejlas. Spara det som en fil i stället.',
  eraseAsk: 'Radera samtalet',
  eraseSure: 'Radera för alltid?',
  eraseText:
    'Det du och vi har skrivit tas bort hos oss och går inte att få tillbaka. Spara det först om du vill ha det kvar.',
  eraseDo: 'Ja, radera',
  mailLost: 'Vi fick inget svar. Försök igen.',
};
