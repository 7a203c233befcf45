import * as v from 'valibot';
import { MailRequest, Submission, Supplement, Withdrawal } from '@lotsa/protocol';
import { Forms, OneForm, SentFile, Submitted, VisitorCase } from './answers.ts';
import { CHANGES, type Operation } from './operation.ts';

const SITE = { name: 'site', description: 'Id of the site that embeds the widget.' };
const FORM = { name: 'form', description: 'Id of the form.' };
const NUMBER = { name: 'number', description: 'Number of the case, EKH-2026-000123.' };

/** Forms, cases and files: what works without sockets. */
export const caseOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/sites/{site}/forms': {
    get: {
      summary: 'The forms of a site.',
      parameters: [SITE],
      answer: { status: 200, description: 'Forms as data.', json: Forms },
      errors: ['not_found', 'storage_unavailable', 'internal'],
    },
  },
  '/api/sites/{site}/forms/{form}': {
    get: {
      summary: 'One form, with the departments that its fields may offer.',
      parameters: [SITE, FORM],
      answer: { status: 200, description: 'The form.', json: OneForm },
      errors: ['not_found', 'storage_unavailable', 'internal'],
    },
    post: {
      summary:
        'Send what was filled in; it becomes a case. The same again with the same id is the same case. ' +
        'What is wrong is told by field with `invalid_form`.',
      parameters: [SITE, FORM],
      body: Submission,
      upload: '`id`, `language`, and the fields of the form, files among them, by their names.',
      answer: { status: 201, description: 'The case, with the secret that opens it.', json: Submitted },
      errors: [...CHANGES, 'not_found', 'invalid_form', 'rate_limited'],
    },
  },
  '/api/cases/{number}': {
    get: {
      summary: 'A case, for whoever has its secret. A wrong number and a wrong secret are answered alike.',
      parameters: [NUMBER],
      answer: { status: 200, description: 'The case as its visitor sees it.', json: VisitorCase },
      errors: ['not_found', 'rate_limited', 'storage_unavailable', 'internal'],
      bearer: true,
    },
  },
  '/api/cases/{number}/supplements': {
    post: {
      summary: 'Add something to a case.',
      parameters: [NUMBER],
      body: Supplement,
      upload: '`id`, `text`, and files with the name `files`.',
      answer: { status: 200, description: 'The case with it.', json: VisitorCase },
      errors: [...CHANGES, 'not_found', 'case_closed', 'invalid_form', 'rate_limited'],
      bearer: true,
    },
  },
  '/api/cases/{number}/withdrawal': {
    post: {
      summary: 'Withdraw a case.',
      parameters: [NUMBER],
      body: Withdrawal,
      answer: { status: 200, description: 'The case, which has ended.', json: VisitorCase },
      errors: [...CHANGES, 'not_found', 'case_closed', 'rate_limited'],
      bearer: true,
    },
  },
  '/api/conversations/{id}/files': {
    post: {
      summary:
        'Put a file into a conversation, as a message. For its visitor (cookie or token) and the staff who write in it.',
      parameters: [{ name: 'id', description: 'Id of the conversation.' }],
      upload: '`id` of the message, and one file with the name `file`.',
      answer: { status: 201, description: 'The message; staff get it as they see it.', json: SentFile },
      errors: [...CHANGES, 'not_found', 'forbidden', 'conversation_closed', 'invalid_form', 'rate_limited'],
      bearer: true,
      signedIn: true,
    },
  },
  '/api/conversations/{id}/mails': {
    post: {
      summary:
        'Its visitor (cookie or token) gets what was said, or a link that opens it on another device, by mail. ' +
        'What is secret is not sent (`forbidden`). The same again with the same id is the same mail.',
      parameters: [{ name: 'id', description: 'Id of the conversation.' }],
      body: MailRequest,
      answer: { status: 204, description: 'It is on its way.' },
      errors: [...CHANGES, 'not_found', 'forbidden', 'rate_limited', 'overloaded'],
      bearer: true,
    },
  },
  '/api/conversations/{id}/erasing': {
    get: {
      summary: 'Whether its visitor (cookie or token) may erase it now.',
      parameters: [{ name: 'id', description: 'Id of the conversation.' }],
      answer: { status: 200, description: 'Whether.', json: v.object({ allowed: v.boolean() }) },
      errors: ['not_found', 'storage_unavailable'],
      bearer: true,
    },
  },
  '/api/conversations/{id}': {
    delete: {
      summary:
        'Its visitor (cookie or token) erases it: when it is over and of little importance, nothing holds it, and the ' +
        'retention rule in force lets visitors. It cannot be undone.',
      parameters: [{ name: 'id', description: 'Id of the conversation.' }],
      answer: { status: 204, description: 'It is erased.' },
      errors: ['not_found', 'forbidden', 'foreign_origin', 'storage_unavailable'],
      bearer: true,
    },
  },
  '/api/files/{id}': {
    get: {
      summary:
        'The bytes of a file, for whoever may see the conversation or case it belongs to. ' +
        'The secret of a case may also be the query `key`, for links.',
      parameters: [{ name: 'id', description: 'Id of the file.' }],
      answer: { status: 200, description: 'The file.', type: 'application/octet-stream' },
      errors: ['not_found', 'rate_limited', 'storage_unavailable', 'internal'],
      bearer: true,
      signedIn: true,
    },
  },
});
