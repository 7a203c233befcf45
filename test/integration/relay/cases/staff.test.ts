import type { CaseChange } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';
import { FAULT, newId, QUESTION, resident } from './resident.ts';

describe.each(storageKinds)('cases and the staff on %s', (kind) => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
  });
  afterAll(() => relay.close());
  const { submit, follow } = resident(() => relay.url);

  describe('the staff', () => {
    it('work on a case: the visitor sees what is for it, and nothing else', async () => {
      const agent = await relay.staff('agent-01');
      const submitted = await submit('felanmalan', FAULT);
      const { number } = submitted;
      await agent.fact('case:changed', (it) => it.case.number === number);
      const update = (change: Parameters<typeof agent.ask<'case:update'>>[1]['change']) =>
        agent.ask('case:update', { number, id: newId(), change });
      await update({ type: 'owner', userId: 'agent-01' });
      await update({ type: 'note', text: 'Ring Kim först' });
      await update({ type: 'status', status: 'planned' });
      await update({ type: 'answer', text: 'Vi byter lampan på torsdag.' });
      const { case: it, log } = await update({ type: 'department', departmentId: 'SBF' });
      expect(it).toMatchObject({
        departmentId: 'SBF',
        status: 'forwarded',
        ownerId: 'agent-01',
      });
      expect(log.map(({ event }) => event.type)).toEqual([
        'received',
        'ownerSet',
        'noted',
        'statusSet',
        'answered',
        'departmentSet',
      ]);
      expect(JSON.stringify(await agent.ask('case:get', { number }))).not.toContain('keyHashes');
      const seen = await follow(submitted);
      expect(seen.log.map(({ event }) => event.type)).toEqual([
        'received',
        'statusSet',
        'answered',
        'departmentSet',
      ]);
      expect(JSON.stringify(seen)).not.toContain('Ring Kim');
    });

    it('[D2] whose request is sent twice change a case once', async () => {
      const agent = await relay.staff('agent-01');
      const { number } = await submit('kontakt', QUESTION);
      const request = { number, id: newId(), change: { type: 'note', text: 'En gång' } } as const;
      await Promise.all([agent.ask('case:update', request), agent.ask('case:update', request)]);
      expect((await agent.ask('case:get', { number })).log).toHaveLength(2);
    });

    it('two who decide at once: the second is told who was first, and nothing is lost', async () => {
      const [one, two] = [await relay.staff('agent-01'), await relay.staff('agent-02')];
      const { number } = await submit('felanmalan', FAULT);
      const { seq } = (await one.ask('case:get', { number })).case;
      const update = async (wire: StaffWire, change: CaseChange): Promise<string> => {
        const answer = await wire.answer('case:update', { number, id: newId(), seen: seq, change });
        return answer.ok ? 'ok' : answer.error.code;
      };
      const codes = await Promise.all([
        update(one, { type: 'status', status: 'planned', text: null, shared: false }),
        update(two, { type: 'answer', text: 'Vi kommer i dag.', shared: false }),
      ]);
      expect(codes.toSorted()).toEqual(['case_changed', 'ok']);
      // A note undoes nothing.
      expect(await update(two, { type: 'note', text: 'Ring först' })).toBe('ok');
      expect((await one.ask('case:get', { number })).log).toHaveLength(3);
    });

    it('see the cases of their role only', async () => {
      const users = await relay.storage.find('users', { index: 'all', limit: 50 });
      const specialist = (department: string): string =>
        users.docs.find((user) => user.role === 'specialist' && user.departmentIds[0] === department)!.id;
      const [tef, ubf] = [await relay.staff(specialist('TEF')), await relay.staff(specialist('UBF'))];
      const { number } = await submit('felanmalan', FAULT);
      const list = { after: null, departmentId: 'TEF' };
      const own = await tef.ask('cases:list', { ...list, box: 'department' });
      expect(own.cases.map((it) => it.number)).toContain(number);
      const refusals = await Promise.all([
        ubf.answer('cases:list', { ...list, box: 'department' }),
        tef.answer('cases:list', { ...list, box: 'all' }),
        ubf.answer('case:get', { number }),
        ubf.answer('case:update', { number, id: newId(), change: { type: 'note', text: 'Hej' } }),
        tef.answer('case:update', {
          number,
          id: newId(),
          change: { type: 'owner', userId: specialist('UBF') },
        }),
      ]);
      expect(refusals.map((it) => (it.ok ? 'ok' : it.error.code))).toEqual([
        'forbidden',
        'forbidden',
        'not_found',
        'not_found',
        'unknown_target',
      ]);
    });

    it('[O6] find what is overdue, everywhere and in a department', async () => {
      const agent = await relay.staff('agent-01');
      const { number, promisedAt } = await submit('felanmalan', FAULT);
      const overdue = async (): Promise<string[]> => {
        const numbers: string[] = [];
        for (const departmentId of [null, 'TEF']) {
          let after: string | null = null;
          do {
            const page: { cases: { number: string }[]; next: string | null } = await agent.ask('cases:list', {
              box: 'overdue',
              departmentId,
              after,
            });
            numbers.push(...page.cases.map((it) => it.number));
            after = page.next;
          } while (after !== null);
        }
        return numbers.filter((each) => each === number);
      };
      expect(await overdue()).toEqual([]);
      relay.clock.ahead = promisedAt - Date.now() + 60_000;
      expect(await overdue()).toEqual([number, number]);
      relay.clock.ahead = 0;
      await agent.ask('case:update', { number, id: newId(), change: { type: 'status', status: 'done' } });
    });
  });
});
