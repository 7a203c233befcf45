import type { Me } from '@lotsa/protocol';
import { FIGURES } from './figures.ts';
import { INTEGRATIONS } from './integrations.ts';
import { OPENING } from './opening.ts';
import { ORGANISATION } from './organisation.ts';
import { PEOPLE } from './people.ts';
import { RECORDS } from './records.ts';
import { SYSTEM } from './system.ts';
import { TEXTS } from './texts.ts';
import type { AdminSection } from './section.ts';

/** Everything that can be administered, under its headings, in the order of the list. */
const GROUPS = {
  figures: FIGURES,
  organisation: ORGANISATION,
  opening: OPENING,
  texts: TEXTS,
  people: PEOPLE,
  records: RECORDS,
  integrations: INTEGRATIONS,
  system: SYSTEM,
};

/** The sections under one heading. */
interface AdminGroup {
  readonly id: keyof typeof GROUPS;
  readonly sections: readonly AdminSection[];
}

/** What somebody may administer, by heading; a heading without anything is not there. */
export const groupsFor = (me: Me): readonly AdminGroup[] =>
  (Object.keys(GROUPS) as AdminGroup['id'][])
    .map((id) => ({ id, sections: GROUPS[id].filter(({ may }) => may(me)) }))
    .filter(({ sections }) => sections.length > 0);

/** What somebody may administer. */
export const sectionsFor = (me: Me): readonly AdminSection[] =>
  groupsFor(me).flatMap(({ sections }) => sections);
