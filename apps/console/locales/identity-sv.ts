/** Visitors that somebody vouches for, in Swedish. */
export const identitySv = {
  verifiedBySite: 'webbplatsen',
  verifiedNameless: 'utan namn',
  verifiedBadge: (p: { by: string }) => `Verifierad av ${p.by}`,
  verified: 'Verifierad som',
  verifiedEmail: 'E-post (verifierad)',
  verifiedPhone: 'Telefon (verifierad)',
  verifiedSubject: 'Beteckning',
  verifiedNumber: 'Personnummer',
  verifiedLevel: 'Tillitsnivå',
  assurance_low: 'låg',
  assurance_substantial: 'väsentlig',
  assurance_high: 'hög',
  topicEid: 'Kräver e-legitimation',
  topicEidHint:
    'Den som frågar måste legitimera sig först. Det fungerar bara när e-legitimering för besökare är inställd (VISITOR_OIDC_ISSUER); annars går det inte att fråga om ämnet i chatten.',
  handOver: 'Inloggade besökare',
  handOverText:
    'Har besökarna loggat in på webbplatsen kan den tala om för chatten vilka de är, med en signerad biljett som gäller i högst tio minuter. Handläggaren ser då ”Verifierad av webbplatsen”. Identiteten öppnar inga andra samtal än besökarens egna.',
  handOverNone: 'Ingen nyckel är skapad. Webbplatsen kan inte tala om vilka besökarna är.',
  handOverSince: (p: { at: string }) => `Nyckeln skapades ${p.at}.`,
  handOverOverlap: (p: { until: string }) => `Den förra nyckeln gäller också, till ${p.until}.`,
  handOverMake: 'Skapa nyckel',
  handOverRotate: 'Byt nyckel',
  handOverRemove: 'Ta bort nyckeln',
  handOverMade: 'Den nya nyckeln',
  handOverMadeText:
    'Kopiera den nu till webbplatsens server. Den visas bara den här gången och får aldrig stå i en webbsida.',
  handOverMeanwhile:
    'En kollega har skapat eller tagit bort en nyckel under tiden. Inget ändrades. Nu ser du hur det är: välj igen.',
  handOverRemoved: 'Nyckeln är borttagen. Webbplatsens biljetter gäller inte längre.',
  handOverPage: 'I webbsidan',
  handOverPageText: 'Sidan hämtar en ny biljett från den egna servern när chatten öppnas.',
  handOverServer: (p: { language: string }) => `På servern: ${p.language}`,
  handOverServerText: 'Svarar med en biljett för den som är inloggad. Nyckeln läses ur miljön.',
};
