import { PackageRequest } from '@lotsa/protocol';
import { Releasing } from '../releasing.ts';
import { CHANGES, type Operation } from './operation.ts';

const RECORD = [
  { name: 'type', description: '`conversation` or `case`.' },
  { name: 'id', description: 'Id of the conversation, or number of the case.' },
];

/** Records as they leave the house. */
export const recordOperations = (): Record<string, Record<string, Operation>> => ({
  '/api/records/{type}/{id}/package': {
    post: {
      summary:
        'A record for the diary: PDF/A-2b, JSON, XML and its files, with a manifest of SHA-256 of each. For its owner, managers ' +
        'and registrars; of a secret one a registrar gives a `reason` (`reason_needed`).',
      parameters: RECORD,
      body: PackageRequest,
      answer: { status: 200, description: 'The package.', type: 'application/zip' },
      errors: [
        ...CHANGES,
        'unauthenticated',
        'step_up',
        'forbidden',
        'not_found',
        'reason_needed',
        'rate_limited',
      ],
      signedIn: true,
    },
  },
  '/api/records/{type}/{id}/releases': {
    post: {
      summary:
        'Gives out a record as PDF/A-2b; what is blacked out is not in the file. `ground` is needed where something is. ' +
        'With `preview` nothing is given out.',
      parameters: RECORD,
      body: Releasing,
      answer: { status: 200, description: 'The file.', type: 'application/pdf' },
      errors: [
        ...CHANGES,
        'unauthenticated',
        'step_up',
        'forbidden',
        'not_found',
        'reason_needed',
        'rate_limited',
      ],
      signedIn: true,
    },
  },
  '/api/releases/{id}': {
    get: {
      summary:
        'The file that was given out, once more. `wrong_status` where it cannot be made again as it was.',
      parameters: [{ name: 'id', description: 'Id of the release.' }],
      answer: { status: 200, description: 'The file.', type: 'application/pdf' },
      errors: [
        'unauthenticated',
        'step_up',
        'forbidden',
        'not_found',
        'wrong_status',
        'rate_limited',
        'storage_unavailable',
        'internal',
      ],
      signedIn: true,
    },
  },
});
