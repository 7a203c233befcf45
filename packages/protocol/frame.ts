import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { PageFacts } from './page-facts.ts';
import { Language, Slug } from './primitives.ts';

const aboutThePage = {
  /** The page around us, without query and fragment. */
  page: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
  lang: v.nullable(Language),
  topic: v.nullable(Slug),
  department: v.nullable(Slug),
};

/** What the loader tells the panel in its frame, by `postMessage`. The loader imports nothing and writes these by hand. */
export const ToPanel = v.variant('lotsa', [
  v.object({ lotsa: v.literal('opened'), ...aboutThePage }),
  /** The frame is hidden; the panel goes on listening and reports unread messages. */
  v.object({ lotsa: v.literal('hidden') }),
  /** The page says something else of itself than before; whether the panel is seen stays as it was. */
  v.object({
    lotsa: v.literal('changed'),
    ...aboutThePage,
    facts: v.nullable(PageFacts),
    /** A signed token about the visitor, or an empty text for nobody; left out when nothing new is said of it. */
    identity: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.identityToken))),
    /** The page's colours, uncorrected. */
    theme: v.nullable(
      v.object({
        accent: v.pipe(v.string(), v.maxLength(64)),
        accentText: v.optional(v.pipe(v.string(), v.maxLength(64))),
      }),
    ),
  }),
]);
export type ToPanel = v.InferOutput<typeof ToPanel>;

/** What the panel tells the loader. */
export type FromPanel =
  | { lotsa: 'ready' }
  /** The visitor wants the panel away; focus goes back to the launcher. */
  | { lotsa: 'close' }
  /** What became of the page's token; null: the visitor is known by it, or nobody, as the page wanted. */
  | { lotsa: 'identified'; reason: string | null }
  /** `label`: the number in words, in the visitor's language. */
  | { lotsa: 'unread'; count: number; label: string };
