import type { EarlierAnswer, GuideDraft, GuideVersion } from '@lotsa/protocol';

/** What is being written of a guide. Its id is the guide's. */
export type GuideDraftDoc = GuideDraft & { guideId: string };

/** A guide as it was published once. Its id is `guide:version`. */
export type GuideVersionDoc = GuideVersion & { id: string };

/** How often a guide or an answer helped on a day. It names nobody. */
export interface HelpCountDoc {
  id: string;
  siteId: string;
  /** `YYYY-MM-DD`, at the site. */
  day: string;
  kind: 'guide' | 'answer';
  subjectId: string;
  helped: number;
  notHelped: number;
}

/** Something that was searched for and not found. It names nobody; numbers and addresses in it are masked. */
export interface SearchMissDoc {
  id: string;
  siteId: string;
  language: string;
  query: string;
  count: number;
  lastAt: number;
}

/**
 * A question and what was answered, of a closed conversation or a case that is not secret: what the search in earlier
 * answers reads. Written after the fact, and always to be checked against what it is of.
 */
export interface PassageDoc extends EarlierAnswer {
  siteId: string;
  /** The words it is found by, as the search compares them; each once. */
  words: string[];
}
