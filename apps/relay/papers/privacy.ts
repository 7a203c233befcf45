import type { RetentionRule, Site } from '@lotsa/protocol';
import { type PrivacyWords, privacyWords } from '../pages/words/privacy.ts';
import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, table, text } from './model.ts';
import { paper, type Tongue } from './tongue.ts';

/** What the notice is made of. */
export type PrivacyFacts = Pick<PaperFacts, 'rules' | 'encrypted'>;

/** The privacy notice of a site (GDPR art. 13): what is done, with the times of the rules that are in force. */
function privacySections(
  { rules, encrypted }: PrivacyFacts,
  site: { name: string; notice: string; reach: string },
  words: PrivacyWords,
): Paper['sections'] {
  return [
    { heading: words.who, blocks: [text(words.whoText(site.name)), text(site.notice), text(site.reach)] },
    { heading: words.why, blocks: [text(words.whyText)] },
    { heading: words.what, blocks: [list(...words.whatItems, encrypted && words.encrypted)] },
    { heading: words.receivers, blocks: [text(words.receiversText)] },
    {
      heading: words.kept,
      blocks: [
        table(
          words.columns,
          rules.map((rule) => [recordName(rule, words), time(rule, words)]),
        ),
      ],
    },
    { heading: words.device, blocks: [text(words.deviceText)] },
    { heading: words.rights, blocks: [text(words.rightsText), text(words.complain)] },
  ];
}

function recordName({ record, recordClass, name }: RetentionRule, words: PrivacyWords): string {
  if (record === 'conversation') return words.record[recordClass ?? 'none'];
  // Several rules are about cases; what they are called is the municipality's.
  if (record === 'case') return `${words.record.cases}: ${name}`;
  // What departments, editors and data protection officers have has no name but the municipality's.
  const ofStaff =
    record === 'webGap' ||
    record === 'departmentMonth' ||
    record === 'internalSurvey' ||
    record === 'subjectRequest';
  return ofStaff ? name : words.record[record];
}

function time({ action, after, decision, inForce }: RetentionRule, words: PrivacyWords): string {
  if (!inForce || decision === null) return words.undecided;
  if (action === 'preserve') return words.preserved;
  if (action === 'hold' || after === null) return words.decidedByHand;
  const long = after.unit === 'days' ? words.days(after.amount) : words.hours(after.amount);
  if (action === 'export') return words.transferred(long);
  return action === 'anonymise' ? words.anonymised(long) : long;
}

/** Isolated, so that a number reads the right way among Arabic (Unicode UAX 9, 2.5). */
const reachOf = ({ phone, email }: Pick<Site, 'phone' | 'email'>): string =>
  [phone, email]
    .filter(Boolean)
    .map((one) => `\u2066${one}\u2069`)
    .join(', ');

/** The notice of one site in a language. */
export const sitePrivacy = (
  facts: PrivacyFacts,
  site: Site,
  tag: string,
  say: (of: Site['name']) => string,
): Paper['sections'] =>
  privacySections(
    facts,
    { name: say(site.name), notice: say(site.privacyNotice), reach: reachOf(site) },
    privacyWords(tag),
  );

/** The same as a paper for the municipality, of every site, with what a person has to decide. */
export function privacyPaper(facts: PaperFacts, t: Tongue): Paper {
  const words = privacyWords(t.lang);
  const sections = facts.sites.flatMap((site) => [
    {
      heading: t.of(site.name),
      blocks: [
        text(
          t.say(
            `Den öppna sidan: ${facts.publicUrl}/privacy/${site.id}`,
            `The public page: ${facts.publicUrl}/privacy/${site.id}`,
          ),
        ),
        decide(
          t.say(
            'Avgör: vilken nämnd är ansvarig, och hur nås dataskyddsombudet? Skriv det i webbplatsens text om personuppgifter.',
            'Decide: which board is the controller, and how is the data protection officer reached? Write it in the site’s privacy text.',
          ),
        ),
      ],
    },
    ...sitePrivacy(facts, site, t.lang, t.of),
  ]);
  return paper(facts, t, words.title, sections);
}
