import type { MailChoices, Site } from '@lotsa/protocol';
import type { Letter } from './letter.ts';
import { tongueOf } from './staff-letters.ts';

/** To an administrator: a webhook was switched off. The address is not in it: it may hold a secret of the receiver's. */
export function webhookStoppedLetter(
  { name, failingSince }: { name: string; failingSince: number | null },
  site: Site,
  url: string,
  language: MailChoices['language'],
): Letter {
  const { words, say, dateTime } = tongueOf(site, language);
  return {
    subject: words.webhookSubject(name),
    blocks: [
      { type: 'text', text: words.webhookIntro },
      ...(failingSince === null
        ? []
        : [
            {
              type: 'facts' as const,
              rows: [[words.webhookSince, dateTime(failingSince)] as [string, string]],
            },
          ]),
      { type: 'link', label: words.webhookOpen, url },
    ],
    footer: [words.footer(say(site.centreName), say(site.name))],
  };
}
