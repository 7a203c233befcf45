import type { CaseStatus, Channel, Outcome, RecordClass } from '@lotsa/protocol';

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** `2026-11-22 14:03`, Swedish time: as it stands in a register. */
export const when = (at: number): string => LOCAL.format(at);

// A record is in Swedish, the language of the authority (språklagen 10 §), whatever language was spoken.

export const CHANNELS: Record<Channel, string> = {
  chat: 'Chatt',
  phone: 'Telefon',
  visit: 'Besök',
  letter: 'Brev',
  email: 'E-post',
};

export const OUTCOMES: Record<Outcome, string> = {
  answered: 'Besvarad direkt',
  guided: 'Vägledd',
  answeredBySpecialist: 'Besvarad av handläggare',
  caseRegistered: 'Ärende upprättat',
  abandoned: 'Avbruten av besökaren',
  spam: 'Skräp',
};

export const CLASSES: Record<RecordClass, string> = {
  minor: 'Av ringa betydelse',
  case: 'Hör till ett ärende',
  register: 'Ska registreras',
  abusive: 'Hot och kränkningar',
  none: 'Inte klassat',
};

export const STATUSES: Record<CaseStatus, string> = {
  received: 'Inkommet',
  forwarded: 'Skickat vidare',
  planned: 'Planerat',
  inProgress: 'Pågår',
  waitingForVisitor: 'Väntar på svar',
  done: 'Klart',
  notOurs: 'Inte kommunens ansvar',
  refused: 'Avslaget eller inte möjligt',
  duplicate: 'Samma som ett annat ärende',
  withdrawn: 'Återkallat',
};
