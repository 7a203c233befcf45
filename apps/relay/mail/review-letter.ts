import type { Localised, MailChoices, Site } from '@lotsa/protocol';
import type { Letter } from './letter.ts';
import { tongueOf } from './staff-letters.ts';

/** An agreement that is to be looked over, as a mail names it. */
export interface Reviewing {
  department: Localised;
  /** Null: all topics of the department. */
  topic: Localised | null;
  /** A date. */
  reviewOn: string;
  review: 'soon' | 'late';
}

/** To whoever looks agreements over: which of them, and by when. */
export function reviewLetter(
  all: readonly Reviewing[],
  site: Site,
  url: string,
  language: MailChoices['language'],
): Letter {
  const { words, say, date } = tongueOf(site, language);
  const of = (wanted: Reviewing['review']) =>
    all
      .filter(({ review }) => review === wanted)
      .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
      .map(
        ({ department, topic, reviewOn }) =>
          [
            `${say(department)}: ${topic ? say(topic) : words.allTopics}`,
            date(Date.parse(`${reviewOn}T12:00:00Z`)),
          ] as const,
      );
  const part = (title: string, rows: ReturnType<typeof of>): Letter['blocks'] =>
    rows.length === 0
      ? []
      : [
          { type: 'heading', text: title },
          { type: 'facts', rows },
        ];
  return {
    subject: words.reviewSubject(all.length),
    blocks: [
      { type: 'text', text: words.reviewIntro },
      ...part(words.reviewLate, of('late')),
      ...part(words.reviewSoon, of('soon')),
      { type: 'link', label: words.reviewOpen, url },
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.choose],
  };
}
