import { Helped, PublicEServices } from '@lotsa/protocol';
import { PublicAnswer, PublicGuide, SearchHits } from './knowledge-answers.ts';
import { CHANGES, type Operation } from './operation.ts';

const SITE = { name: 'site', description: 'Id of the site.' };
const LANG = { name: 'lang', description: 'Language tag of the reader; Swedish when left out.' };
const ASKED = {
  name: 'asked',
  description: '`1` when the question is whole: a search that finds nothing is then counted.',
};

const judgement = (summary: string): Operation => ({
  summary,
  parameters: [SITE],
  body: Helped,
  answer: { status: 204, description: 'Counted, by day. Nothing says who asked.' },
  errors: [...CHANGES, 'not_found', 'rate_limited'],
});

/** Guides, answers, and the search in them. */
export const knowledgeOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/sites/{site}/e-services': {
    get: {
      summary:
        'What can be done on the web about a topic, in the reader’s language where there is such a text.',
      parameters: [SITE],
      query: [{ name: 'topic', description: 'Id of the topic.', required: true }, LANG],
      answer: { status: 200, description: 'E-services, none where there are none.', json: PublicEServices },
      errors: ['invalid_payload', 'not_found', 'rate_limited', 'storage_unavailable', 'internal'],
    },
  },
  '/api/sites/{site}/search': {
    get: {
      summary:
        'What may answer a question: at most three guides and answers, best first; none where none fits.',
      parameters: [SITE],
      query: [{ name: 'q', description: 'The question.', required: true }, LANG, ASKED],
      answer: { status: 200, description: 'What was found.', json: SearchHits },
      errors: ['invalid_payload', 'not_found', 'rate_limited', 'storage_unavailable', 'internal'],
    },
  },
  '/api/sites/{site}/guides/{guide}': {
    get: {
      summary: 'A published guide, in the language asked for or in Swedish.',
      parameters: [SITE, { name: 'guide', description: 'Id of the guide.' }],
      query: [LANG],
      answer: { status: 200, description: 'The guide.', json: PublicGuide },
      errors: ['not_found', 'storage_unavailable', 'internal'],
    },
  },
  '/api/sites/{site}/answers/{answer}': {
    get: {
      summary: 'A common question with its answer, in the language asked for or in Swedish.',
      parameters: [SITE, { name: 'answer', description: 'Id of the question.' }],
      query: [LANG],
      answer: { status: 200, description: 'The answer.', json: PublicAnswer },
      errors: ['not_found', 'storage_unavailable', 'internal'],
    },
  },
  '/api/sites/{site}/helped': { post: judgement('It answered my question.') },
  '/api/sites/{site}/not-helped': { post: judgement('It did not answer my question.') },
});
