import type { Catalogue } from '@lotsa/ui';
import type { closingSv } from './closing-sv.ts';

/** Closing a question, in English. */
export const closingEn: Catalogue<typeof closingSv> = {
  closeTitle: 'Close the question',
  outcome: 'Outcome',
  outcomeMissing: 'Choose how the question was resolved.',
  topic: 'Topic',
  topicMissing: 'Choose a topic.',
  topicChoose: 'Choose a topic …',
  closeWarning: 'The visitor is still in the chat. It ends when you close the question.',
  closeHandOffs: 'Open hand-offs end as well.',
  closeSend: 'Close the question',
  closedDone: 'The question is closed.',
  outcome_answered: 'Answered directly',
  outcome_guided: 'Guided',
  outcome_answeredBySpecialist: 'Answered by a specialist',
  outcome_caseRegistered: 'Case registered',
  outcome_abandoned: 'Abandoned',
  outcome_spam: 'Spam',
  outcomeHint_answered: 'The contact centre gave the whole answer.',
  outcomeHint_guided: 'The visitor was helped to do it: an e-service, a page or a guide.',
  outcomeHint_answeredBySpecialist: 'A specialist of the department gave the answer.',
  outcomeHint_caseRegistered: 'The question goes on as a case with the department.',
  outcomeHint_abandoned: 'The visitor left before the question was answered.',
  outcomeHint_spam: 'Not a question to the municipality. Left out of the statistics.',
};
