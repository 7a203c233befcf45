import { digestDueAt, editorsOf, isActive } from '@lotsa/core';
import type { MailChoices, Site, WebGap } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import { mailAddressFor, mailChoicesOf } from '../mail/choices.ts';
import type { Letter } from '../mail/letter.ts';
import { recurring } from '../mail/recurring.ts';
import { languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { feedbackEn } from './words/en.ts';
import { feedbackSv } from './words/sv.ts';

const WEEK_MS = 7 * 86_400_000;
/** Pages that a mail names; the rest is in the console. */
const NAMED = 10;
/** Open gaps that are looked at for one mail. */
const MOST = 1_000;

/** Sends each editor on Monday morning what its pages lack: figures and pages, and nothing of what anybody wrote. */
export function createGapDigests({
  context,
  directory,
  mail,
  feedback,
}: Pick<Relay, 'context' | 'directory' | 'mail' | 'feedback'>): { look(): Promise<void> } {
  const { storage, config } = context;

  async function openOf(site: Site): Promise<WebGap[]> {
    const gaps: WebGap[] = [];
    let after: string | null = null;
    do {
      const page = await feedback.gaps.list({ siteId: site.id, open: true, mine: null }, after);
      gaps.push(...page.gaps);
      after = page.next;
    } while (after !== null && gaps.length < MOST);
    return gaps;
  }

  return recurring(context, digestDueAt, 'weekly-web-gaps', async (due) => {
    const users = await everyDocument(storage, 'users');
    for (const site of (await directory()).sites.values()) {
      const settings = await feedback.choosing.get(site.id);
      const gaps = await openOf(site);
      for (const user of users) {
        const to = isEditor(user) ? mailAddressFor(user, 'digest') : null;
        const mine = gaps.filter(({ page }) => editorsOf(page, settings)?.includes(user.id) ?? true);
        if (to === null || mine.length === 0) continue;
        const { language } = mailChoicesOf(user);
        const url = `${config.publicUrl}/console/admin/web-gaps`;
        const letter = gapLetter(mine, site, due, url, language);
        const id = `webGaps:${site.id}:${user.id}:${due}`;
        await mail.queue({ id, kind: 'webGaps', site, to, language, letter });
      }
    }
  });
}

const isEditor = (user: UserDoc): boolean => user.role === 'editor' && isActive(user);

function gapLetter(
  gaps: readonly WebGap[],
  site: Site,
  due: number,
  url: string,
  language: MailChoices['language'],
): Letter {
  const { say } = languageOf(language, site);
  const words = language === 'en' ? feedbackEn : feedbackSv;
  const byPage = new Map<string, number>();
  for (const { page } of gaps) byPage.set(page, (byPage.get(page) ?? 0) + 1);
  const pages = [...byPage].toSorted(([, a], [, b]) => b - a);
  return {
    subject: words.gapsSubject(gaps.length),
    blocks: [
      { type: 'text', text: words.gapsIntro },
      {
        type: 'facts',
        rows: [
          [words.gapsNew, String(gaps.filter(({ at }) => at >= due - WEEK_MS).length)],
          [words.gapsOpen, String(gaps.length)],
          [words.gapsInWork, String(gaps.filter(({ state }) => state === 'inWork').length)],
        ],
      },
      { type: 'heading', text: words.gapsPages },
      {
        type: 'facts',
        rows: pages.slice(0, NAMED).map(([page, n]) => [page || words.gapsNoPage, String(n)] as const),
      },
      { type: 'link', label: words.gapsLink, url },
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.choose],
  };
}
