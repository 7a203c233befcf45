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
};

/** The words of one language. */
export type FeedbackMailWords = typeof feedbackSv;
