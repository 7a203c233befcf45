import { randomUUID } from 'node:crypto';
import { checkedScores, surveyIndices } from '@lotsa/core';
import { fail, type InternalSurveyAnswers, type SurveyRound, type SurveyScores } from '@lotsa/protocol';
import type { Page, SurveyAnswerDoc, SurveyRoundDoc, SurveyTicketDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { tokenId } from '../tokens.ts';

const PAGE = 500;
/** Rounds of one answer: two a year. */
const ROUNDS = 10;

/** Whether the centre relieves the departments: answered once by each, and by nobody's name (rule F4). */
export interface InternalSurvey {
  /** Rounds that a user can answer now. */
  mine(userId: string): Promise<SurveyRound[]>;
  /** @throws LotsaError `not_found`, `invalid_payload`. */
  answerOf(userId: string, roundId: string, scores: SurveyScores): Promise<void>;
  /** The round that a link opens; null when it cannot be answered by it. */
  byLink(token: string): Promise<SurveyRound | null>;
  answerBy(token: string, scores: SurveyScores): Promise<void>;
  results(siteId: string, after: string | null): Promise<InternalSurveyAnswers['survey:results']>;
  /** Removes a round with its answers. */
  erase(roundId: string): Promise<boolean>;
}

const shown = ({ id, siteId, opensAt, closesAt, questions }: SurveyRoundDoc): SurveyRound => ({
  id,
  siteId,
  opensAt,
  closesAt,
  questions,
});

/** Makes it. */
export function createInternalSurvey({ storage, now }: Pick<Context, 'storage' | 'now'>): InternalSurvey {
  async function openRound(ticket: SurveyTicketDoc | undefined): Promise<SurveyRoundDoc | null> {
    if (ticket?.used !== 0) return null;
    const round = await storage.get('surveyRounds', ticket.roundId);
    return round && now() < round.closesAt ? round : null;
  }

  async function ticketBy(token: string): Promise<SurveyTicketDoc | undefined> {
    const equals = { tokenHash: tokenId(token) };
    return (await storage.find('surveyTickets', { index: 'byToken', equals, limit: 1 })).docs[0];
  }

  async function answer(ticket: SurveyTicketDoc | undefined, scores: SurveyScores): Promise<void> {
    const round = await openRound(ticket);
    if (!ticket || !round) throw fail('not_found', {});
    const doc = { id: randomUUID(), roundId: round.id, scores: checkedScores(round, scores) };
    // The ticket first: of two at once one wins. Nothing of it is in the answer.
    if (!(await storage.update('surveyTickets', ticket.id, { used: 1 }, { used: 0 })))
      throw fail('not_found', {});
    try {
      await storage.insert('surveyAnswers', [doc]);
    } catch (error) {
      // What was not taken in can be answered again.
      await storage.update('surveyTickets', ticket.id, { used: 0 });
      throw error;
    }
  }

  async function answersOf(roundId: string): Promise<SurveyScores[]> {
    const all: SurveyScores[] = [];
    let after: string | null = null;
    do {
      const page: { docs: SurveyAnswerDoc[]; next: string | null } = await storage.find('surveyAnswers', {
        index: 'byRound',
        equals: { roundId },
        limit: PAGE,
        after,
      });
      all.push(...page.docs.map(({ scores }) => scores));
      after = page.next;
    } while (after !== null);
    return all;
  }

  async function resultOf(round: SurveyRoundDoc) {
    const answers = await answersOf(round.id);
    const { minimumAnswers, invited } = round;
    return {
      ...shown(round),
      invited,
      minimumAnswers,
      answers: answers.length,
      indices: surveyIndices(round, answers, minimumAnswers, now()),
    };
  }

  return {
    async mine(userId) {
      const open = { index: 'byOpen', equals: { open: 1 }, limit: 100 } as const;
      const { docs } = await storage.find('surveyRounds', open);
      const rounds: SurveyRound[] = [];
      for (const { id } of docs) {
        const round = await openRound(await storage.get('surveyTickets', `${id}:${userId}`));
        if (round) rounds.push(shown(round));
      }
      return rounds;
    },
    answerOf: async (userId, roundId, scores) =>
      answer(await storage.get('surveyTickets', `${roundId}:${userId}`), scores),
    async byLink(token) {
      const round = await openRound(await ticketBy(token));
      return round && shown(round);
    },
    answerBy: async (token, scores) => answer(await ticketBy(token), scores),
    async results(siteId, after) {
      const page: Page<'surveyRounds'> = await storage.find('surveyRounds', {
        index: 'bySite',
        equals: { siteId },
        order: 'desc',
        limit: ROUNDS,
        after,
      });
      const rounds = [];
      for (const round of page.docs) rounds.push(await resultOf(round));
      return { rounds, next: page.next };
    },
    async erase(roundId) {
      for (const collection of ['surveyTickets', 'surveyAnswers'] as const)
        while (
          (await storage.remove(collection, { index: 'byRound', equals: { roundId }, limit: PAGE })) > 0
        );
      return storage.removeOne('surveyRounds', roundId);
    },
  };
}
