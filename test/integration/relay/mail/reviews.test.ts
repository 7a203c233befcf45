import { reviewMailAt } from '@lotsa/core';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { TestRelay } from '../../../support/relay.ts';

let relay: TestRelay;
beforeEach(async () => {
  relay = await TestRelay.start();
  onTestFinished(() => relay.close());
});

/** Whom mails about reviews went to, and what they say. */
async function mails() {
  const { docs } = await relay.storage.find('mails', { index: 'byTime', limit: 100 });
  return docs
    .filter(({ kind }) => kind === 'review')
    .map(({ to, subject, text, language }) => ({ to: to.split('@')[0], subject, text, language }));
}
/** It is some time after seven in the morning, on a day. */
function setClock(date: string, hours = 1): void {
  const morning = reviewMailAt(Date.parse(`${date}T12:00:00Z`));
  relay.clock.ahead = morning + hours * 3_600_000 - Date.now();
}
async function onDay(date: string): Promise<void> {
  setClock(date);
  await relay.sweep();
}

it('tells the department’s coordinators a month before an agreement is to be looked over, and when the date has passed: once each', async () => {
  const sibling = await relay.sibling();
  await onDay('2026-12-15');
  expect(await mails()).toEqual([]);
  // Not in the night.
  setClock('2026-12-16', -1);
  await relay.sweep();
  expect(await mails()).toEqual([]);
  setClock('2026-12-16');
  await Promise.all([relay.sweep(), sibling.sweep()]);
  const [soon] = await mails();
  expect(soon).toMatchObject({
    to: 'coordinator-sbf',
    subject: 'Dags att se över överenskommelser och guider',
    language: 'sv',
  });
  expect(soon?.text).toMatch(/Samhällsbyggnad.*: Bygglov/);
  expect(soon?.text).toContain('15 januari 2027');
  expect(soon?.text).toContain('/console/admin/agreements');

  await sibling.sweep();
  await relay.restart();
  await onDay('2027-01-10');
  expect(await mails()).toHaveLength(1);
  // Mails are erased after 30 days; that they were sent is remembered.
  await onDay('2027-01-15');
  await onDay('2027-01-16');
  const texts = (await mails()).map(({ text }) => text);
  expect(texts).toEqual([expect.stringMatching(/som skulle ha setts över/i)]);
  await onDay('2027-03-30');
  expect(await mails()).toEqual([]);
});

it('tells administrators where the department has no coordinator who wants it, in their language; a new date is a new review', async () => {
  const administrator = await relay.staff('administrator-1');
  const coordinator = await relay.staff('coordinator-sbf');
  const choices = { handoffs: true, digest: true };
  await administrator.ask('mail-choices:set', { ...choices, reviews: true, language: 'en' });
  await coordinator.ask('mail-choices:set', { ...choices, reviews: false, language: 'sv' });
  await onDay('2027-06-01');
  const [first] = await mails();
  expect(first).toMatchObject({
    to: 'administrator-1',
    subject: 'Time to review agreements and guides',
    language: 'en',
  });

  // Its session is over since long.
  const again = await relay.staff('administrator-1');
  const { entries } = await again.ask('settings:list', { kind: 'agreements' });
  const found = entries.find(({ item }) => item.id === 'tef-alla');
  if (!found) throw new Error('no agreement');
  const item = { ...found.item, reviewOn: '2027-06-10' };
  await again.ask('settings:put', { kind: 'agreements', item, revision: found.revision });
  await onDay('2027-06-02');
  await onDay('2027-06-03');
  const all = await mails();
  expect(all).toHaveLength(2);
  expect(all[1]?.text).toContain('10 June 2027');
});

it('tells editors of guides that are to be read again, until one is published with another date', async () => {
  const content = {
    departmentId: 'SBF',
    title: { sv: 'Riva ett hus' },
    intro: {},
    steps: { sv: ['Sök rivningslov'] },
    url: null,
  };
  const publish = async (reviewOn?: string | null): Promise<void> => {
    const editor = await relay.staff('webeditor-1');
    const specialist = await relay.staff('specialist-sbf');
    const change = { ...content, ...(reviewOn === undefined ? {} : { reviewOn }) };
    const id = 'riva';
    const { draft } = await editor.ask('guide:save', { id, content: change, confirmed: [], revision: null });
    const sent = await editor.ask('guide:act', { id, action: { type: 'submit' }, revision: draft!.revision });
    const action = { type: 'approve', publishAt: 0 } as const;
    await specialist.ask('guide:act', { id, action, revision: sent.draft!.revision });
  };
  const told = async () => (await mails()).filter(({ text }) => text.includes('Riva ett hus'));
  setClock('2026-12-01');
  await publish('2027-02-01');
  await onDay('2027-01-02');
  const [soon] = await told();
  expect(soon).toMatchObject({ to: 'webeditor-1', subject: 'Dags att se över överenskommelser och guider' });
  expect(soon?.text).toContain('/console/admin/guides');
  expect(await told()).toHaveLength(1);
  // Who says nothing of the date leaves it as it is.
  await publish();
  await onDay('2027-02-02');
  expect((await told()).some(({ text }) => /skulle ha lästs om/i.test(text))).toBe(true);
  await publish(null);
  await onDay('2027-04-01');
  expect(await told()).toEqual([]);
});
