import { sv, type MailWords } from './sv.ts';

/** Easy Swedish: short sentences, one thing in each. */
export const easy: MailWords = {
  ...sv,
  noPersonal: 'Skriv aldrig personnummer i mejl. Skriv inte heller om sjukdom eller annat känsligt.',

  transcriptIntro: 'Du ville ha texten från chatten. Här är den.',
  transcriptAskedBy: 'Någon skrev din adress i vår chatt. Var det inte du? Då kan du ta bort mejlet.',
  transcriptCut: 'Texten är lång. Början fick inte plats. Du kan spara hela texten i chatten.',
  returned: 'Du väntar på svar igen. Du är först. Allt du har skrivit finns kvar.',
  contactLeft: 'Du skrev hur vi når dig',
  specialistJoined: (name, department) => `${name} är nu med i chatten. ${name} arbetar på ${department}`,
  transferred: (name, department) => `${name} hjälper dig nu. ${name} arbetar på ${department}`,
  specialistLeft: (name) => `${name} är inte längre med i chatten`,
  caseOpened: (number, date) => `Din fråga har fått ett nummer: ${number}. Du får svar senast ${date}.`,
  visitorEnded: 'Du stängde chatten',
  closed: 'Chatten är slut',

  linkSubject: (centre) => `Fortsätt chatta med ${centre}`,
  linkIntro:
    'Vill du fortsätta på en annan dator eller telefon? Öppna länken där. Du ser samma text på båda.',
  linkLabel: 'Fortsätt chatta',
  linkLimits: (until) =>
    `Du kan använda länken en gång. Den fungerar till ${until}. Visa den inte för någon annan. Den som öppnar länken kan läsa allt.`,
  linkAskedBy: 'Någon skrev din adress i vår chatt. Var det inte du? Då kan du ta bort mejlet.',

  continueTitle: 'Fortsätt chatta här',
  continueText: 'Nu kan du chatta här. Gör det inte på en dator som andra använder.',
  continueButton: 'Fortsätt chatta',
  goneTitle: 'Länken fungerar inte',
  goneText:
    'Länken är redan använd, eller för gammal. Be om en ny länk i chatten. Gör det där du började chatta.',
};
