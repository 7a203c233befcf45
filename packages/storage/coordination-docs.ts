/**
 * Who does something of which only one may be done at a time, on whichever relay: whoever inserts the document, or
 * changes the one whose time has run out.
 */
export interface LeaseDoc {
  id: string;
  /** The holder's own word; empty when it was given back. */
  holder: string;
  until: number;
}

/** What is counted: one document for each series. */
export interface CounterDoc {
  id: string;
  /** The last one that was given out. */
  value: number;
}
