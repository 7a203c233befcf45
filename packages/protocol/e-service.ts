import * as v from 'valibot';
import { Language, localisedText, Slug } from './primitives.ts';

/** Something that a citizen can do by itself on the web: applying, reporting, booking. */
export const EService = v.object({
  id: Slug,
  name: localisedText(120),
  /** Where it is done, in Swedish and in the languages that have a page of their own. */
  url: v.intersect([v.object({ sv: webAddress() }), v.record(Language, webAddress())]),
  /** The topics that it is offered for. */
  topicIds: v.pipe(
    v.array(Slug),
    v.minLength(1, 'empty'),
    v.maxLength(50, 'too_many'),
    v.check((ids) => new Set(ids).size === ids.length, 'twice'),
  ),
});
export type EService = v.InferOutput<typeof EService>;

/** An address on the web that begins with https: people write personal matters there. */
function webAddress() {
  return v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(1_000, 'too_long'),
    v.regex(/^https:\/\/[^\s"'<>]+$/, 'web_address'),
    v.url('web_address'),
  );
}

/** `GET /api/sites/{site}/e-services`: what fits a topic, in the reader's language where there is such a text. */
export const PublicEServices = v.strictObject({
  services: v.array(v.strictObject({ id: Slug, name: v.string(), language: v.string(), url: v.string() })),
});
export type PublicEServices = v.InferOutput<typeof PublicEServices>;

/** What is asked for. */
export const EServicesQuery = v.object({ topic: Slug, lang: v.optional(Language, 'sv') });
