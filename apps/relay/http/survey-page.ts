import { fail, LotsaError, type SurveyRound, type SurveyScores } from '@lotsa/protocol';
import express, { type Request, type Response, Router } from 'express';
import { feedbackEn } from '../feedback/words/en.ts';
import { feedbackSv } from '../feedback/words/sv.ts';
import { renderPage } from '../pages/render.ts';
import { SurveyPage } from '../pages/survey-page.tsx';
import { languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { plainPage } from './security.ts';

/** Pages that one address opens in a quarter of an hour; a town hall has one address. */
const PER_ADDRESS = 1_000;
const KEY = /^[\w-]{20,100}$/;

/** `/survey?key={secret}`: the internal survey without script and without signing in, answered once (rule F4). */
export function surveyPageRouter(relay: Relay): Router {
  const { survey } = relay.feedback;
  const limit = rateLimit(PER_ADDRESS, 15 * 60);
  const form = express.urlencoded({ extended: false, limit: '8kb' });
  const router = Router();

  router.get('/survey', async (request, response) => {
    await limit.take(request.ip ?? '');
    const key = keyIn(request.query['key']);
    const round = key === null ? null : await survey.byLink(key);
    await show(request, response, { key: key ?? '', round, state: round ? 'asking' : 'gone', scores: {} });
  });

  router.post('/survey', form, async (request, response) => {
    await limit.take(request.ip ?? '');
    const body = (request.body ?? {}) as Record<string, unknown>;
    const key = keyIn(body['key']);
    const round = key === null ? null : await survey.byLink(key);
    if (key === null || !round)
      return show(request, response, { key: '', round: null, state: 'gone', scores: {} });
    const scores: SurveyScores = {};
    for (const { id } of round.questions) {
      const given = body[`q-${id}`];
      if (typeof given === 'string' && /^[1-5]$/.test(given)) scores[id] = Number(given);
    }
    const whole = round.questions.every(({ id }) => scores[id] !== undefined);
    if (!whole) return show(request, response, { key, round, state: 'incomplete', scores });
    try {
      await survey.answerBy(key, scores);
    } catch (error) {
      if (!(error instanceof LotsaError) || error.answer.code !== 'not_found') throw error;
      return show(request, response, { key: '', round: null, state: 'gone', scores: {} });
    }
    await show(request, response, { key, round, state: 'done', scores });
  });

  async function show(
    request: Request,
    response: Response,
    shown: {
      key: string;
      round: SurveyRound | null;
      state: 'asking' | 'incomplete' | 'done' | 'gone';
      scores: SurveyScores;
    },
  ): Promise<void> {
    const { sites } = await relay.directory();
    const site = sites.get(shown.round?.siteId ?? '') ?? [...sites.values()][0];
    if (!site) throw fail('not_found', {});
    const english = request.query['lang'] === 'en';
    plainPage(response);
    response.status({ asking: 200, incomplete: 422, done: 200, gone: 410 }[shown.state]).type('html');
    const language = languageOf(english ? 'en' : 'sv', site);
    response.send(
      renderPage(SurveyPage({ ...shown, site, language, words: english ? feedbackEn : feedbackSv })),
    );
  }

  return router;
}

const keyIn = (given: unknown): string | null =>
  typeof given === 'string' && KEY.test(given) ? given : null;
