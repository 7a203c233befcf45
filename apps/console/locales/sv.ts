import { plural } from '@lotsa/ui';
import { formsSv } from './forms-sv.ts';
import { settingsSv } from './settings-sv.ts';
import { agreementSv } from './agreement-sv.ts';
import { adminSv } from './admin-sv.ts';
import { incomingMailSv } from './incoming-mail-sv.ts';
import { mailSv } from './mail-sv.ts';
import { auditSv } from './audit-sv.ts';
import { statisticsSv } from './statistics-sv.ts';
import { casesSv } from './cases-sv.ts';
import { bansSv } from './bans-sv.ts';
import { filesSv } from './files-sv.ts';
import { deskSv } from './desk-sv.ts';
import { embeddingSv } from './embedding-sv.ts';
import { identitySv } from './identity-sv.ts';
import { feedbackSv } from './feedback-sv.ts';
import { guidesSv } from './guides-sv.ts';
import { signInSv } from './sign-in-sv.ts';
import { integrationsSv } from './integrations-sv.ts';
import { registrySv } from './registry-sv.ts';
import { retentionSv } from './retention-sv.ts';
import { papersSv } from './papers-sv.ts';
import { subjectsSv } from './subjects-sv.ts';
import { supervisingSv } from './supervising-sv.ts';
import { conversationSv } from './conversation-sv.ts';
import { eventsSv } from './events-sv.ts';
import { handoffSv } from './handoff-sv.ts';
import { closingSv } from './closing-sv.ts';
import { errorsSv } from './errors-sv.ts';

const count = plural('sv');

