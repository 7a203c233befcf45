import { staffSv } from '../../mail/words/staff-sv.ts';

/** The words of mails about feedback, in Swedish: English has the same. */
export const feedbackSv = {
  footer: staffSv.footer,
  choose: staffSv.choose,
  gapsSubject: (n: number) => (n === 1 ? '1 brist på webben väntar' : `${n} brister på webben väntar`),
  gapsIntro: 'Det här saknas eller är otydligt på sidor som du ansvarar för.',
  gapsNew: 'Nya den senaste veckan',
  gapsOpen: 'Öppna i allt',
  gapsInWork: 'Under arbete',
  gapsPages: 'Sidor',
  gapsNoPage: 'Sökningar utan träff',
  gapsLink: 'Se bristerna i Lotsa',
  surveySubject: (centre: string) => `Avlastar ${centre} dig?`,
  surveyIntro: (centre: string, until: string) =>
    `Vi frågar förvaltningarna två gånger om året hur ${centre} fungerar för er. Det tar en minut. Svara senast ${until}.`,
  surveyAnonymous:
    'Svaren är anonyma: vi sparar varken vem som svarade eller när. Du kan svara en gång, här eller i Lotsa.',
  surveyLink: 'Svara på enkäten',
  surveyScale: 'Välj det som stämmer bäst för varje fråga.',
  surveyGrade: {
    1: '1 – inte alls',
    2: '2 – lite',
    3: '3 – ganska',
    4: '4 – mycket',
    5: '5 – helt och hållet',
  },
  surveyMissing: 'Det finns frågor kvar att svara på.',
  surveyChoose: 'Välj ett svar',
  surveySend: 'Skicka svaren',
  surveyThanks: 'Tack för dina svar',
  surveyThanksText: 'De räknas med när omgången stänger.',
  surveyGone: 'Enkäten kan inte besvaras här',
  surveyGoneText: 'Den är redan besvarad, eller så har omgången stängt.',
};

/** The words of one language. */
export type FeedbackMailWords = typeof feedbackSv;
