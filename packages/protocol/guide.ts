import * as v from 'valibot';
import { type Guide, ReviewOn } from './directory.ts';
import type { HitKind } from './knowledge.ts';
import * as LIMITS from './limits.ts';
import type { StaffRef } from './message.ts';
import { Language, Slug, Time, writtenText } from './primitives.ts';

const Title = writtenText(LIMITS.guideTitle);

/** What a guide says, as it is written. Swedish is always there; a language has a title and at least one step. */
export const GuideContent = v.pipe(
  v.object({
    departmentId: Slug,
    title: v.intersect([v.object({ sv: Title }), v.record(Language, Title)]),
    intro: v.record(Language, writtenText(LIMITS.guideStep)),
    steps: v.record(
      Language,
      v.pipe(
        v.array(writtenText(LIMITS.guideStep)),
        v.minLength(1, 'empty'),
        v.maxLength(LIMITS.guideSteps, 'too_many'),
      ),
    ),
    /** Where it is done: an e-service, a page. */
    url: v.nullable(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(LIMITS.page, 'too_long'),
        v.url('url'),
        v.regex(/^https?:/, 'url'),
      ),
    ),
    /** Left out by other systems: as it was. */
    reviewOn: v.optional(ReviewOn),
  }),
  v.forward(
    v.check(({ title, steps }) => Object.keys(title).every((language) => steps[language]), 'steps_missing'),
    ['steps'],
  ),
  v.forward(
    v.check(({ title, steps }) => Object.keys(steps).every((language) => title[language]), 'title_missing'),
    ['title'],
  ),
);
export type GuideContent = v.InferOutput<typeof GuideContent>;

/** What is being written of a guide, until it is published. */
export interface GuideDraft extends GuideContent {
  id: string;
  /** `review`: the department is asked; `approved`: it is published at `publishAt`. */
  state: 'draft' | 'review' | 'approved';
  /** Translations that were read against the Swedish text and are still right, though they were not changed. */
  confirmed: string[];
  /** The published version that it was begun from; 0 for a new guide. */
  basedOn: number;
  /** When it is published; null until it is approved. */
  publishAt: number | null;
  /** Counted up with every change, so that two editors do not write over each other. */
  revision: number;
  changedBy: StaffRef;
  changedAt: number;
  approvedBy: StaffRef | null;
  /** What the department wants changed. */
  comment: string | null;
}

/** A guide as it was published once. */
export interface GuideVersion extends GuideContent {
  guideId: string;
  version: number;
  publishedAt: number | null;
  changedBy: StaffRef | null;
  approvedBy: StaffRef | null;
}

/** What is done with a draft or a guide besides writing. */
export const GuideAction = v.variant('type', [
  /** Asks the department. */
  v.object({ type: v.literal('submit') }),
  /** The department says yes; it is published then, at once where the time has passed. */
  v.object({ type: v.literal('approve'), publishAt: Time }),
  v.object({ type: v.literal('sendBack'), comment: writtenText(LIMITS.reason) }),
  /** Back to writing, by an editor. */
  v.object({ type: v.literal('takeBack') }),
  /** Throws the draft away; what is published stays. */
  v.object({ type: v.literal('discard') }),
  /** Begins a draft with what an earlier version said. */
  v.object({ type: v.literal('restore'), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  /** It is no longer to be found or read; and back again. */
  v.object({ type: v.literal('withdraw'), withdrawn: v.boolean() }),
]);
export type GuideAction = v.InferOutput<typeof GuideAction>;

const Groups = v.pipe(
  v.array(v.pipe(v.array(writtenText(80)), v.minLength(2, 'two_words'), v.maxLength(60, 'too_many'))),
  v.maxLength(1_000, 'too_many'),
);

/** What editors know to mean the same, in one language: its tag is the id. Each group is expressions of one or more words. */
export const SynonymList = v.object({
  id: Language,
  groups: Groups,
  revision: v.optional(v.pipe(v.number(), v.integer()), 1),
});
export type SynonymList = v.InferOutput<typeof SynonymList>;

const revision = v.nullable(v.pipe(v.number(), v.integer()));

/** What a console may ask about guides and the search. */
export const guideRequests = {
  /** All guides and drafts. */
  'guides:list': v.object({}),
  /** One, with its history. */
  'guide:get': v.object({ id: Slug }),
  /** Writes the draft. `revision` is the draft's, null where there was none; `changed_meanwhile` when it is another by now. */
  'guide:save': v.object({ id: Slug, content: GuideContent, confirmed: v.array(Language), revision }),
  'guide:act': v.object({ id: Slug, action: GuideAction, revision }),
  'synonyms:list': v.object({}),
  /** What fits a question: guides and common answers by id, and earlier answers. */
  'knowledge:suggest': v.object({ question: writtenText(LIMITS.text), language: Language }),
  /** Earlier answers in closed conversations and cases that the user may read, the best first. */
  'answers:search': v.object({ question: writtenText(LIMITS.searchQuery), language: Language }),
  'synonyms:save': v.object({
    language: Language,
    groups: Groups,
    revision: v.pipe(v.number(), v.integer()),
  }),
} as const;

/** What was answered in a closed conversation or a case. */
export interface EarlierAnswer {
  id: string;
  /** `conversation`: `subject` is its id; `case`: its number. */
  of: 'conversation' | 'case';
  subject: string;
  language: string;
  topicId: string | null;
  departmentId: string | null;
  at: number;
  question: string;
  answer: string;
}

/** A guide with what is being written of it. */
export interface GuideEntry {
  /** As it is published; null before that. */
  guide: Guide | null;
  draft: GuideDraft | null;
  /** In the last 30 days: readers it helped, and those it did not. */
  helped: number;
  notHelped: number;
}

/** What those requests are answered with. */
export interface GuideAnswers {
  'guides:list': { entries: GuideEntry[] };
  'guide:get': GuideEntry & { versions: GuideVersion[] };
  'guide:save': GuideEntry;
  'guide:act': GuideEntry;
  'knowledge:suggest': { hits: { kind: HitKind; id: string }[]; earlier: EarlierAnswer[] };
  'answers:search': { answers: EarlierAnswer[] };
  'synonyms:list': { lists: SynonymList[] };
  'synonyms:save': SynonymList;
}
