import type { Case, CaseEntry, FileRef } from '@lotsa/protocol';

/**
 * A case with its whole log, so that one `update` under the condition of `seq` adds an entry and what it makes of the case
 * as one; `case` is the fold of the log.
 */
export type CaseDoc = Case & {
  log: CaseEntry[];
  /** SHA-256 of the secrets that open it to its visitor. */
  keyHashes: string[];
};

/** A file that was taken in. Its bytes are elsewhere, under the same id. */
export type FileDoc = FileRef & {
  createdAt: number;
  /** 0 until it belongs to something: what stays so is removed, for nobody can see it. */
  attached: 0 | 1;
  /** What may take it: SHA-256 of the id that a form is filled in under, or `conversation:{id}`. */
  claim: string;
  /** What it belongs to. Whoever may see that may see the file. */
  of: { type: 'case' | 'conversation'; id: string } | null;
};
