import { randomUUID } from 'node:crypto';
import { firstStatSettings, localDate } from '@lotsa/core';
import type { OpenData } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpDays } from '../../../../apps/relay/seed/year.ts';
import { signIn } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

const today = localDate(Date.now(), 'Europe/Stockholm');
const any = { siteId: 'ekhamra', from: today, to: today, compare: 'none' } as const;

const phoneCall = (topicId: string) => ({
  conversationId: randomUUID(),
  id: randomUUID(),
  siteId: 'ekhamra',
  channel: 'phone' as const,
  language: 'sv' as const,
  topicId,
  outcome: 'guided' as const,
  note: null,
});

describe.each(storageKinds)('statistics on %s', { timeout: 60_000 }, (kind) => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
  });
  afterAll(() => relay.close());

  it('counts what was registered, for the centre whole and for a coordinator its departments', async () => {
    const agent = await relay.staff('agent-01');
    for (const topicId of ['bygglov', 'avfall']) await agent.ask('contact:register', phoneCall(topicId));
    relay.clock.ahead += 6 * 60_000;
    await relay.sweep();
    const manager = await relay.staff('manager-1');
    const report = await manager.ask('statistics:get', any);
    expect(report.figures.contacts.value).toBe(2);
    expect(report.figures.solveRate).toEqual({ value: 1, of: 2 });
    expect(report.by.channel).toMatchObject([{ key: 'phone', contacts: 2 }]);
    expect(report.demo).toBe(false);
    const coordinator = (await relay.storage.find('users', { index: 'all', limit: 100 })).docs.find(
      ({ role }) => role === 'coordinator',
    );
    if (!coordinator) throw new Error('Ekhamra has no coordinator');
    await relay.storage.update('users', coordinator.id, { departmentIds: ['SBF'] });
    const theirs = await (await relay.staff(coordinator.id)).ask('statistics:get', any);
    expect(theirs.figures.contacts.value).toBe(1);
    expect(theirs.ownedOverdue).toBeNull();
    // What is at hand is another report as soon as its day was counted anew.
    await agent.ask('contact:register', phoneCall('avfall'));
    relay.clock.ahead += 6 * 60_000;
    await relay.sweep();
    const later = await manager.ask('statistics:get', any);
    expect(later.figures.contacts.value).toBe(3);
    expect(await manager.ask('statistics:get', any)).toEqual(later);
    const stored = await relay.storage.get('statDays', `ekhamra:${today}`);
    expect(stored).toMatchObject({ final: 0, demo: false });
    expect(JSON.stringify(stored?.facts)).not.toContain('agent-01');
  });

  it('[P7] exports what is seen, as an audit entry, and publishes nothing that was not chosen', async () => {
    // February, by two days in it; the month that goes on is not told.
    const site = { siteId: 'ekhamra', topics: [{ id: 'avfall', departmentId: 'TEF' }], questions: ['ease'] };
    await relay.storage.insert('statDays', madeUpDays(site, '2026-02-02', '2026-02-08'));
    const address = `${relay.url}/api/open-data/ekhamra?from=2026-02-03&to=2026-02-04`;
    expect((await fetch(`${relay.url}/api/open-data/ekhamra?from=${today}&to=${today}`)).status).toBe(400);
    expect(await (await fetch(address)).json()).toMatchObject({ figures: [], months: [] });
    const query = new URLSearchParams({ ...any, format: 'csv' });
    expect((await fetch(`${relay.url}/api/statistics?${query}`)).status).toBe(401);
    const cookie = await signIn(relay.url, 'manager-1', 'correct horse battery');
    const csv = await fetch(`${relay.url}/api/statistics?${query}`, { headers: { cookie } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain('all,,Kontakter,contacts,3,3,');
    const wrong = new URLSearchParams({ ...any, from: '2026-02-31', format: 'json' });
    const refused = await fetch(`${relay.url}/api/statistics?${wrong}`, { headers: { cookie } });
    expect(refused.status).toBe(400);

    const manager = await relay.staff('manager-1');
    const { siteId, revision, history: _none, ...targets } = firstStatSettings('ekhamra');
    const change = { siteId, revision, targets: { ...targets, published: ['contacts' as const] } };
    const saved = await manager.ask('statistics:set-targets', change);
    expect(saved).toMatchObject({ revision: 1, history: [{ by: { id: 'manager-1' } }] });
    await expect(manager.ask('statistics:set-targets', change)).rejects.toThrow('changed_meanwhile');
    const open = await fetch(address);
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    const data = (await open.json()) as OpenData;
    expect(data).toMatchObject({ from: '2026-02-01', to: '2026-02-28', figures: [{ unit: 'count' }] });
    const all = data.figures[0]?.value;
    expect(data.months).toEqual([{ month: '2026-02', contacts: all }]);
    const rows = await (await fetch(`${address}&format=csv`)).text();
    expect(rows).toContain('part,key,name,definition,unit,value,of\r\nfigure,contacts,Kontakter,');
    expect(rows).toContain(`\r\nmonth,2026-02,,,count,${all},\r\n`);
    const { docs } = await relay.storage.find('audit', { index: 'bySeq', limit: 1_000 });
    expect(docs.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['statisticsExported', 'targetsSet']),
    );
  });

  it('tells staffing from what was counted, with the agents that were there', async () => {
    const site = { siteId: 'ekhamra', topics: [{ id: 'avfall', departmentId: 'TEF' }], questions: ['ease'] };
    await relay.storage.insert('statDays', madeUpDays(site, '2026-03-02', '2026-03-08'));
    const manager = await relay.staff('manager-1');
    const week = { siteId: 'ekhamra', from: '2026-03-02', to: '2026-03-08' };
    const report = await manager.ask('statistics:staffing', { ...week, channel: 'phone', weekday: null });
    expect(report).toMatchObject({ days: 5, handlingMeasured: true, demo: true });
    expect(report.rows.every(({ needed }) => (needed ?? 0) >= 1)).toBe(true);
    const presence = await relay.storage.get('presenceDays', today);
    expect(presence?.looks.some((looks) => looks > 0)).toBe(true);
  });
});
