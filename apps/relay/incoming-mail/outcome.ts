import type { IncomingMailReason } from '@lotsa/protocol';

/** What became of a mail. */
export interface Outcome {
  state: 'taken' | 'ignored' | 'held' | 'failed';
  why: IncomingMailReason;
  caseNumber: string | null;
}

/** One that is in no case. */
export const outside = (state: Exclude<Outcome['state'], 'taken'>, why: IncomingMailReason): Outcome => ({
  state,
  why,
  caseNumber: null,
});
