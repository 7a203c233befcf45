import { plural } from '@lotsa/ui';

const count = plural('sv');

/** What an agent meets besides the conversation, in Swedish: offers, alarm, shift end, registration, palette, earlier questions. */
export const deskSv = {
  // availability
  availableWith: (p: { status: string; reason: string }) => `${p.status} – ${p.reason}`,
  awayFor: (p: { reason: string }) => `Borta – ${p.reason}`,
  awayOther: 'Borta – annat',
  reason_lunch: 'lunch',
  reason_break: 'paus',
  reason_meeting: 'möte',
  reason_training: 'utbildning',
  reason_administration: 'efterarbete',
  reason_missedOffers: 'missade frågor',
  missedTitle: 'Du står som borta, för att du inte hann ta de frågor du erbjöds',
  missedText: 'Inga nya frågor kommer till dig förrän du säger till.',
  availableAgain: 'Jag är tillgänglig igen',

  // offers
  offers: 'Frågor som erbjuds dig',
  offerTitle: (p: { topic: string }) => `Kan du ta en fråga om ${p.topic}?`,
  offerLeft: (p: { n: number }) => count(p.n, { one: '1 sekund kvar', other: `${p.n} sekunder kvar` }),
  offerLeftLabel: 'Tid kvar att svara',
  offerAccept: 'Ta frågan',
  offerPass: 'Låt den gå vidare',
  offerPassed: 'Frågan går vidare till nästa kollega.',
  offerMissed: (p: { topic: string }) => `Du hann inte ta frågan om ${p.topic}. Den har gått vidare.`,
  desktopOfferMissed: 'En fråga gick vidare till en kollega',

  // alarm
  alarmMine: (p: { topic: string }) => `Invånaren väntar på ditt svar: ${p.topic}`,
  alarmQueue: (p: { topic: string }) => `Ingen har tagit frågan: ${p.topic}`,
  alarmMore: (p: { n: number }) => count(p.n, { one: 'och 1 till', other: `och ${p.n} till` }),
  alarmOpen: 'Gå dit',
  alarmTitle: 'Någon väntar för länge',

  // shift end
  shiftEnd: 'Lämna över vid passets slut',
  shiftIntro: 'Välj vilka frågor du lämnar, och till vem. Anteckningar följer med frågan.',
  shiftNothing: 'Du har inga öppna frågor att lämna över.',
  shiftWhich: 'Frågor',
  shiftAll: (p: { n: number }) => count(p.n, { one: 'Alla (1)', other: `Alla (${p.n})` }),
  shiftTo: 'Till',
  shiftToQueue: 'Först i kön',
  shiftToQueueHint: 'Den som är ledig tar dem.',
  shiftNone: 'Välj minst en fråga.',
  shiftSend: (p: { n: number }) =>
    count(p.n, { one: 'Lämna över 1 fråga', other: `Lämna över ${p.n} frågor` }),
  shiftDone: (p: { n: number }) =>
    count(p.n, { one: '1 fråga är överlämnad.', other: `${p.n} frågor är överlämnade.` }),
  shiftSome: (p: { n: number; of: number }) =>
    `${p.n} av ${p.of} frågor lämnades över. Resten är kvar hos dig.`,
  shiftAway: 'Sätt mig som borta efteråt',
  shiftDepartment: 'Frågor som din förvaltning äger stannar där.',

  // quick registration
  register: 'Registrera kontakt',
  registerIntro: 'För en fråga som kom på annat sätt och är klar. Enter sparar.',
  registerChannel: 'Hur kom frågan?',
  register_phone: 'Telefon',
  register_visit: 'Besök',
  register_letter: 'Brev',
  register_email: 'E-post',
  registerTopicPlaceholder: 'Skriv för att söka ämne',
  registerRecent: 'Senast använda',
  registerAllTopics: 'Alla ämnen',
  registerNote: 'Anteckning',
  registerNoteHint: 'Inga personnummer eller känsliga uppgifter.',
  registerOptional: 'valfritt',
  registerSave: 'Spara',
  registered: (p: { channel: string; topic: string }) => `Registrerat: ${p.channel}, ${p.topic}`,

  // palette
  palette: 'Gå till eller gör',
  paletteFor: 'Sök fråga, lista eller åtgärd',
  paletteActions: 'Åtgärder',
  paletteLists: 'Listor',
  paletteConversations: 'Frågor',
  keyPalette: 'Sök och gör allt härifrån',
  keyRegister: 'Registrera telefonsamtal, besök, brev eller e-post',
  keySplit: 'Två frågor sida vid sida',
  keyAssign: 'Ge frågan till en kollega',

  // earlier and split
  earlier: 'Tidigare frågor',
  earlierNone: 'Det här är invånarens första fråga hos oss.',
  earlierFailed: 'Tidigare frågor kunde inte hämtas.',
  continues: 'Fortsätter från',
  cameBack: 'Återkom i',
  earlierQuestion: 'en tidigare fråga',
  laterQuestion: 'en senare fråga',
  cameBackBadge: 'Har återkommit',
  promise: (p: { when: string }) => `Svar ${p.when}`,
  promiseNamed: (p: { date: string }) => `Svar utlovat senast ${p.date}`,
  promiseBroken: (p: { when: string }) => `Skulle svarats ${p.when}`,
  promiseBrokenNamed: (p: { date: string }) => `Försenat: svar utlovades senast ${p.date}`,
  split: 'Visa två frågor',
  unsplit: 'Visa en fråga',
  splitPick: 'Välj en fråga till',
  splitPickText: 'Den du väljer i listan öppnas här.',
};
