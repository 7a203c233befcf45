/** The words of visitors' mails and of the page their links open, in Swedish: every other language has the same. */
export const sv = {
  // every mail
  footer: (centre: string, site: string) => `${centre}, ${site}`,
  reach: (phone: string, email: string) => `Telefon: ${phone}\nE-post: ${email}`,
  noPersonal: 'Skriv aldrig personnummer eller känsliga uppgifter i e-post.',

  // transcript
  transcriptSubject: (centre: string) => `Ditt samtal med ${centre}`,
  transcriptIntro: 'Du bad om att få ditt samtal på e-post. Här är det.',
  transcriptAskedBy:
    'Mejlet skickades för att någon skrev den här adressen i vår chatt. Var det inte du? Då kan du ta bort mejlet.',
  transcriptCut: 'Samtalet är långt. Början av det fick inte plats. Du kan spara hela samtalet i chatten.',
  you: 'Du',
  assigned: (name: string) => `${name} hjälper dig nu`,
  returned: 'Du är tillbaka i kön. Det du skrivit finns kvar, och du står först.',
  contactLeft: 'Du lämnade dina kontaktuppgifter',
  specialistJoined: (name: string, department: string) => `${name} från ${department} är nu med i chatten`,
  transferred: (name: string, department: string) => `${name} från ${department} hjälper dig nu`,
  specialistLeft: (name: string, department: string) => `${name} från ${department} har lämnat chatten`,
  caseOpened: (number: string, date: string) =>
    `Din fråga är nu ärende ${number}. Du får svar senast ${date}.`,
  visitorEnded: 'Du avslutade chatten',
  closed: 'Chatten är avslutad',
  file: (name: string) => `Fil: ${name}`,

  // link to another device
  linkSubject: (centre: string) => `Fortsätt ditt samtal med ${centre}`,
  linkIntro: 'Öppna länken på den enhet där du vill fortsätta. Du ser samma samtal på båda.',
  linkLabel: 'Fortsätt samtalet',
  linkLimits: (until: string) =>
    `Länken fungerar en gång, till och med ${until}. Ge den inte till någon annan: den som öppnar den kan läsa samtalet.`,
  linkAskedBy:
    'Mejlet skickades för att någon skrev den här adressen i vår chatt. Var det inte du? Då kan du ta bort mejlet.',

  // the page that the link opens
  continueTitle: 'Fortsätt ditt samtal här',
  continueText:
    'Samtalet öppnas på den här enheten och finns kvar på den andra. Gör det inte på en dator som andra använder.',
  continueButton: 'Fortsätt samtalet',
  goneTitle: 'Länken går inte att använda',
  goneText:
    'Den har redan använts, eller så har tiden gått ut. Be om en ny länk i chatten på den enhet där du började samtalet.',
  goneChat: 'Öppna chatten',
};

/** The words of one language. */
export type MailWords = typeof sv;
