import { firstFeedbackSettings, localDate } from '@lotsa/core';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ROUNDS_EVERY_MS } from '../../../../apps/relay/feedback/survey-rounds.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

vi.setConfig({ testTimeout: 30_000 });

it.each(storageKinds)('[F4] each of the departments answers once, by nobody’s name, on %s', async (kind) => {
  const relay = await TestRelay.start(kind);
  onTestFinished(() => relay.close());
  const manager = await relay.staff('manager-1');
  const { siteId, revision, ...choices } = firstFeedbackSettings('ekhamra');
  const today = localDate(Date.now(), 'Europe/Stockholm').slice(5);
  // A round of a day that not every month has would not open on it.
  const opensOn = [today.replace(/(29|30|31)$/, '28')];
  const survey = { ...choices.survey, opensOn, openDays: 21, minimumAnswers: 3 };
  await manager.ask('feedback:set-settings', { siteId, revision, choices: { ...choices, survey } });
  const english = await relay.staff('specialist-tef');
  await english.ask('mail-choices:set', { handoffs: true, digest: true, reviews: true, language: 'en' });
  const open = async () => {
    relay.clock.ahead += ROUNDS_EVERY_MS;
    await relay.sweep();
  };
  await open();
  await open();
  const mails = (await relay.storage.find('mails', { index: 'byTime', limit: 200 })).docs.filter(
    (mail) => mail.kind === 'internalSurvey',
  );
  const { rounds } = await manager.ask('survey:results', { siteId, after: null });
  const [round] = rounds;
  if (!round) throw new Error('no round was opened');
  expect([round.invited, mails.length, round.answers]).toEqual([mails.length, round.invited, 0]);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);

  // In the console, once.
  const specialist = await relay.staff('specialist-sbf');
  const scores = Object.fromEntries(round.questions.map(({ id }) => [id, 5]));
  expect((await specialist.ask('survey:mine', {})).rounds.map(({ id }) => id)).toEqual([round.id]);
  expect(await specialist.answer('survey:answer', { roundId: round.id, scores: {} })).toMatchObject({
    error: { code: 'invalid_payload' },
  });
  await specialist.ask('survey:answer', { roundId: round.id, scores });
  expect(await specialist.answer('survey:answer', { roundId: round.id, scores })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect((await specialist.ask('survey:mine', {})).rounds).toEqual([]);

  // By the link, without script; the one of who has answered is of no use.
  const linkTo = (name: string): string =>
    /https?:\S+\/survey\?key=\S+/.exec(mails.find(({ to }) => to.startsWith(name))?.text ?? '')?.[0] ?? '';
  const page = (link: string) => fetch(relay.url + new URL(link).pathname + new URL(link).search);
  expect((await page(linkTo('specialist-sbf'))).status).toBe(410);
  for (const [name, lang, says] of [
    [
      'specialist-ubf',
      'sv',
      'Avlastar Ekhamra Direkt dig?|Det finns frågor kvar|Tack för dina svar|redan besvarad',
    ],
    [
      'specialist-tef',
      'en',
      'Does Ekhamra Direct relieve you?|questions left|Thank you for your|answered already',
    ],
  ] as const) {
    const link = linkTo(name);
    const [title, missing, thanks, gone] = says.split('|');
    expect(mails.find(({ to }) => to.startsWith(name))?.subject).toBe(title);
    const asked = await page(link);
    const html = await asked.text();
    expect([asked.status, html.includes('<script')]).toEqual([200, false]);
    expect(html).toContain(`<html lang="${lang}" dir="ltr">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const post = (given: object) =>
      fetch(relay.url + action, {
        method: 'POST',
        headers: { origin: relay.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ key: new URL(link).searchParams.get('key') ?? '', ...given }),
      });
    const [first] = round.questions;
    const all = Object.fromEntries(round.questions.map(({ id }) => [`q-${id}`, '3']));
    const states = [
      [{ [`q-${first?.id}`]: '3' }, 422, missing],
      [all, 200, thanks],
      [all, 410, gone],
    ] as const;
    for (const [given, status, words] of states) {
      const answer = await post(given);
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(words);
    }
  }

  // No figure while it goes on, and then nothing that tells who answered.
  const going = (await manager.ask('survey:results', { siteId, after: null })).rounds[0];
  expect([going?.answers, going?.indices[0]?.value]).toEqual([3, null]);
  relay.clock.ahead += 22 * 86_400_000;
  await relay.sweep();
  const after = await relay.staff('manager-1');
  const [result] = (await after.ask('survey:results', { siteId, after: null })).rounds;
  expect([Math.round(result?.indices[0]?.value ?? 0), result?.indices[0]?.of]).toEqual([67, 3]);
  const tickets = { index: 'byRound', equals: { roundId: round.id }, limit: 10 } as const;
  expect((await relay.storage.find('surveyTickets', tickets)).docs).toEqual([]);
  const answers = (await relay.storage.find('surveyAnswers', tickets)).docs;
  expect(answers.map((doc) => Object.keys(doc).toSorted())).toEqual(
    Array.from({ length: 3 }, () => ['id', 'roundId', 'scores']),
  );
});
