import type { ErrorCode } from '@lotsa/protocol';
import type { GenericSchema } from 'valibot';

interface Answer {
  status: number;
  description: string;
  json?: GenericSchema;
  type?: string;
}

/** One operation, as it is described. */
export interface Operation {
  summary: string;
  body?: GenericSchema;
  /** Takes files too, as `multipart/form-data`: what its fields are. */
  upload?: string;
  answer: Answer;
  /** What it may answer instead, besides refusals. */
  otherAnswer?: Answer;
  errors?: ErrorCode[];
  parameters?: { name: string; description: string }[];
  query?: { name: string; description: string; required?: boolean }[];
  /** Answers by the staff's session cookie, if there is one. */
  asWho?: boolean;
  /** Needs the staff's session cookie. */
  signedIn?: boolean;
  /** Needs a secret or a visitor's token as `Authorization: Bearer`. */
  bearer?: boolean;
  /** Needs a key of the API as `Authorization: Bearer`. */
  key?: boolean;
}

/** What every request that reads from the store may be refused with. */
export const READS: ErrorCode[] = ['storage_unavailable', 'internal'];

/** What every request that changes something may be refused with. */
export const CHANGES: ErrorCode[] = ['invalid_payload', 'foreign_origin', ...READS];
