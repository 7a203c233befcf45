import * as v from 'valibot';
import { Slug } from './primitives.ts';

/** The beginning of the address or path of pages, and who edits them. */
const PageEditors = v.object({
  prefix: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(300, 'too_long'),
    v.regex(/^(https?:\/\/|\/)[^\s"'<>?#]*$/, 'page'),
  ),
  userIds: v.pipe(v.array(Slug), v.minLength(1, 'required'), v.maxLength(20, 'too_many')),
});

const times = v.pipe(
  v.number('number'),
  v.integer('number'),
  v.minValue(1, 'number'),
  v.maxValue(1_000, 'number'),
);

/** How citizens' questions come back to those who can do something about them, decided for each site. */
export const FeedbackChoices = v.object({
  /** The longest prefix that fits decides; pages that none fits are all editors'. */
  pageEditors: v.pipe(
    v.array(PageEditors),
    v.maxLength(200, 'too_many'),
    v.check((list) => new Set(list.map(({ prefix }) => prefix)).size === list.length, 'twice'),
  ),
  /** From how many searches in vain, and how many thumbs-down in thirty days, a gap arises by itself. */
  searchesFrom: times,
  thumbsFrom: times,
});
export type FeedbackChoices = v.InferOutput<typeof FeedbackChoices>;

/** The choices of a site. */
export interface FeedbackSettings extends FeedbackChoices {
  siteId: string;
  /** How often they have been changed: who changes them names the one that it saw. */
  revision: number;
}

/** Asked by managers and administrators. */
export const feedbackSettingsRequests = {
  'feedback:settings': v.object({ siteId: Slug }),
  'feedback:set-settings': v.object({
    siteId: Slug,
    revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
    choices: FeedbackChoices,
  }),
} as const;

/** What they are answered with. `editors` are those that can be chosen. */
export interface FeedbackSettingsAnswers {
  'feedback:settings': { settings: FeedbackSettings; editors: { id: string; name: string }[] };
  'feedback:set-settings': FeedbackSettings;
}
