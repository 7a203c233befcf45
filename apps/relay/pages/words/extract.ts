import type { CaseEvent, ConversationEvent } from '@lotsa/protocol';

type Said<Event extends { type: string }> = Record<Event['type'], string>;

const conversationSv: Said<ConversationEvent> = {
  registered: 'Frågan registrerades',
  assigned: 'En handläggare tog frågan',
  offered: 'Frågan erbjöds en handläggare',
  offerEnded: 'Erbjudandet till en handläggare tog slut',
  returned: 'Frågan gick tillbaka till kön',
  contactLeft: 'Kontaktuppgifter lämnades',
  contactCorrected: 'Kontaktuppgifterna rättades',
  handoffRequested: 'En annan del av kommunen tillfrågades',
  handoffApproved: 'Överlämningen godkändes',
  handoffOverdue: 'Tiden för överlämningen gick ut',
  handoffAccepted: 'Överlämningen togs emot',
  handoffDeclined: 'Överlämningen avböjdes',
  handoffExpired: 'Överlämningen förföll',
  handoffWithdrawn: 'Överlämningen togs tillbaka',
  handoffAnswered: 'Specialisten blev klar',
  visitorEnded: 'Besökaren avslutade chatten',
  caseOpened: 'Frågan blev ett ärende',
  closed: 'Samtalet avslutades',
  reopened: 'Frågan togs upp igen i ett nytt samtal',
  secrecySet: 'Sekretessmarkeringen ändrades',
  glassBroken: 'En chef öppnade samtalet',
  glassMended: 'Chefens tillgång tog slut',
};
const conversationEn: Said<ConversationEvent> = {
  registered: 'The question was registered',
  assigned: 'An agent took the question',
  offered: 'The question was offered to an agent',
  offerEnded: 'The offer to an agent ended',
  returned: 'The question went back to the queue',
  contactLeft: 'Contact details were left',
  contactCorrected: 'The contact details were corrected',
  handoffRequested: 'Another part of the municipality was asked',
  handoffApproved: 'The hand-off was approved',
  handoffOverdue: 'The time of the hand-off ran out',
  handoffAccepted: 'The hand-off was accepted',
  handoffDeclined: 'The hand-off was declined',
  handoffExpired: 'The hand-off expired',
  handoffWithdrawn: 'The hand-off was withdrawn',
  handoffAnswered: 'The specialist was done',
  visitorEnded: 'The visitor ended the chat',
  caseOpened: 'The question became a case',
  closed: 'The conversation was closed',
  reopened: 'The question was taken up again in a new conversation',
  secrecySet: 'The secrecy mark was changed',
  glassBroken: 'A manager opened the conversation',
  glassMended: "The manager's access ended",
};
const caseSv: Said<CaseEvent> = {
  received: 'Ärendet kom in',
  supplemented: 'Ärendet kompletterades',
  withdrawn: 'Ärendet återkallades',
  statusSet: 'Status ändrades',
  departmentSet: 'Ärendet flyttades',
  ownerSet: 'Ägare ändrades',
  handlerSet: 'Handläggare ändrades',
  answered: 'Svar',
  noted: 'Intern anteckning',
  promiseSet: 'Svarsdatum ändrades',
  merged: 'Ärendet slogs ihop med ett annat',
  reopened: 'Ärendet togs upp igen',
  contactCorrected: 'Kontaktuppgifterna rättades',
  alerted: 'Påminnelse om svarsdatum',
};
const caseEn: Said<CaseEvent> = {
  received: 'The case was received',
  supplemented: 'The case was supplemented',
  withdrawn: 'The case was withdrawn',
  statusSet: 'The status was changed',
  departmentSet: 'The case was moved',
  ownerSet: 'The owner was changed',
  handlerSet: 'The handler was changed',
  answered: 'Answer',
  noted: 'Internal note',
  promiseSet: 'The promised date was changed',
  merged: 'The case was merged with another',
  reopened: 'The case was taken up again',
  contactCorrected: 'The contact details were corrected',
  alerted: 'Reminder of the promised date',
};

