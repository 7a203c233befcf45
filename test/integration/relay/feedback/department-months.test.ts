import { addDays, localDate, momentOf, monthBefore, monthDueAt, packFact } from '@lotsa/core';
import { expect, it, onTestFinished, vi } from 'vitest';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

vi.setConfig({ testTimeout: 30_000 });

it.each(storageKinds)(
  '[F3] a month is mailed to the department once, answered in place, and followed up the next, on %s',
  async (kind) => {
    const relay = await TestRelay.start(kind);
    onTestFinished(() => relay.close());
    await relay.sweep();
    const manager = await relay.staff('manager-1');
    const coordinator = await relay.staff('coordinator-sbf');
    const month = localDate(Date.now(), 'Europe/Stockholm').slice(0, 7);
    const of = { siteId: 'ekhamra', departmentId: 'SBF', month };
    const fact = packFact({
      half: 20,
      age: 0,
      channel: 'phone',
      topicId: 'bygglov',
      departmentId: 'SBF',
      language: 'sv',
      outcome: 'guided',
      followUp: false,
      answered: true,
      abandoned: false,
      wait: 10,
      handling: 60,
      hops: 0,
      solved: true,
      writtenInTime: null,
      handoffs: [],
      scores: {},
    });
    const day = `${month}-01`;
    const stored = { siteId: 'ekhamra', day, facts: [fact, fact], pages: [], builtAt: 1, demo: false };
    await relay.storage.put('statDays', { ...stored, id: `ekhamra:${day}`, final: 1 });
    const early = await coordinator.ask('department-month:get', of);
    expect([early.preliminary, early.figures.contacts.n]).toEqual([true, 2]);
    const answer = { ...of, point: 'topic-bygglov', text: 'Vi skriver om guiden', dueOn: '2027-01-31' };
    expect(await coordinator.answer('department-month:answer', answer)).toMatchObject({
      error: { code: 'wrong_status' },
    });

    const next = addDays(`${month}-01`, 31).slice(0, 7);
    const due = monthDueAt(momentOf(`${next}-20`, '12:00', 'Europe/Stockholm'));
    relay.clock.ahead = due + 60_000 - Date.now();
    await relay.sweep();
    await relay.sweep();
    const mails = (await relay.storage.find('mails', { index: 'byTime', limit: 200 })).docs;
    const told = mails.filter((mail) => mail.kind === 'departmentMonth');
    expect(told.map(({ to }) => to)).toEqual(['sbf@ekhamra.example']);
    expect(told[0]?.text).toContain('/console/admin/department-months/SBF');
    expect(told[0]?.text).toContain('Bygglov');

    const later = await relay.staff('coordinator-sbf');
    await later.ask('department-month:answer', answer);
    // What was told stays as it was told, also on a relay that has never counted these days.
    await relay.storage.put('statDays', { ...stored, id: `ekhamra:${day}`, facts: [], final: 1 });
    const sibling = await relay.sibling();
    const view = await (await sibling.staff('coordinator-sbf')).ask('department-month:get', of);
    expect(view.figures.contacts.n).toBe(2);
    expect(view.answers).toMatchObject([{ point: 'topic-bygglov', dueOn: '2027-01-31', followUp: null }]);
    expect(await later.answer('department-month:answer', { ...answer, point: 'topic-none' })).toMatchObject({
      error: { code: 'invalid_payload' },
    });

    const after = { ...of, month: next };
    const { earlier } = await later.ask('department-month:get', after);
    expect(earlier).toMatchObject([{ month, point: 'topic-bygglov', text: 'Vi skriver om guiden' }]);
    const chief = await relay.staff('manager-1');
    const follow = { ...of, point: 'topic-bygglov', text: null };
    await chief.ask('department-month:follow-up', { ...follow, state: 'goingOn' });
    expect((await later.ask('department-month:get', after)).earlier).toHaveLength(1);
    await chief.ask('department-month:follow-up', { ...follow, state: 'done' });
    expect((await later.ask('department-month:get', after)).earlier).toEqual([]);
    expect(await manager.answer('department-month:answer', answer)).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(monthBefore(next)).toBe(month);
  },
);
