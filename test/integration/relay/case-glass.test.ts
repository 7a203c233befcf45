import { randomUUID } from 'node:crypto';
import { caseOf } from '../../../apps/relay/cases/case-boxes.ts';
import type { CaseChange } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post, type StaffWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

let relay: TestRelay;
let manager: StaffWire;
let specialist: StaffWire;
let number: string;
beforeEach(async () => {
  relay = await TestRelay.start();
  manager = await relay.staff('manager-1');
  specialist = await relay.staff('specialist-tef');
  const answers = { category: 'light', description: 'Hemligt om lampan', locationText: 'Storgatan 5' };
  const body = { id: randomUUID(), language: 'sv', answers };
  const response = await post(relay.url, '/api/sites/ekhamra/forms/felanmalan', body);
  number = ((await response.json()) as { number: string }).number;
  const { docs } = await relay.storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
  await relay.storage.update('cases', docs[0]!.id, { secret: true });
});
afterEach(() => relay.close());

const breaks = (by: StaffWire, reason = 'Klagomål, 19121212-1212', id: string = randomUUID()) =>
  by.answer('case:break-glass', { number, id, reason });
const changes = (by: StaffWire, change: CaseChange) =>
  by.answer('case:update', { number, id: randomUUID(), seen: null, change });

describe('breaking the glass of a case', () => {
  it('[P6] [P7] needs a manager and a reason, is logged before anything is read, and stands in the case', async () => {
    expect(await manager.answer('case:get', { number })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await breaks(await relay.staff('agent-01'))).toMatchObject({ error: { code: 'forbidden' } });
    expect(await breaks(specialist)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await breaks(manager, '  ')).toMatchObject({ error: { code: 'invalid_payload' } });
    const id = randomUUID();
    const opened = await breaks(manager, 'Klagomål, 19121212-1212', id);
    // The same again is the same: no second entry, in the case or in the access log.
    expect(await breaks(manager, 'Klagomål, 19121212-1212', id)).toEqual(opened);
    const { case: it, log } = await manager.ask('case:get', { number });
    expect(it.excerpt).toContain('Hemligt om lampan');
    expect(log.at(-1)).toMatchObject({ audience: 'staff', event: { type: 'glassBroken' } });
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: it.id },
      limit: 9,
    });
    expect(docs.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['glassBroken', 'manager-1'],
      ['caseRead', 'manager-1'],
    ]);
    expect(JSON.stringify([docs, log])).not.toContain('1212-1212');
    // Whoever has it is told at once.
    await specialist.fact('case:changed', (fact) =>
      fact.case.glass.some(({ user }) => user.id === 'manager-1'),
    );
    expect(await breaks(manager)).toMatchObject({ error: { code: 'wrong_status' } });
  });

  it('[P6] lets its manager read and write notes, and do nothing; whoever works on it is not held up', async () => {
    const { case: seen } = await specialist.ask('case:get', { number });
    await breaks(manager);
    expect(await changes(manager, { type: 'note', text: 'Tillsyn pågår' })).toMatchObject({ ok: true });
    for (const change of [
      { type: 'answer', text: 'Hej', shared: false },
      { type: 'handler', userId: 'manager-1' },
      { type: 'department', departmentId: null },
    ] as const)
      expect(await changes(manager, change)).toMatchObject({ error: { code: 'forbidden' } });
    const answer = { type: 'answer', text: 'Lagad.', shared: false } as const;
    expect(
      await specialist.answer('case:update', { number, id: randomUUID(), seen: seen.seq, change: answer }),
    ).toMatchObject({ ok: true });
    const other = await relay.staff('agent-02');
    const box = { box: 'all', departmentId: null, after: null } as const;
    const shown = (await other.ask('cases:list', box)).cases.find((one) => one.number === number);
    expect(shown).toMatchObject({ excerpt: '', glass: [] });
  });

  it('[P6] is whole again after four hours, also when nobody but the next sweep is there', async () => {
    await breaks(manager);
    const [broken] = (await manager.ask('case:get', { number })).case.glass;
    const until = broken?.until ?? 0;
    expect(Math.round((until - Date.now()) / 3_600_000)).toBe(4);
    relay.clock.ahead = until - Date.now() - 60_000;
    await relay.sweep();
    expect(await manager.answer('case:get', { number })).toMatchObject({ ok: true });
    relay.clock.ahead = until - Date.now() + 60_000;
    await relay.sweep();
    relay.clock.ahead = 0;
    const gone = await manager.fact(
      'case:changed',
      (fact) => fact.case.number === number && fact.case.excerpt === '',
    );
    expect(gone.case.glass).toEqual([]);
    expect(await manager.answer('case:get', { number })).toMatchObject({ error: { code: 'forbidden' } });
    const { docs } = await relay.storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
    expect(caseOf(docs[0]!)).toMatchObject({ glass: [], glassUntil: null });
    expect(docs[0]?.log.at(-1)?.event).toMatchObject({ type: 'glassMended', user: { id: 'manager-1' } });
  });
});
