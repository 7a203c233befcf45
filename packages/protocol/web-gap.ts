import * as v from 'valibot';
import { CaseNumber } from './case.ts';
import * as LIMITS from './limits.ts';
import type { StaffRef } from './message.ts';
import { Id, Slug, writtenText } from './primitives.ts';

/** Where a gap is: `declined` is not to be mended, and says why. */
export const WebGapState = v.picklist(['new', 'inWork', 'mended', 'declined']);
export type WebGapState = v.InferOutput<typeof WebGapState>;

/**
 * How it came: somebody of the staff marked it, a search found nothing, or readers said that a guide or an answer did not
 * help them.
 */
export type WebGapSource = 'staff' | 'search' | 'guide' | 'answer';

/** A page of the web as gaps name it: an address or a path, without query and fragment. */
const Page = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(LIMITS.page, 'too_long'),
  v.regex(/^(https?:\/\/|\/)[^\s"'<>]*$/, 'page'),
);

/** Something that is missing or unclear on the web, followed until it is mended (rule F1). */
export interface WebGap {
  id: string;
  siteId: string;
  /** The page without query and fragment; empty where it is not known which (a search). */
  page: string;
  source: WebGapSource;
  /** What is missing, in the words of whoever marked it; empty of what came by itself. */
  missing: string;
  /** Citizens' own words, masked. */
  words: string[];
  /** The title of the guide or answer that did not help; empty otherwise. */
  title: string;
  topicId: string | null;
  state: WebGapState;
  /** 1 until it is mended or declined. */
  open: 0 | 1;
  /** How often: 1 of what was marked; searches in vain so far, or thumbs-down within thirty days. */
  count: number;
  at: number;
  /** Null: it came by itself. */
  by: StaffRef | null;
  /** When it was mended or declined. */
  endedAt: number | null;
  /** The latest last. */
  log: WebGapEntry[];
}

/** What became of a gap. `by` null: it came back by itself, for people went on asking. */
export interface WebGapEntry {
  at: number;
  by: StaffRef | null;
  state: WebGapState;
  /** What was done, or why it is not to be mended. */
  text: string;
}

/** A page with gaps, and the questions about it. */
export interface WebGapView {
  gap: WebGap;
  /** Who edits the page. */
  editors: StaffRef[];
  /** Other gaps of the same page, the open ones first; at most twenty. */
  others: Pick<WebGap, 'id' | 'missing' | 'title' | 'words' | 'source' | 'state' | 'at' | 'count'>[];
  /** Null of a gap without a page. */
  questions: PageQuestions | null;
}

/** Seven days, and how many questions were asked from a page. `from` is the first of them. */
export interface PageWeek {
  from: string;
  questions: number;
}

/** Questions that were asked from a page, week by week: before it was mended and after, or up to now. */
export interface PageQuestions {
  before: PageWeek[];
  after: PageWeek[];
  /** A week, on average; null where there is no whole week. */
  meanBefore: number | null;
  meanAfter: number | null;
}

/** What staff may ask about web gaps. */
export const webGapRequests = {
  /** Marks one, from a conversation or a case that the user reads. `words` are masked again. */
  'gap:mark': v.object({
    /** Of the gap: a retry has the same one (rule D2). */
    id: Id,
    of: v.variant('type', [
      v.object({ type: v.literal('conversation'), id: Id }),
      v.object({ type: v.literal('case'), id: CaseNumber }),
    ]),
    page: Page,
    missing: writtenText(LIMITS.reason),
    words: v.pipe(v.array(writtenText(LIMITS.gapWords)), v.maxLength(LIMITS.gapQuotes, 'too_many')),
  }),
  /** Gaps by page. `mine`: of pages that this user edits. */
  'gaps:list': v.object({
    siteId: Slug,
    open: v.boolean(),
    mine: v.boolean(),
    after: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
  }),
  'gap:get': v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  /** `seen` is the state that the user saw; `declined` needs a text. */
  'gap:change': v.pipe(
    v.object({
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      seen: WebGapState,
      state: WebGapState,
      text: v.nullable(writtenText(LIMITS.reason)),
    }),
    v.forward(
      v.check(({ state, text }) => state !== 'declined' || text !== null, 'required'),
      ['text'],
    ),
  ),
} as const;

/** What they are answered with. */
export interface WebGapAnswers {
  'gap:mark': null;
  'gaps:list': { gaps: WebGap[]; next: string | null };
  'gap:get': WebGapView;
  'gap:change': WebGap;
}
