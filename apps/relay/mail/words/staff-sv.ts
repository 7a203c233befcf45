/** The words of the staff's mails, in Swedish: English has the same. */
export const staffSv = {
  footer: (centre: string, site: string) => `${centre}, ${site}`,
  choose: 'I Lotsa, under Inställningar, väljer du vilka mejl du vill ha.',
  waitingSubject: 'En fråga väntar på dig i Lotsa',
  waitingIntro:
    'Kontaktcentret har lämnat över en fråga till dig eller din förvaltning. Ingen av er är inloggad.',
  secretIntro: 'Logga in för att se den.',
  expiringSubject: 'Tiden är snart ute för en fråga i Lotsa',
  expiringIntro: 'Frågan går tillbaka till kontaktcentret om ingen tar den i tid.',
  lateSoonIntro: 'Du har tagit frågan, och tiden att svara är snart ute.',
  topic: 'Ämne',
  department: 'Förvaltning',
  wanted: 'Vad som önskas',
  wanted_consult: 'Råd till den som svarar',
  wanted_join: 'Att du är med i samtalet',
  wanted_transfer: 'Att ni tar över frågan',
  from: 'Från',
  until: 'Senast',
  open: 'Öppna frågan i Lotsa',
  inviteSubject: 'Välj ditt lösenord i Lotsa',
  inviteIntro:
    'Du har fått ett konto i Lotsa, eller en ny länk till det. Välj ditt lösenord med länken. Den gäller en gång.',
  inviteUser: 'Användarnamn',
  inviteUntil: 'Länken gäller till',
  inviteOpen: 'Välj lösenord',
  inviteNotYou: 'Väntade du inte på det här? Gör ingenting, och berätta för den som sköter Lotsa hos er.',
  digestSubject: (from: string, to: string) => `Din vecka i Lotsa, ${from} till ${to}`,
  digestIntro: 'Så här gick det med frågorna som lämnades över till dig.',
  answered: 'Besvarade',
  answeredLate: (n: number, late: number) => (late === 0 ? `${n}` : `${n}, varav ${late} efter utlovad tid`),
  expired: 'Gick ut utan svar',
  openNow: 'Öppna nu',
  lateNow: 'Försenade nu',
  lateTitle: 'Försenade',
  lateSince: (when: string) => `Skulle ha besvarats ${when}`,
  webhookSubject: (name: string) => `Lotsa har slutat skicka till ${name}`,
  webhookIntro:
    'Ingenting har nått adressen på fem dagar, eller så har mottagaren bett oss sluta. Lotsa har därför stängt av webhooken. Det som inte kom fram finns kvar i loggen i 30 dagar och kan skickas igen när adressen svarar.',
  webhookSince: 'Senast nådd före',
  webhookOpen: 'Öppna webhookar i Lotsa',
  reviewSubject: (n: number) =>
    n === 1 ? 'En överenskommelse ska ses över' : `${n} överenskommelser ska ses över`,
  reviewIntro:
    'Stämmer det som står om vem som svarar, hur snabbt och vad som ska frågas först? Ändra det som inte gör det, och välj ett nytt datum.',
  reviewSoon: 'Ses över senast',
  reviewLate: 'Skulle ha setts över',
  allTopics: 'alla ämnen',
  reviewOpen: 'Öppna överenskommelserna i Lotsa',
  toDigest: 'Se din vecka i Lotsa',
};

/** The words of one language. */
export type StaffMailWords = typeof staffSv;
