import { type Operation, READS } from './operation.ts';

/** What is about people's right to their own data, and the papers about it. */
export const subjectOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/subject-requests/{id}/extract': {
    get: {
      summary:
        'Everything about the person of a request as a ZIP of pages and JSON; for registrars and administrators.',
      parameters: [{ name: 'id', description: 'Id of the request.' }],
      answer: { status: 200, description: 'The file.', type: 'application/zip' },
      errors: [
        'invalid_payload',
        'unauthenticated',
        'forbidden',
        'not_found',
        'rate_limited',
        'step_up',
        ...READS,
      ],
      signedIn: true,
    },
  },
  '/api/papers/{paper}': {
    get: {
      summary: 'A paper made of the running settings; for administrators.',
      parameters: [{ name: 'paper', description: 'Name of the paper.' }],
      query: [
        { name: 'language', description: '`sv` or `en`.' },
        { name: 'format', description: '`html` or `markdown`.' },
      ],
      answer: { status: 200, description: 'The paper.', type: 'text/html' },
      errors: ['invalid_payload', 'unauthenticated', 'forbidden', 'rate_limited', ...READS],
      signedIn: true,
    },
  },
});
