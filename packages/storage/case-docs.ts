import type { Case, CaseEntry, FileRef } from '@lotsa/protocol';

/**
 * A case with its whole log, so that one `update` under the condition of `seq` adds an entry and what it makes of the case
 * as one; `case` is the fold of the log.
 */
export type CaseDoc = Case & {
  log: CaseEntry[];
  /** SHA-256 of the secrets that open it to its visitor. */
  keyHashes: string[];
  /**
   * When the mails that its log calls for were called for first; null when all of them are in the outbox. Written with the
   * entry itself, so that a relay that ends between the two forgets none.
   */
  mailDueAt: number | null;
  /** The first entry whose mail may not be in the outbox; of no meaning when nothing is due. */
  mailSince: number;
  /** The hand-off that became this case and whose specialists are to be told (rule H4); null for none. */
  mailHandoffId: string | null;
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
