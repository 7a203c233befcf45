import * as protocol from '@lotsa/protocol';
import type { ErrorCode } from '@lotsa/protocol';
import { type Operation, READS } from './operation.ts';

const MAY: ErrorCode[] = ['unauthenticated', 'forbidden', 'rate_limited', ...READS];
const LIMIT = { name: 'limit', description: 'From 1 to 100; 50 when left out.' };
const AFTER = { name: 'after', description: '`next` of the page before; left out for the first.' };
const PAGE = [LIMIT, AFTER];
const NUMBER = { name: 'number', description: 'Number of the case, EKH-2026-000123.' };
const ID = (of: string) => ({ name: 'id', description: `Id of the ${of}.` });

/** What other systems ask with a key; `scopes` of a key say which of it. */
export const apiOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/v1/directory': {
    get: {
      summary:
        'What other records name: sites, departments, topics and types of case. Scope `directory:read`.',
      answer: { status: 200, description: 'By id and name.', json: protocol.ApiDirectory },
      errors: MAY,
      key: true,
    },
  },
  '/api/v1/sites/{site}/status': {
    get: {
      summary: 'Whether a site answers now, and how long its queue is. Scope `directory:read`.',
      parameters: [{ name: 'site', description: 'Id of the site.' }],
      answer: { status: 200, description: 'Now.', json: protocol.ApiSiteStatus },
      errors: [...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/conversations': {
    get: {
      summary:
        'Conversations by their facts, the latest first. Of secret ones only that they exist. Scope `conversations:read`.',
      query: [
        ...PAGE,
        { name: 'state', description: '`open` (default) or `closed`.' },
        { name: 'since', description: 'Only what something happened in since, in milliseconds since 1970.' },
      ],
      answer: { status: 200, description: 'A page.', json: protocol.ApiConversations },
      errors: ['invalid_payload', ...MAY],
      key: true,
    },
  },
  '/api/v1/conversations/{id}': {
    get: {
      summary: 'One conversation; a secret one is `forbidden`. Scope `conversations:read`.',
      parameters: [ID('conversation')],
      answer: { status: 200, description: 'Its facts.', json: protocol.ApiConversation },
      errors: [...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/conversations/{id}/messages': {
    get: {
      summary:
        'What was written in it, from the beginning; a secret one is `forbidden`. Scope `conversations:read`.',
      parameters: [ID('conversation')],
      query: PAGE,
      answer: { status: 200, description: 'A page.', json: protocol.ApiMessages },
      errors: ['invalid_payload', ...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/cases': {
    get: {
      summary:
        'Cases by their facts: open ones by promised date, ended ones the latest first. Scope `cases:read`.',
      query: [
        ...PAGE,
        { name: 'state', description: '`open` (default) or `ended`.' },
        {
          name: 'department',
          description: 'Only this department’s; the empty string is the contact centre’s own.',
        },
      ],
      answer: { status: 200, description: 'A page.', json: protocol.ApiCases },
      errors: ['invalid_payload', ...MAY],
      key: true,
    },
    post: {
      summary:
        'Open a case. The same again with the same `id` is the same case. Whoever left an address gets its number and a link. Scope `cases:write`.',
      body: protocol.ApiNewCase,
      answer: { status: 201, description: 'The case.', json: protocol.ApiCase },
      errors: ['invalid_payload', ...MAY],
      key: true,
    },
  },
  '/api/v1/cases/{number}': {
    get: {
      summary: 'One case with its log; a secret one is `forbidden`. Scope `cases:read`.',
      parameters: [NUMBER],
      answer: { status: 200, description: 'The case.', json: protocol.ApiWholeCase },
      errors: [...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/cases/{number}/status': {
    get: {
      summary: 'Where a case stands, a secret one too. Scope `cases:read`.',
      parameters: [NUMBER],
      answer: { status: 200, description: 'Its status.', json: protocol.ApiCaseStatus },
      errors: [...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/cases/{number}/entries': {
    post: {
      summary:
        'Add a note, an answer to the citizen, or a status. The same again with the same `id` changes nothing. Scope `cases:write`.',
      parameters: [NUMBER],
      body: protocol.ApiNewEntry,
      answer: { status: 201, description: 'The case with it.', json: protocol.ApiWholeCase },
      errors: ['invalid_payload', ...MAY, 'not_found', 'case_closed'],
      key: true,
    },
  },
  '/api/v1/guides': {
    get: {
      summary: 'Guides as they are published; those that were withdrawn say so. Scope `guides:read`.',
      query: PAGE,
      answer: { status: 200, description: 'A page.', json: protocol.ApiGuides },
      errors: ['invalid_payload', ...MAY],
      key: true,
    },
  },
  '/api/v1/guides/{id}': {
    get: {
      summary: 'One guide. Scope `guides:read`.',
      parameters: [ID('guide')],
      answer: { status: 200, description: 'The guide.', json: protocol.Guide },
      errors: [...MAY, 'not_found'],
      key: true,
    },
    put: {
      summary:
        'Publish a guide that is written elsewhere. `changed_meanwhile` where another version is published, or somebody is writing it here. Scope `guides:write`.',
      parameters: [ID('guide')],
      body: protocol.ApiGuidePut,
      answer: { status: 200, description: 'As it is published.', json: protocol.Guide },
      errors: ['invalid_payload', ...MAY, 'changed_meanwhile'],
      key: true,
    },
    delete: {
      summary: 'Withdraw a guide: it is found and shown nowhere any more. Scope `guides:write`.',
      parameters: [ID('guide')],
      answer: { status: 204, description: 'Withdrawn.' },
      errors: [...MAY, 'not_found'],
      key: true,
    },
  },
  '/api/v1/statistics': {
    get: {
      summary: 'Figures of a period with how each is counted. Scope `statistics:read`.',
      query: [
        { name: 'siteId', description: 'Id of the site.', required: true },
        { name: 'from', description: 'First day, `YYYY-MM-DD`.', required: true },
        { name: 'to', description: 'Last day, `YYYY-MM-DD`.', required: true },
      ],
      answer: { status: 200, description: 'The figures.', json: protocol.ApiStatistics },
      errors: ['invalid_payload', ...MAY, 'not_found'],
      key: true,
    },
  },
});
