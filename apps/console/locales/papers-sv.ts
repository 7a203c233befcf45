/** The papers that are made of the settings, in Swedish. */
export const papersSv = {
  papers: 'Dokument',
  papersAbout:
    'Mallar som är ifyllda med hur Lotsa är inställt just nu. Det som en människa måste avgöra är markerat i texten.',
  papersOpen: 'Visa och skriv ut',
  papersFile: 'Hämta som Markdown',
  papersIn: 'Dokumenten skrivs på',
  paper_record: 'Registerförteckning',
  paperAbout_record: 'Förteckning över behandlingar (artikel 30).',
  paper_impact: 'Konsekvensbedömning',
  paperAbout_impact: 'Bedömning av risker, med de skydd som är påslagna (artikel 35).',
  paper_privacy: 'Information om personuppgifter',
  paperAbout_privacy:
    'Det besökaren får veta (artikel 13). Finns också som en öppen sida för varje webbplats.',
  paper_accessibility: 'Tillgänglighetsredogörelse',
  paperAbout_accessibility: 'Enligt lagen om tillgänglighet till digital offentlig service.',
  paper_retention: 'Gallringsplan',
  paperAbout_retention: 'Gallringsreglerna som de är beslutade och inställda.',
  paper_incident: 'Rutin för personuppgiftsincidenter',
  paperAbout_incident: 'Vad som ska göras inom 72 timmar (artikel 33 och 34).',
  paper_backup: 'Säkerhetskopiering och återställning',
  paperAbout_backup: 'Steg för steg, för den lagring som används.',
};
