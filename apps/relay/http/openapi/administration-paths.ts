import type * as protocol from '@lotsa/protocol';
import { ImportRequest } from '@lotsa/protocol';
import * as v from 'valibot';
import type { Describes } from './answers.ts';
import { CHANGES, type Operation, READS } from './operation.ts';

const ImportAnswer: Describes<protocol.ImportAnswer> = v.strictObject({
  changes: v.array(
    v.strictObject({
      kind: v.custom<protocol.MunicipalityKind>((kind) => typeof kind === 'string'),
      id: v.string(),
      change: v.picklist(['new', 'changed', 'gone']),
      fields: v.array(v.string()),
    }),
  ),
  unchanged: v.number(),
  plan: v.string(),
  applied: v.boolean(),
});

const MAY = ['unauthenticated', 'forbidden', 'rate_limited'] as const;

/** What administrators take out and in as files. */
export const administrationOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/settings/file': {
    get: {
      summary: 'Everything that is set up, as one file; for administrators.',
      answer: { status: 200, description: 'The file.', type: 'application/json' },
      errors: [...MAY, 'step_up', ...READS],
      signedIn: true,
    },
    post: {
      summary:
        'Compare a file with what is set up (`plan` null), or take it in by the `plan` of a comparison; for administrators.',
      body: ImportRequest,
      answer: { status: 200, description: 'What it would do, or has done.', json: ImportAnswer },
      errors: [...CHANGES, ...MAY, 'invalid_form', 'changed_meanwhile', 'last_administrator'],
      signedIn: true,
    },
  },
  '/api/audit': {
    get: {
      summary: 'Entries of the audit log as a file, the newest first; for administrators.',
      query: [
        { name: 'format', description: '`csv` or `json`.', required: true },
        { name: 'actor', description: 'Only what this user did.' },
        { name: 'subject', description: 'Only what was done to this.' },
        { name: 'from', description: 'From this time, in milliseconds since 1970.' },
        { name: 'to', description: 'Before this time, in milliseconds since 1970.' },
      ],
      answer: { status: 200, description: 'The file.', type: 'application/json' },
      errors: ['invalid_payload', ...MAY, 'step_up', ...READS],
      signedIn: true,
    },
  },
});
