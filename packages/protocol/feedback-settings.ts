import * as v from 'valibot';
import { localisedText, Slug } from './primitives.ts';

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

/** A day of every year, `MM-DD`. */
const DayOfYear = v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'day_of_year'));
const whole = (least: number, most: number) =>
  v.pipe(v.number('number'), v.integer('number'), v.minValue(least, 'number'), v.maxValue(most, 'number'));

/** What the departments are asked about the centre, and when (rule F4). */
const InternalSurvey = v.object({
  /** Each on a scale of 1 to 5. */
  questions: v.pipe(
    v.array(v.object({ id: Slug, question: localisedText(300) })),
    v.minLength(1, 'required'),
    v.maxLength(10, 'too_many'),
    v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'twice'),
  ),
  /** The days on which a round opens; none: the departments are not asked. */
  opensOn: v.pipe(
    v.array(DayOfYear),
    v.maxLength(4, 'too_many'),
    v.check((list) => new Set(list).size === list.length, 'twice'),
  ),
  openDays: whole(3, 60),
  /** The least number of answers that a figure is told of; fewer than three would tell who said what. */
  minimumAnswers: whole(3, 1_000),
});

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
  survey: InternalSurvey,
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
