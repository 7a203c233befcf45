import * as v from 'valibot';
import { localisedText, Time } from './primitives.ts';

/** What everybody who opens the chat is told first, while it is active: a disturbance, a danger. */
export const Crisis = v.pipe(
  v.object({
    active: v.boolean(),
    /** `major`: danger to life or health, shown and said as an alarm; `minor`: good to know. */
    severity: v.picklist(['minor', 'major']),
    text: localisedText(600),
    /** Where more is written: `https://www.example.se/kris`. */
    links: v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.trim(),
          v.maxLength(1_000, 'too_long'),
          v.regex(/^https?:\/\/[^\s"'<>]+$/, 'web_address'),
          v.url('web_address'),
        ),
      ),
      v.maxLength(5, 'too_many'),
    ),
    /** Told from and until, while it is active; null for no bound. */
    from: v.optional(v.nullable(Time), null),
    until: v.optional(v.nullable(Time), null),
  }),
  v.forward(
    v.check(({ from, until }) => from === null || until === null || from < until, 'order'),
    ['until'],
  ),
);
export type Crisis = v.InferOutput<typeof Crisis>;

/** A crisis as panels are told of it: there only while it is active. */
export type CrisisNotice = Pick<Crisis, 'severity' | 'text' | 'links'>;
