import type { FigureId, FigureUnit } from '@lotsa/protocol';

/** What a figure is called, how it is counted, and in what. */
export interface FigureDefinition {
  unit: FigureUnit;
  /** Which way is good; null where neither is. */
  better: 'more' | 'less' | null;
  name: { sv: string; en: string };
  counts: { sv: string; en: string };
}

/** The written definitions, in the order of the figures. A figure without one does not compile. */
export const DEFINITIONS: { readonly [Id in FigureId]: FigureDefinition } = {
  contacts: {
    unit: 'count',
    better: null,
    name: { sv: 'Kontakter', en: 'Contacts' },
    counts: {
      sv: 'Antalet kontakter som avslutades under perioden: chattar, registrerade samtal, besök, brev och e-brev, och formulär som blev ärenden. Skräp räknas inte. Ett ärende som kom ur en chatt räknas med chatten.',
      en: 'How many contacts ended in the period: chats, calls, visits, letters and e-mails that were registered, and forms that became cases. Spam is not counted. A case that came of a chat is counted with the chat.',
    },
  },
  answerRate: {
    unit: 'share',
    better: 'more',
    name: { sv: 'Svarsgrad', en: 'Answer rate' },
    counts: {
      sv: 'De som fick svar, delat med de som fick svar och de som gav upp. Den som gav upp inom 5 sekunder räknas inte.',
      en: 'Those who were answered, divided by those who were answered and those who gave up. Whoever gave up within 5 seconds is not counted.',
    },
  },
  abandonRate: {
    unit: 'share',
    better: 'less',
    name: { sv: 'Förlorade', en: 'Abandoned' },
    counts: {
      sv: 'De som gav upp innan någon svarade, delat med alla som väntade.',
      en: 'Those who gave up before anybody answered, divided by all who waited.',
    },
  },
  serviceLevel: {
    unit: 'share',
    better: 'more',
    name: { sv: 'Servicegrad', en: 'Service level' },
    counts: {
      sv: 'De som fick svar inom den tid som är satt som mål för kanalen, delat med alla som väntade, även de som gav upp.',
      en: 'Those who were answered within the time that is the target of the channel, divided by all who waited, those who gave up among them.',
    },
  },
  meanWait: {
    unit: 'seconds',
    better: 'less',
    name: { sv: 'Kötid, medel', en: 'Wait, mean' },
    counts: {
      sv: 'Tiden från frågan till det första svaret från en människa, i medeltal. Bara öppettid räknas.',
      en: 'The time from the question to the first reply of a human being, on average. Opening time only.',
    },
  },
  medianWait: {
    unit: 'seconds',
    better: 'less',
    name: { sv: 'Kötid, median', en: 'Wait, median' },
    counts: {
      sv: 'Hälften av dem som fick svar väntade så länge eller kortare. Bara öppettid räknas.',
      en: 'Half of those who were answered waited this long or less. Opening time only.',
    },
  },
  p90Wait: {
    unit: 'seconds',
    better: 'less',
    name: { sv: 'Kötid, nio av tio', en: 'Wait, nine in ten' },
    counts: {
      sv: 'Nio av tio som fick svar väntade så länge eller kortare. Bara öppettid räknas.',
      en: 'Nine in ten of those who were answered waited this long or less. Opening time only.',
    },
  },
  solveRate: {
    unit: 'share',
    better: 'more',
    name: { sv: 'Löst vid första kontakten', en: 'Solved at first contact' },
    counts: {
      sv: 'Kontakter som kontaktcentret avslutade självt, utan att de bytte händer, och där samma person inte kom tillbaka i samma ämne inom sju dagar, delat med alla kontakter. De sista sju dagarna kan därför ändras.',
      en: 'Contacts that the centre ended itself, that changed no hands, and after which the same person did not come back on the same topic within seven days, divided by all contacts. The last seven days may change.',
    },
  },
  handoffRate: {
    unit: 'share',
    better: null,
    name: { sv: 'Överlämnade', en: 'Handed off' },
    counts: {
      sv: 'Kontakter där en förvaltning frågades, kom in eller tog över, delat med alla kontakter.',
      en: 'Contacts in which a department was asked, joined or took over, divided by all contacts.',
    },
  },
  specialistReply: {
    unit: 'share',
    better: 'more',
    name: { sv: 'Svar i tid från förvaltningen', en: 'Departments replied in time' },
    counts: {
      sv: 'Överlämningar och ärenden som förvaltningen svarade på inom överenskommen tid, delat med alla. Ett nej i tid är ett svar. Av ett övertagande räknas ja:et.',
      en: 'Hand-offs and cases that the department replied to within the agreed time, divided by all. A no in time is a reply. Of a transfer the yes counts.',
    },
  },
  meanHops: {
    unit: 'times',
    better: 'less',
    name: { sv: 'Byten per överlämnad kontakt', en: 'Hops per contact handed off' },
    counts: {
      sv: 'Hur många gånger en överlämnad kontakt bytte händer, i medeltal.',
      en: 'How often a contact that was handed off changed hands, on average.',
    },
  },
  writtenInTime: {
    unit: 'share',
    better: 'more',
    name: { sv: 'Skriftliga svar inom två arbetsdagar', en: 'Written answers within two working days' },
    counts: {
      sv: 'Avslutade ärenden där en människa svarade i sak inom två arbetsdagar, delat med alla som skulle ha svar. Automatiska kvitton räknas inte.',
      en: 'Ended cases in which a human being answered the matter within two working days, divided by all that were to be answered. Automatic receipts do not count.',
    },
  },
  timeSaved: {
    unit: 'hours',
    better: 'more',
    name: { sv: 'Sparad tid i förvaltningarna', en: 'Time saved in the departments' },
    counts: {
      sv: 'Kontakter som löstes vid första kontakten, gånger de minuter som en fråga tog förvaltningen förut. Minuterna är en inställning.',
      en: 'Contacts solved at first contact, times the minutes that a question took the department before. The minutes are a setting.',
    },
  },
};

/** How the survey is counted. */
export const SURVEY_DEFINITION = {
  sv: 'Svar från 1 till 5 blir 0, 25, 50, 75 och 100, och indexet är medelvärdet. Med färre svar än det minsta antalet visas inget index.',
  en: 'Answers from 1 to 5 become 0, 25, 50, 75 and 100, and the index is their mean. With fewer answers than the least number no index is shown.',
} as const;
