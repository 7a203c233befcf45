import * as v from 'valibot';
import * as LIMITS from './limits.ts';

/** An id made by a client or by the relay: unguessable, URL-safe (a UUID fits). */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, 'id'));

/** An id given by people in configuration: site, department, topic, user, guide. */
export const Slug = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'slug'));

/** A language tag (BCP 47), such as `sv`, `en`, `ar`, `sv-x-easy`. */
export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/, 'language'));

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A sequence number of a message within its conversation, from 1; 0 means "before the first". */
export const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Text a person wrote: not blank, no control characters but line break and tab. */
export const writtenText = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(max, 'too_long'),
    // C0 controls, and the bidirectional overrides that can make text read other than it is (Unicode TR 36, 3.2).
    // Half a surrogate pair is no character, and one storage would keep it while the other would not.
    v.transform((text) =>
      text
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202d\u202e]/g, '')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .trim(),
    ),
    v.minLength(1, 'empty'),
  );

/** The same text in several languages, by language tag. `sv` is always there. */
export const Localised = v.intersect([v.object({ sv: v.string() }), v.record(Language, v.string())]);
export type Localised = v.InferOutput<typeof Localised>;

/** The same text in several languages, none of them blank, as an editor of settings writes it. */
export const localisedText = (max: number) =>
  v.intersect([v.object({ sv: writtenText(max) }), v.record(Language, writtenText(max))]);

/** How to reach a visitor. At least one of e-mail and phone. */
export const Contact = v.pipe(
  v.object({
    name: v.optional(writtenText(LIMITS.name)),
    email: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.email, 'too_long'), v.email('email'))),
    phone: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(LIMITS.phone, 'too_long'),
        v.regex(/^[+()\d][-+()\d\s./]{4,}$/, 'phone'),
      ),
    ),
  }),
  v.forward(
    v.check((contact) => contact.email !== undefined || contact.phone !== undefined, 'email_or_phone'),
    ['email'],
  ),
);
export type Contact = v.InferOutput<typeof Contact>;
