import { plural } from '@lotsa/ui';

const count = plural('sv');

/** What a manager meets, in Swedish: the board, what is overdue, assigning, approving, whispering. */
export const supervisingSv = {
  // overdue
  overdue: 'Försenat',
  emptyOverdue: 'Inget är försenat',
  emptyOverdueText:
    'Här ser du överlämningar som gått över tiden, invånare som väntat för länge och det som du ska godkänna.',
  badgeOverdue: 'Försenad överlämning',
  badgeApproval: 'Ska godkännas',
  badgeWaitsLong: 'Väntat för länge',

  // assigning
  assign: 'Ge till …',
  assignTitle: 'Ge frågan till en kollega',
  assignTo: 'Kollega',
  assignMissing: 'Välj vem som ska ha frågan.',
  assignNobody: 'Ingen annan är inloggad just nu.',
  assignSend: 'Ge frågan',
  assigned: (p: { name: string }) => `${p.name} har frågan nu.`,
  assignQuestions: (p: { n: number }) =>
    count(p.n, { zero: 'inga frågor', one: '1 fråga', other: `${p.n} frågor` }),
  assignSpeaks: (p: { languages: string }) => `Talar ${p.languages}`,
  assignNamed: (p: { topic: string }) => `Ge till kollega: ${p.topic}`,
  takeOver: 'Ta över själv',
  tookOver: 'Du har frågan nu.',

  // approving
  approveTitle: (p: { name: string; to: string }) => `${p.name} vill lämna över till ${p.to}`,
  approveText: 'Frågan byter händer för tredje gången. Du bestämmer om den ska gå vidare.',
  approve: 'Godkänn',
  approved: 'Överlämningen är på väg.',
  approvalAsked: 'Din chef har fått frågan och bestämmer om den får gå vidare.',
  refuse: 'Säg nej',

  // watching
  watching: 'Du läser med. Invånaren och kollegan märker det inte; läsningen loggas.',
  noteTo: 'Avisera',
  noteToAll: 'Ingen särskild',
  toYou: 'dig',
  noteMeant: (p: { name: string; to: string }) => `${p.name} till ${p.to}`,

  // secrecy
  secret: 'Sekretess',
  protectedIdentity: 'Skyddad identitet',
  secretExcerpt: 'Innehållet visas bara för den som har frågan',
  contactHidden: 'Visas bara för den som har frågan',
  secretTitle: 'Frågan är sekretessmarkerad',
  secretText: 'Bara ägaren och den förvaltning som fått frågan kan läsa den. Du kan se att den finns.',
  secretQueued: 'Du kan läsa den när du har tagit den.',
  markSecret: 'Markera sekretess',
  markProtected: 'Markera skyddad identitet',
  markOpen: 'Ta bort sekretessmarkeringen',
  breakGlass: 'Öppna trots sekretess …',
  breakGlassTitle: 'Öppna trots sekretess',
  breakGlassText:
    'Att du öppnar frågan och varför skrivs i åtkomstloggen och syns för ägaren. Du kan läsa den i fyra timmar.',
  glassUntil: (p: { when: string }) => `Du läser frågan trots sekretess. Det går ut ${p.when}.`,
  eventGlassMended: (p: { name: string }) => `${p.name} kan inte längre läsa frågan: tiden är slut`,
  breakGlassWhy: 'Varför behöver du läsa den?',
  breakGlassMissing: 'Skriv varför du behöver läsa frågan.',
  breakGlassSend: 'Öppna och logga',

  // skills
  bySkill: 'Den som kan ämnet',
  skillHint: 'Alla som kan ämnet tillfrågas, oavsett förvaltning',

  // the board
  board: 'Lägestavla',
  skipToBoard: 'Till tavlan',
  boardLive: (p: { when: string }) => `Läget ${p.when}, uppdateras av sig själv`,
  boardWaiting: 'I kön',
  boardLongest: 'Längsta väntan',
  boardNobody: 'Ingen väntar',
  boardActive: 'Pågående',
  boardOverdue: 'Försenade överlämningar',
  boardShow: 'Visa',
  boardAgents: 'Vägledare på plats',
  boardAgent: 'Namn',
  boardStatus: 'Status',
  boardLoad: 'Belastning',
  boardLoadOf: (p: { n: number; of: number }) => `${p.n} av ${p.of}`,
  boardNoAgents: 'Ingen är inloggad',
  boardNoAgentsText: 'Chatten erbjuds inte förrän någon är tillgänglig.',
  boardFree: (p: { n: number }) =>
    count(p.n, { zero: 'Ingen ledig plats', one: '1 ledig plats', other: `${p.n} lediga platser` }),
  boardToday: 'I dag',
  boardClosed: 'Avslutade frågor',
  boardAnswered: 'Besvarade av en person, i chatten',
  boardFirst: 'Lösta vid första kontakten',
  boardAbandoned: 'Avbrutna av invånaren',
  boardMedian: 'Typisk väntan på första svar',
  boardMedianHint: 'Hälften väntade kortare',
  boardNone: 'Inget avslutat än i dag',
  boardFailed: 'Tavlan kunde inte hämtas',
  boardFigure: 'Mått',
  boardCount: 'Antal',
  boardPart: 'Andel av avslutade',
};
