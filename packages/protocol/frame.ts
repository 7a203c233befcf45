import * as v from 'valibot';
import { Language, Slug } from './primitives.ts';

/** What the loader tells the panel in its frame, by `postMessage`. The loader imports nothing and writes these by hand. */
export const ToPanel = v.variant('lotsa', [
  v.object({
    lotsa: v.literal('opened'),
    /** The page around us, without query and fragment. */
    page: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
    language: v.nullable(Language),
    topicId: v.nullable(Slug),
    departmentId: v.nullable(Slug),
  }),
  /** The frame is hidden; the panel goes on listening and reports unread messages. */
  v.object({ lotsa: v.literal('hidden') }),
]);
export type ToPanel = v.InferOutput<typeof ToPanel>;

/** What the panel tells the loader. */
export type FromPanel =
  | { lotsa: 'ready' }
  /** The visitor wants the panel away; focus goes back to the launcher. */
  | { lotsa: 'close' }
  | { lotsa: 'unread'; count: number };
