import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { Language, Slug } from './primitives.ts';

const Colour = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'colour'));
const line = (max: number) =>
  v.pipe(v.string(), v.maxLength(max, 'too_long'), v.regex(/^[^\p{Cc}]+$/u, 'line'));

/** What a webmaster chooses of how a site is embedded: the attributes of the script tag, and colours for the style sheet. */
export const EmbedOptions = v.object({
  lang: v.optional(Language),
  position: v.optional(v.picklist(['start', 'end'])),
  topic: v.optional(Slug),
  department: v.optional(Slug),
  phone: v.optional(line(LIMITS.phone)),
  email: v.optional(line(LIMITS.email)),
  accent: v.optional(Colour),
  accentText: v.optional(Colour),
});
export type EmbedOptions = v.InferOutput<typeof EmbedOptions>;
