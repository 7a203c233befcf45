/** What every document on its way out of the house has. */
export interface OutgoingDoc {
  id: string;
  createdAt: number;
  tries: number;
  /** When it is tried next; whoever moves it on under the condition of what it was may try. Null when it has ended. */
  nextTryAt: number | null;
  /** It is no use any more after this. */
  giveUpAt: number;
  endedAt: number | null;
  error: string | null;
}