const sv = {
  lang: 'sv',
  events: { ...caseSv, ...conversationSv } as Record<string, string>,
  title: 'Utdrag ur dina personuppgifter',
  intro: (p: { name: string; received: string; made: string }) =>
    `Utdraget är taget fram ${p.made} för ${p.name}, efter en begäran som kom in ${p.received} (artikel 15 i dataskyddsförordningen).`,
  records: 'Samtal och ärenden',
  none: 'Vi hittade inga samtal eller ärenden.',
  conversation: 'Samtal',
  case: 'Ärende',
  from: 'Startade',
  closed: 'Avslutades',
  page: 'Sida på webbplatsen',
  contact: 'Kontaktuppgifter',
  language: 'Språk',
  topic: 'Ämne',
  department: 'Avdelning',
  survey: 'Svar på enkäten',
  answers: 'Uppgifter i formuläret',
  files: 'Filer',
  log: 'Vad som hänt',
  you: 'Du',
  note: 'intern anteckning',
  protectedTitle: 'Uppgifter som inte är med',
  protectedText: (p: { n: number; who: string }) =>
    `${p.n} handlingar omfattas av sekretess. De prövas för sig av ${p.who}.`,
  centre: 'kontaktcentret',
  other: 'Annat',
  mails: 'Mejl som vi har skickat till dig',
  staff: 'Uppgifter om dig som medarbetare',
  tokens: (p: { n: number }) => `Webbläsare som har en nyckel till dina samtal: ${p.n}.`,
  banned: (p: { until: string }) => `Du är avstängd från chatten till ${p.until}.`,
  why: 'Varför vi har uppgifterna',
  whyText:
    'Kommunen behandlar uppgifterna för att svara på frågor och handlägga ärenden. Grunden är att utföra en uppgift av allmänt intresse eller som ett led i myndighetsutövning (artikel 6.1 e). Det som är allmän handling bevaras eller gallras enligt arkivlagen.',
  source: 'Uppgifterna kommer från dig, från sidan du skrev från och från medarbetarna som svarade.',
  recipients:
    'De som tar emot uppgifterna är kommunens medarbetare som behöver dem för sitt arbete, och den som driver systemet för kommunens räkning. Uppgifterna förs inte över till länder utanför EU av systemet. Inga beslut fattas automatiskt.',
  how: 'Hur länge de sparas',
  rule: 'Gäller',
  time: 'Tid',
  decision: 'Beslut',
  noDecision: 'inget beslut än; inget gallras',
  preserved: 'bevaras',
  decided: 'en person avgör',
  days: (p: { n: number }) => `${p.n} dagar`,
  hours: (p: { n: number }) => `${p.n} timmar`,
  rights: 'Dina rättigheter',
  rightsText:
    'Du kan begära att uppgifter rättas, raderas eller att behandlingen begränsas, och invända mot behandlingen. Allmänna handlingar får inte alltid raderas. Du kan klaga hos Integritetsskyddsmyndigheten (imy.se).',
  back: 'Till översikten',
} as const;

type ExportWords = {
  [Key in keyof typeof sv]: (typeof sv)[Key] extends string
    ? string
    : (typeof sv)[Key] extends (p: infer P) => string
      ? (p: P) => string
      : (typeof sv)[Key];
};

const en: ExportWords = {
  lang: 'en',
  events: { ...caseEn, ...conversationEn },
  title: 'An extract of your personal data',
  intro: (p) =>
    `This extract was made ${p.made} for ${p.name}, on a request that was received ${p.received} (article 15 of the General Data Protection Regulation).`,
  records: 'Conversations and cases',
  none: 'We found no conversations or cases.',
  conversation: 'Conversation',
  case: 'Case',
  from: 'Began',
  closed: 'Closed',
  page: 'Page of the web site',
  contact: 'Contact details',
  language: 'Language',
  topic: 'Topic',
  department: 'Department',
  survey: 'Answers to the survey',
  answers: 'What was filled in',
  files: 'Files',
  log: 'What happened',
  you: 'You',
  note: 'internal note',
  protectedTitle: 'What is not included',
  protectedText: (p) => `${p.n} records are covered by secrecy. They are decided on separately by ${p.who}.`,
  centre: 'the contact centre',
  other: 'Other things',
  mails: 'Mails that we have sent you',
  staff: 'What is stored of you as a member of the staff',
  tokens: (p) => `Browsers that hold a key to your conversations: ${p.n}.`,
  banned: (p) => `You are kept out of the chat until ${p.until}.`,
  why: 'Why we have the data',
  whyText:
    'The municipality processes the data to answer questions and to handle cases. The legal basis is the performance of a task in the public interest or in the exercise of official authority (article 6.1 e). What is a public record is kept or erased as the Archives Act says.',
  source:
    'The data comes from you, from the page you wrote from, and from the members of the staff who answered.',
  recipients:
    'The data is received by the members of the municipality’s staff who need it for their work, and by whoever runs the system for the municipality. The system transfers no data outside the EU. No decisions are made automatically.',
  how: 'For how long it is kept',
  rule: 'What',
  time: 'Time',
  decision: 'Decision',
  noDecision: 'no decision yet; nothing is erased',
  preserved: 'preserved',
  decided: 'a person decides',
  days: (p) => `${p.n} days`,
  hours: (p) => `${p.n} hours`,
  rights: 'Your rights',
  rightsText:
    'You may ask for data to be corrected or erased, or for its processing to be restricted, and object to the processing. Public records may not always be erased. You may complain to the Swedish Authority for Privacy Protection (imy.se).',
  back: 'To the overview',
};

/** The words of an extract, in the language that its person is answered in. */
export const exportWords = (language: 'sv' | 'en'): ExportWords => (language === 'en' ? en : sv);
export type { ExportWords };