/** The console's words in Swedish: the reference that every other language follows. */
export const sv = {
  ...adminSv,
  ...agreementSv,
  ...mailSv,
  ...incomingMailSv,
  ...settingsSv,
  ...formsSv,
  ...auditSv,
  ...statisticsSv,
  ...casesSv,
  ...bansSv,
  ...filesSv,
  ...deskSv,
  ...embeddingSv,
  ...identitySv,
  ...guidesSv,
  ...signInSv,
  ...integrationsSv,
  ...retentionSv,
  ...subjectsSv,
  ...papersSv,
  ...feedbackSv,
  ...registrySv,
  ...supervisingSv,
  ...conversationSv,
  ...eventsSv,
  ...handoffSv,
  ...closingSv,
  ...errorsSv,
  // the page
  lotsa: 'Lotsa',
  close: 'Stäng',
  cancel: 'Avbryt',
  back: 'Tillbaka',
  copyFailed: 'Webbläsaren lät inte Lotsa kopiera. Markera texten och kopiera själv.',
  tryAgain: 'Försök igen',
  partFailed: 'Det här gick inte att visa',
  partFailedText: 'Felet är Lotsas. Resten av sidan fungerar, och inget du skrivit är borta.',
  open: 'Öppna',
  dismiss: 'Ta bort meddelandet',
  notices: 'Meddelanden',
  skipToList: 'Till listan',
  skipToConversation: 'Till frågan',
  skipToComposer: 'Till skrivfältet',
  loading: 'Hämtar …',
  unreachableTitle: 'Lotsa svarar inte',
  unreachableText: 'Vi försöker igen av oss själva. Det du skrivit finns kvar.',
  outdatedTitle: 'Lotsa har uppdaterats',
  outdatedText: 'Läs in sidan igen för att fortsätta. Det du skrivit finns kvar.',
  reload: 'Läs in igen',
  offline: 'Frånkopplad – det du skrivit finns kvar',
  offlineText: 'Det du skickar nu går i väg så fort anslutningen är tillbaka.',
  connectNow: 'Anslut nu',
  online: 'Ansluten',
  connecting: 'Ansluter …',
  disconnected: 'Frånkopplad',

  // header and settings
  availability: 'Status',
  available: 'Tillgänglig',
  busy: 'Upptagen',
  away: 'Borta',
  notThere: 'Inte inloggad',
  availabilityAvailable: 'Tillgänglig – nya frågor kan komma',
  availabilityBusy: 'Upptagen – bara pågående frågor',
  settings: 'Inställningar',
  shortcuts: 'Kortkommandon',
  signOut: 'Logga ut',
  language: 'Språk',
  theme: 'Utseende',
  themeSystem: 'Som datorn',
  themeLight: 'Ljust',
  themeDark: 'Mörkt',
  toDark: 'Mörkt utseende',
  toLight: 'Ljust utseende',
  sound: 'Ljud vid nya frågor och meddelanden',
  desktopNotices: 'Notiser på skrivbordet',
  desktopNoticesHint: 'En notis säger att något har hänt, aldrig vad någon skrev.',
  desktopDenied: 'Webbläsaren tillåter inte notiser från Lotsa. Ändra det i webbläsarens inställningar.',
  role_agent: 'Samhällsvägledare',
  role_specialist: 'Handläggare',
  role_manager: 'Chef',
  role_editor: 'Webbredaktör',
  role_registrar: 'Registrator',
  role_administrator: 'Administratör',

  // lists
  lists: 'Listor',
  queue: 'Kö',
  mine: 'Mina frågor',
  handoffs: 'Överlämningar',
  all: 'Alla',
  closed: 'Avslutade',
  emptyQueue: 'Kön är tom',
  emptyQueueText: 'Nya frågor kommer hit av sig själva.',
  emptyMine: 'Du har inga frågor just nu',
  emptyMineText: 'Ta en fråga ur kön när du är redo.',
  emptyMineSpecialist: 'Frågor som lämnats över till dig kommer hit när du tagit över ansvaret.',
  emptyHandoffs: 'Inga överlämningar väntar',
  emptyHandoffsText: 'När någon ber dig eller din förvaltning om hjälp ser du det här.',
  emptyHandoffsCentre: 'Här följer du frågor som du bett en förvaltning om hjälp med.',
  emptyAll: 'Inga pågående frågor',
  emptyClosed: 'Inga avslutade frågor',
  noListsTitle: 'Inga samtal i din roll',
  noListsText: 'Samtal med invånare visas för kontaktcenter och för handläggare.',
  moreThan: (p: { n: number }) => `Fler än ${p.n} frågor`,
  inList: (p: { n: number }) => count(p.n, { one: '1 fråga', other: `${p.n} frågor` }),
  unread: (p: { n: number }) => count(p.n, { one: '1 oläst', other: `${p.n} olästa` }),
  waits: 'Väntat',
  deadlineBy: (p: { when: string }) => `Senast ${p.when}`,
  hoursMinutes: (p: { hours: number; minutes: number }) => `${p.hours} tim ${p.minutes} min`,
  days: (p: { n: number }) => count(p.n, { one: '1 dag', other: `${p.n} dagar` }),
  you: 'Du',
  visitor: 'Invånaren',
  staffWrote: 'Vi',
  noTopic: 'Ämne saknas',
  returned: 'Åter i kön',
  visitorLeft: 'Har avslutat',
  draft: 'Utkast',

  // composer
  modeText: 'Svar',
  modeNote: 'Anteckning',
  mode: 'Vem ser texten',
  composerText: 'Svar till invånaren',
  composerNote: 'Anteckning',
  seenByVisitor: 'Invånaren ser det du skriver',
  seenByStaff: 'Bara personal ser anteckningen',
  placeholderText: 'Skriv ditt svar',
  placeholderNote: 'Skriv till kollegor',
  composerHint: '/ svarsmall · # guide · ! anteckning',
  composerHintNote: '/ svarsmall · # guide',
  composerHintOwner: '/ svarsmall · # guide · @ lämna över · ! anteckning',
  send: 'Skicka',
  sendNote: 'Skicka anteckning',
  cannedResponses: 'Svarsmallar',
  guides: 'Guider',
  nothingFound: 'Inget passar',
  personalNumber: 'Det ser ut som ett personnummer. Vi döljer det innan texten skickas.',
  fillIn: (p: { name: string }) => `Fyll i ${p.name} innan du skickar.`,
  fillInLink: (p: { name: string }) =>
    `${p.name} har bara den som frågar: knappen ”Följ ärendet” i chatten. Skriv något annat eller ta bort.`,
  fillInPlace: (p: { name: string }) =>
    `Plats och väntetid är inte kända här. Fyll i ${p.name} eller ta bort.`,
  tooLong: (p: { n: number }) => `${p.n} tecken för långt`,
  inLanguage: (p: { language: string }) => `Invånaren skriver på ${p.language}`,

  // context
  context: 'Sammanhang',
  about: 'Om frågan',
  page: 'Sida',
  started: 'Började',
  firstReply: 'Första svar',
  notYet: 'Inte än',
  contact: 'Kontakt',
  noContact: 'Inga kontaktuppgifter',
  site: 'Webbplats',
  listShow: 'Visa',
  listAll: 'Alla',
  listRefresh: 'Uppdatera',
  showMore: 'Visa fler',
  department: 'Förvaltning',
  noDepartment: 'Ingen förvaltning',
  hops: 'Byten',
  hopsMany: 'Frågan har bytt händer flera gånger. Ta hjälp av din chef.',
  handoffHistory: 'Överlämningar',
  agreement: 'Överenskommelse',
  centreDoes: 'Kontaktcenter',
  departmentDoes: 'Förvaltningen',
  suggestions: 'Förslag på svar',
  suggestionsHint: 'Alt+I infogar det första, Alt+1 till 6 vilket som helst.',
  noSuggestions: 'Det finns inga färdiga svar för ämnet.',
  insert: 'Infoga',
  insertNamed: (p: { title: string }) => `Infoga: ${p.title}`,
  guide: 'Guide',
  onlyIn: (p: { language: string }) => `Bara på ${p.language}`,
  opensInNewTab: 'öppnas i ny flik',

  // notices
  noticeQueued: (p: { topic: string }) => `Ny i kön: ${p.topic}`,
  noticeAssigned: (p: { topic: string }) => `Du har fått en fråga: ${p.topic}`,
  noticeHandoffRequested: (p: { name: string }) => `${p.name} ber om din hjälp`,
  noticeHandoffAccepted: (p: { to: string }) => `${p.to} tog emot överlämningen`,
  noticeHandoffDeclined: (p: { to: string }) => `${p.to} avböjde överlämningen`,
  noticeHandoffExpired: (p: { to: string }) => `${p.to} svarade inte i tid`,
  noticeHandoffAnswered: (p: { to: string }) => `${p.to} är klar och lämnade tillbaka`,
  noticeHandoffNeedsApproval: (p: { name: string }) => `${p.name} vill lämna över en fråga för tredje gången`,
  noticeHandoffOverdue: (p: { to: string }) => `Överlämningen till ${p.to} är försenad`,
  noticeHandoffWithdrawn: (p: { name: string }) => `${p.name} tog tillbaka överlämningen`,
  desktopMessage: 'Nytt meddelande',
  noticeAddressed: (p: { name: string }) => `${p.name} har skrivit en anteckning till dig`,
  desktopAddressed: 'En anteckning till dig',
  desktopOffered: 'En fråga erbjuds dig',
  desktopQueued: 'Ny fråga i kön',
  desktopHandoff: 'En överlämning har ändrats',
  desktopAssigned: 'Du har fått en fråga',
  desktopAlarm: 'Någon har väntat för länge',

  // shortcuts
  shortcutsIntro: 'Alla fungerar också medan du skriver.',
  keyPrevious: 'Föregående fråga i listan',
  keyNext: 'Nästa fråga i listan',
  keyWaiting: 'Nästa som väntar på dig',
  keyComposer: 'Till skrivfältet',
  keyNote: 'Växla mellan svar och anteckning',
  keyClaim: 'Ta frågan eller acceptera överlämningen',
  keyHandOff: 'Lämna över',
  keyClose: 'Avsluta',
  keyInsert: 'Infoga första förslaget',
  keyHelp: 'Visa kortkommandon',
  keySlash: 'Svarsmall, i skrivfältet',
  keyHash: 'Guide, i skrivfältet',
  keyAt: 'Lämna över, i ett tomt skrivfält',
  keyBang: 'Anteckning, i ett tomt skrivfält',
};
