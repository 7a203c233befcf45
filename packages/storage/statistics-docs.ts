import type { PackedFact, PresenceDay } from '@lotsa/core';
import type { StatSettings } from '@lotsa/protocol';

/**
 * What ended at a site on a day, told by nobody's name. Kept when the conversations are erased: statistics are preserved. Built
 * anew until nobody can come back any more (rule O5).
 */
export interface StatDayDoc {
  /** `site:day`. */
  id: string;
  siteId: string;
  /** `YYYY-MM-DD`, at the site. */
  day: string;
  facts: PackedFact[];
  /** How many questions were asked from each page; no secret ones. */
  pages: [page: string, questions: number][];
  /** 1: it does not change any more. */
  final: 0 | 1;
  /** When it was built; 0 for what was made up. */
  builtAt: number;
  /** Made up, for the demo. */
  demo: boolean;
}

/** Agents that were there on a day, by half hour of Swedish time. Its id is the day. It names nobody. */
export interface PresenceDayDoc extends PresenceDay {
  id: string;
  counted: number[];
  looks: number[];
  lookedAt: number;
}

/** Targets of a site and how they came to be. Its id is the site's. */
export type StatSettingsDoc = StatSettings & { id: string };
