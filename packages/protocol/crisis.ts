import * as v from 'valibot';
import { Localised } from './primitives.ts';

/** What everybody who opens the chat is told first, while it is active: a disturbance, a danger. */
export const Crisis = v.object({
  active: v.boolean(),
  /** `major`: danger to life or health, shown and said as an alarm; `minor`: good to know. */
  severity: v.picklist(['minor', 'major']),
  text: Localised,
  /** Where more is written: `https://www.example.se/kris`. */
  links: v.array(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'url'))),
});
export type Crisis = v.InferOutput<typeof Crisis>;

/** A crisis as panels are told of it: there only while it is active. */
export type CrisisNotice = Pick<Crisis, 'severity' | 'text' | 'links'>;
