import * as protocol from '@lotsa/protocol';
import * as v from 'valibot';
import type { Describes } from './answers.ts';
import type { Operation } from './operation.ts';

const OpenData: Describes<protocol.OpenData> = v.strictObject({
  site: protocol.Slug,
  from: v.string(),
  to: v.string(),
  figures: v.array(
    v.strictObject({
      id: protocol.FigureId,
      name: protocol.Localised,
      definition: protocol.Localised,
      unit: protocol.FigureUnit,
      value: v.nullable(v.number()),
      of: v.nullable(v.number()),
    }),
  ),
  months: v.array(v.strictObject({ month: v.string(), contacts: v.nullable(v.number()) })),
});

const FORMAT = { name: 'format', description: '`json` (default) or `csv`.' };
const FROM = { name: 'from', description: 'First day, `YYYY-MM-DD`.' };
const TO = { name: 'to', description: 'Last day, `YYYY-MM-DD`.' };

/** Statistics as files, and as open data. */
export const statisticsOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/statistics': {
    get: {
      summary:
        'The statistics of a selection as a file, for managers, administrators and, of their departments, coordinators.',
      query: [
        FORMAT,
        { name: 'siteId', description: 'Id of the site.', required: true },
        { ...FROM, required: true },
        { ...TO, required: true },
        { name: 'channel', description: 'Only this channel.' },
        { name: 'departmentId', description: 'Only this department.' },
        { name: 'topicId', description: 'Only this topic.' },
        { name: 'language', description: 'Only this language.' },
        { name: 'compare', description: '`before` (default), `year` or `none`.' },
      ],
      answer: { status: 200, description: 'The file.', type: 'application/json' },
      signedIn: true,
      errors: [
        'invalid_payload',
        'unauthenticated',
        'forbidden',
        'step_up',
        'not_found',
        'rate_limited',
        'storage_unavailable',
        'internal',
      ],
    },
  },
  '/api/open-data/{site}': {
    get: {
      summary:
        'Figures that the municipality has chosen to publish, of whole months that are over: those that hold the days given, or the last twelve. Groups of fewer than five are null.',
      parameters: [{ name: 'site', description: 'Id of the site.' }],
      query: [
        FORMAT,
        { name: 'from', description: 'A day of the first month, `YYYY-MM-DD`.' },
        { name: 'to', description: 'A day of the last month, `YYYY-MM-DD`.' },
      ],
      answer: { status: 200, description: 'The figures, with how each is counted.', json: OpenData },
      errors: ['invalid_payload', 'not_found', 'rate_limited', 'storage_unavailable', 'internal'],
    },
  },
});
