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
    subject: 'En överenskommelse ska ses över',
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
  expect(texts).toEqual([expect.stringMatching(/skulle ha setts över/i)]);
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
    subject: '2 agreements are to be reviewed',
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
