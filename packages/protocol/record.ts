import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { writtenText } from './primitives.ts';
import type { RecordRef } from './retention.ts';

/** One line of what a register says of a record (OSL 5 kap. 2 §), and of what Lotsa knows besides. */
export interface RecordFact {
  /** Names it where something is blacked out: `fact:{id}`. */
  id: string;
  label: string;
  text: string;
}

/** One thing that was written or happened, in words. */
export interface RecordEntry {
  seq: number;
  at: number;
  /** Who wrote it, as the record names them. */
  author: string;
  /** What it is: a message, an internal note, an event. */
  what: string;
  text: string;
  /** For the staff alone: what may not be an official document at all (TF 2 kap. 12 §). */
  internal: boolean;
}

/** A file of a record. Its bytes are not in the document; the checksum is theirs. */
export interface RecordFile {
  id: string;
  /** The entry that it came with. */
  seq: number;
  name: string;
  type: string;
  size: number;
  /** SHA-256, hexadecimal; null where the bytes are gone. */
  sha256: string | null;
}

/** A conversation or a case as a document in Swedish, as it stands in the diary and is given out. */
export interface RecordDocument {
  of: RecordRef;
  /** Up to which message or entry. */
  seq: number;
  facts: RecordFact[];
  entries: RecordEntry[];
  files: RecordFile[];
}

/** What is blacked out: UTF-16 code units `from` to `to`, not included, of a part (`fact:`, `author:`, `entry:`, `file:` and its id). */
export const Redaction = v.object({
  part: v.pipe(v.string(), v.regex(/^(fact|author|entry|file):[A-Za-z0-9_-]{1,64}$/, 'part')),
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.recordPart)),
  to: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.recordPart)),
});
export type Redaction = v.InferOutput<typeof Redaction>;

/** What is given out of a record, and why some of it is not. */
export const ReleaseRequest = v.object({
  redactions: v.pipe(v.array(Redaction), v.maxLength(LIMITS.redactions)),
  /** With what only the staff see. */
  internal: v.boolean(),
  /** The last message or entry that whoever chose has seen. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Who asked, and what was weighed. */
  reason: writtenText(LIMITS.reason),
  /** By which provisions something is blacked out, such as `OSL 21 kap. 1 §`; needed where something is. */
  ground: v.nullable(writtenText(LIMITS.legalGround)),
});
export type ReleaseRequest = v.InferOutput<typeof ReleaseRequest>;

/** A record that was given out. What was blacked out is kept as places, so that the same file can be made again. */
export interface Release extends ReleaseRequest {
  id: string;
  of: RecordRef;
  /** `conversation:{id}` or `case:{number}`. */
  recordId: string;
  at: number;
  by: { id: string; name: string };
  /** SHA-256 of the PDF. */
  checksum: string;
}
