import type { Localised, MailChoices, Site } from '@lotsa/protocol';
import type { Letter } from './letter.ts';
import { tongueOf } from './staff-letters.ts';

/** What is to be looked over, as a mail names it. */
export type About =
  | {
      kind: 'agreement';
      department: Localised;
      /** Null: all topics of the department. */
      topic: Localised | null;
    }
  | { kind: 'guide'; title: Localised };

/** That, with when. */
export type Reviewing = About & {
  /** A date. */
  reviewOn: string;
  review: 'soon' | 'late';
};

/** To whoever looks them over: which agreements and guides, and by when. */
export function reviewLetter(
  all: readonly Reviewing[],
  site: Site,
  address: (path: string) => string,
  language: MailChoices['language'],
): Letter {
  const { words, say, date } = tongueOf(site, language);
  const nameOf = (one: Reviewing): string =>
    one.kind === 'guide'
      ? say(one.title)
      : `${say(one.department)}: ${one.topic ? say(one.topic) : words.allTopics}`;

  function part(kind: Reviewing['kind'], review: Reviewing['review']): Letter['blocks'] {
    const rows = all
      .filter((one) => one.kind === kind && one.review === review)
      .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
      .map((one) => [nameOf(one), date(Date.parse(`${one.reviewOn}T12:00:00Z`))] as const);
    if (rows.length === 0) return [];
    return [
      { type: 'heading', text: words[`${kind}_${review}`] },
      { type: 'facts', rows },
    ];
  }
  function parts(kind: Reviewing['kind'], section: string): Letter['blocks'] {
    const blocks = [...part(kind, 'late'), ...part(kind, 'soon')];
    if (blocks.length === 0) return [];
    const url = address(`/console/admin/${section}`);
    return [...blocks, { type: 'link', label: words[`${kind}_open`], url }];
  }

  return {
    subject: words.reviewSubject,
    blocks: [
      { type: 'text', text: words.reviewIntro },
      ...parts('agreement', 'agreements'),
      ...parts('guide', 'guides'),
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.choose],
  };
}
