import { staffEn } from '../../mail/words/staff-en.ts';
import type { FeedbackMailWords } from './sv.ts';

/** The words of mails about feedback, in English. */
export const feedbackEn: FeedbackMailWords = {
  footer: staffEn.footer,
  choose: staffEn.choose,
  gapsSubject: (n) => (n === 1 ? '1 gap on the web is waiting' : `${n} gaps on the web are waiting`),
  gapsIntro: 'This is missing or unclear on pages that you edit.',
  gapsNew: 'New in the last week',
  gapsOpen: 'Open in all',
  gapsInWork: 'In work',
  gapsPages: 'Pages',
  gapsNoPage: 'Searches that found nothing',
  gapsLink: 'See the gaps in Lotsa',
  surveySubject: (centre) => `Does ${centre} relieve you?`,
  surveyIntro: (centre, until) =>
    `Twice a year we ask the departments how ${centre} works for you. It takes a minute. Please answer by ${until}.`,
  surveyAnonymous:
    'The answers are anonymous: we keep neither who answered nor when. You can answer once, here or in Lotsa.',
  surveyLink: 'Answer the survey',
  surveyScale: 'Choose what fits best for each question.',
  surveyGrade: {
    1: '1 – not at all',
    2: '2 – a little',
    3: '3 – fairly',
    4: '4 – very much',
    5: '5 – completely',
  },
  surveyMissing: 'There are questions left to answer.',
  surveyChoose: 'Choose an answer',
  surveySend: 'Send the answers',
  surveyThanks: 'Thank you for your answers',
  surveyThanksText: 'They are counted when the round closes.',
  surveyGone: 'The survey cannot be answered here',
  surveyGoneText: 'It has been answered already, or the round has closed.',
};
