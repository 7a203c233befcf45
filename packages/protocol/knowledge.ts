import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { Language, Slug, writtenText } from './primitives.ts';

/** What a search leads to. */
export const HitKind = v.picklist(['guide', 'answer']);
export type HitKind = v.InferOutput<typeof HitKind>;

/** The query of `GET /api/sites/{site}/search`. */
export const SearchQuery = v.object({
  q: writtenText(LIMITS.searchQuery),
  lang: v.optional(Language, 'sv'),
  /** `1`: the question is whole, not being typed any more; then a search that finds nothing is counted. */
  asked: v.optional(v.picklist(['0', '1']), '0'),
});

/** `POST /api/sites/{site}/helped` and `/not-helped`: what answered a question, or did not. Nothing says who asked. */
export const Helped = v.object({ kind: HitKind, id: Slug });
export type Helped = v.InferOutput<typeof Helped>;

/** One thing that may answer the question. */
export interface SearchHit {
  kind: HitKind;
  id: string;
  /** In `language`, which is the reader's where there is such a text. */
  title: string;
  excerpt: string;
  language: string;
  /** Where it is done: the e-service; null for none. */
  url: string | null;
}

/** A published guide in one language. */
export interface PublicGuide {
  id: string;
  /** The language it is given in: the reader's, or Swedish where it is not written in that. */
  language: string;
  title: string;
  intro: string | null;
  steps: string[];
  url: string | null;
  /** The Swedish text has changed since this one was translated. */
  outdated: boolean;
  /** The languages it is written in. */
  languages: string[];
  publishedAt: number | null;
}

/** A common question with its answer, in one language. */
export interface PublicAnswer {
  id: string;
  language: string;
  question: string;
  answer: string;
  /** The languages it is written in. */
  languages: string[];
  /** The guide that says more. */
  guideId: string | null;
}
