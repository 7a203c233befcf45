import { Setup, Visit } from '@lotsa/protocol';
import type { ErrorCode } from '@lotsa/protocol';
import { STATUSES } from '../statuses.ts';
import { apiOperations } from './api-paths.ts';
import { caseOperations } from './case-paths.ts';
import { recordOperations } from './record-paths.ts';
import { administrationOperations } from './administration-paths.ts';
import { subjectOperations } from './subject-paths.ts';
import { signInOperations } from './sign-in-paths.ts';
import { identityOperations } from './identity-paths.ts';
import { statisticsOperations } from './statistics-paths.ts';
import { knowledgeOperations } from './knowledge-paths.ts';
import { Me, VisitAnswer } from './answers.ts';
import { CHANGES, type Operation } from './operation.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

/** What the description gives, by path and method. */
export const OPERATIONS: Record<string, Record<string, Operation>> = {
  ...signInOperations(),
  '/api/setup': {
    post: {
      summary: 'Make the first administrator of an empty store, with the link printed at the start.',
      body: Setup,
      answer: { status: 201, description: 'The administrator, who can sign in now.', json: Me },
      errors: [...CHANGES, 'not_found', 'forbidden'],
    },
  },
  '/api/sites/{site}/visit': {
    post: {
      summary: 'A panel was opened: who the visitor is, and what the panel starts from.',
      parameters: [{ name: 'site', description: 'Id of the site that embeds the widget.' }],
      body: Visit,
      answer: { status: 200, description: 'What the panel starts from.', json: VisitAnswer },
      errors: [...CHANGES, 'not_found'],
    },
  },
  ...identityOperations(),
  ...caseOperations(),
  ...knowledgeOperations(),
  ...statisticsOperations(),
  ...recordOperations(),
  ...administrationOperations(),
  ...subjectOperations(),
  ...apiOperations(),
  '/api/openapi.json': {
    get: {
      summary: 'This description.',
      answer: { status: 200, description: 'OpenAPI 3.1.', type: 'application/json' },
    },
  },
  '/healthz': {
    get: {
      summary: 'The process is alive.',
      answer: { status: 200, description: 'Alive.', type: 'application/json' },
    },
  },
  '/readyz': {
    get: {
      summary: 'Able to serve: the storage answers, and the relay is not going down.',
      answer: { status: 200, description: 'Ready.', type: 'application/json' },
      otherAnswer: { status: 503, description: 'Not ready.', type: 'application/json' },
    },
  },
  '/metrics': {
    get: {
      summary: 'Figures for Prometheus.',
      answer: { status: 200, description: 'The text exposition format.', type: 'text/plain' },
    },
  },
};

/** The `paths` of the description. */
export function paths(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, it]) => [method, operation(it)])),
    ]),
  );
}

function operation({
  summary,
  body,
  upload,
  answer,
  otherAnswer,
  errors = [],
  parameters = [],
  query = [],
  ...who
}: Operation): JsonSchema {
  return {
    summary,
    ...(parameters.length + query.length > 0 && {
      parameters: [
        ...parameters.map((it) => ({ ...it, in: 'path', required: true, schema: { type: 'string' } })),
        ...query.map((it) => ({ ...it, in: 'query', schema: { type: 'string' } })),
      ],
    }),
    ...((body ?? upload) !== undefined && {
      requestBody: { required: true, content: { ...(body && json(jsonSchema(body))), ...multipart(upload) } },
    }),
    ...(who.asWho && { security: [{ staff: [] }, {}] }),
    ...(who.key && { security: [{ key: [] }] }),
    ...((who.signedIn ?? who.bearer) && {
      security: [...(who.bearer ? [{ secret: [] }] : []), ...(who.signedIn ? [{ staff: [] }] : [])],
    }),
    responses: {
      [answer.status]: success(answer),
      ...(otherAnswer && { [otherAnswer.status]: success(otherAnswer) }),
      ...refusals(errors),
    },
  };
}

function success({ description, json: schema, type }: Operation['answer']): JsonSchema {
  if (schema) return { description, content: json(jsonSchema(schema)) };
  return type ? { description, content: { [type]: {} } } : { description };
}

function refusals(errors: ErrorCode[]): Record<string, JsonSchema> {
  const content = json({ $ref: '#/components/schemas/Error' });
  return Object.fromEntries(
    errors.map((code) => {
      const alike = errors.filter((other) => STATUSES[other] === STATUSES[code]);
      return [STATUSES[code], { description: alike.join(', '), content }];
    }),
  );
}

function multipart(description: string | undefined): JsonSchema {
  return description === undefined
    ? {}
    : { 'multipart/form-data': { schema: { type: 'object', description } } };
}

function json(schema: JsonSchema): JsonSchema {
  return { 'application/json': { schema } };
}
