import { isActive, isSurveyed, roundOf } from '@lotsa/core';
import { fits, MailAddress, type Site } from '@lotsa/protocol';
import type { SurveyRoundDoc, UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import { mailChoicesOf } from '../mail/choices.ts';
import type { Letter } from '../mail/letter.ts';
import { languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { newToken, tokenId } from '../tokens.ts';
import { feedbackEn } from './words/en.ts';
import { feedbackSv } from './words/sv.ts';

/** How often rounds are looked at. */
export const ROUNDS_EVERY_MS = 10 * 60_000;
const PAGE = 500;

/** Opens the rounds of the internal survey on their days, asks the departments' staff, and closes them (rule F4). */
export function createSurveyRounds({
  context,
  directory,
  leases,
  mail,
  feedback,
}: Pick<Relay, 'context' | 'directory' | 'leases' | 'mail' | 'feedback'>): { look(): Promise<void> } {
  const { storage, now, config } = context;
  let lookedAt = 0;

  async function open(site: Site): Promise<void> {
    const settings = await feedback.choosing.get(site.id);
    const due = roundOf({ id: site.id, timeZone: site.hours.timeZone }, settings, now());
    if (!due) return;
    const { minimumAnswers } = settings.survey;
    const fresh: SurveyRoundDoc = { ...due, open: 1, minimumAnswers, invited: 0 };
    await storage.insert('surveyRounds', [fresh]);
    const round = await storage.get('surveyRounds', due.id);
    if (round?.open !== 1) return;
    const asked = (await everyDocument(storage, 'users')).filter(
      (user) => isActive(user) && isSurveyed(user),
    );
    for (const user of asked) await ask(site, round, user);
    if (round.invited !== asked.length)
      await storage.update('surveyRounds', round.id, { invited: asked.length });
  }

  async function ask(site: Site, round: SurveyRoundDoc, user: UserDoc): Promise<void> {
    const id = `${round.id}:${user.id}`;
    const known = await storage.get('surveyTickets', id);
    if (known?.mailed === 1 || known?.used === 1) return;
    const token = newToken();
    const tokenHash = tokenId(token);
    const asks = known
      ? // A relay that was killed in between leaves a ticket whose secret nobody has: it gets another one, unless it was used meanwhile.
        (await storage.update(
          'surveyTickets',
          id,
          { tokenHash },
          { tokenHash: known.tokenHash, used: 0, mailed: 0 },
        )) !== undefined
      : (await storage.insert('surveyTickets', [{ id, roundId: round.id, tokenHash, used: 0, mailed: 0 }])) >
        0;
    // Somebody else asks.
    if (!asks) return;
    if (fits(MailAddress, user.email)) {
      const { language } = mailChoicesOf(user);
      const url = `${config.publicUrl}/survey?key=${token}&lang=${language}`;
      await mail.queue({
        id: `internalSurvey:${tokenHash}`,
        kind: 'internalSurvey',
        site,
        to: user.email,
        language,
        letter: surveyLetter(round, site, url, language),
        giveUpAt: round.closesAt,
      });
    }
    await storage.update('surveyTickets', id, { mailed: 1 });
  }

  /** What is over has no tickets any more: nothing tells who answered. */
  async function close(): Promise<void> {
    const over = { index: 'byOpen', equals: { open: 1 }, range: { field: 'closesAt', lte: now() } } as const;
    for (const { id } of (await storage.find('surveyRounds', { ...over, limit: 100 })).docs) {
      const tickets = { index: 'byRound', equals: { roundId: id }, limit: PAGE } as const;
      while ((await storage.remove('surveyTickets', tickets)) > 0);
      await storage.update('surveyRounds', id, { open: 0 });
    }
  }

  return {
    async look() {
      if (now() - lookedAt < ROUNDS_EVERY_MS) return;
      const { sites } = await directory();
      await leases.hold('internal-survey', async () => {
        await close();
        for (const site of sites.values()) await open(site);
      });
      lookedAt = now();
    },
  };
}

function surveyLetter(round: SurveyRoundDoc, site: Site, url: string, language: 'sv' | 'en'): Letter {
  const { say, date } = languageOf(language, site);
  const words = language === 'en' ? feedbackEn : feedbackSv;
  return {
    subject: words.surveySubject(say(site.centreName)),
    blocks: [
      { type: 'text', text: words.surveyIntro(say(site.centreName), date(round.closesAt - 1)) },
      { type: 'link', label: words.surveyLink, url },
      { type: 'text', text: words.surveyAnonymous },
    ],
    footer: [words.footer(say(site.centreName), say(site.name))],
  };
}
