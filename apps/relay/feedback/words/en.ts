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
};
