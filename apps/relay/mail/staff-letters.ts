import type { Department, Digest, Handoff, MailChoices, Site, Topic } from '@lotsa/protocol';
import { languageOf } from '../pages/words/index.ts';
import type { Letter } from './letter.ts';
import { staffEn } from './words/staff-en.ts';
import { staffSv } from './words/staff-sv.ts';

/** The words of the staff in a language, and how dates and names are said in it. */
export const tongueOf = (site: Site, language: MailChoices['language']) => ({
  ...languageOf(language, site),
  words: language === 'en' ? staffEn : staffSv,
});

/** What a mail about a hand-off says of it. Null of one that is secret: then it says nothing but where it is (rule P6). */
export interface HandoffFacts {
  topic: Topic | undefined;
  department: Department | undefined;
}

/**
 * A mail to a specialist about a hand-off. What anybody wrote is never in it, neither the question nor the reason: mail is
 * read on its way, and what is open today may be marked as secret before it is sent.
 */
export function handoffLetter(
  about: 'asked' | 'expiring' | 'lateSoon',
  site: Site,
  handoff: Pick<Handoff, 'mode' | 'requestedBy' | 'deadline'>,
  facts: HandoffFacts | null,
  url: string,
  language: MailChoices['language'],
): Letter {
  const { words, say, dateTime } = tongueOf(site, language);
  const intro = { asked: words.waitingIntro, expiring: words.expiringIntro, lateSoon: words.lateSoonIntro };
  const rows: [string, string][] = facts
    ? [
        ...(facts.topic ? [[words.topic, say(facts.topic.name)] as [string, string]] : []),
        ...(facts.department ? [[words.department, say(facts.department.name)] as [string, string]] : []),
        [words.wanted, words[`wanted_${handoff.mode}`]],
        [words.from, handoff.requestedBy.name],
        [words.until, dateTime(handoff.deadline)],
      ]
    : [];
  return {
    subject: about === 'asked' ? words.waitingSubject : words.expiringSubject,
    blocks: [
      { type: 'text', text: facts ? intro[about] : words.secretIntro },
      ...(rows.length > 0 ? [{ type: 'facts' as const, rows }] : []),
      { type: 'link', label: words.open, url },
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.choose],
  };
}

/** Links that a digest carries; the rest is in the console. */
const LATE_LINKS = 10;

/** A specialist's week: figures and links, and nothing of what any of it is about. */
export function digestLetter(
  digest: Digest,
  site: Site,
  address: (path: string) => string,
  language: MailChoices['language'],
): Letter {
  const { words, say, date, dateTime } = tongueOf(site, language);
  const late = digest.open.filter((one) => one.late).slice(0, LATE_LINKS);
  return {
    subject: words.digestSubject(date(digest.from), date(digest.to - 1)),
    blocks: [
      { type: 'text', text: words.digestIntro },
      {
        type: 'facts',
        rows: [
          [words.answered, words.answeredLate(digest.answered, digest.answeredLate)],
          [words.expired, String(digest.expired)],
          [words.openNow, String(digest.openInAll)],
          [words.lateNow, String(digest.late)],
        ],
      },
      ...(late.length > 0 ? [{ type: 'heading' as const, text: words.lateTitle }] : []),
      ...late.map((one) => ({
        type: 'link' as const,
        label: words.lateSince(dateTime(one.deadline)),
        url: address(`/console/c/${one.conversationId}`),
      })),
      { type: 'link', label: words.toDigest, url: address('/console/week') },
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.choose],
  };
}
