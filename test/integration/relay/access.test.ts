import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { decideCase, evolveCase } from '@lotsa/core';
import {
  type Ban,
  type CaseOpening,
  type Conversation,
  settingsRequests,
  staffRequests,
  visitorRequests,
} from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, GLASS_CASE, STAFF_ROWS } from '../../support/access-rows.ts';
import { completeStaff, staffOf, tableOf, USERS } from '../../support/access-table.ts';
import type { StaffWire } from '../../support/clients.ts';
import { at, type Stage } from '../../support/conversation-stages.ts';
import { TestRelay } from '../../support/relay.ts';

/** What stands in the case of the table. */
const CASE_WORD = 'hemligt-ärende';

describe('[P6] who may ask what', { timeout: 120_000 }, () => {
  let relay: TestRelay;
  let wires: Map<string, StaffWire>;
  beforeAll(async () => {
    relay = await TestRelay.start();
    const seeded = [false, true].map((secret) => ({ number: caseOf({ secret }), secret }));
    for (const { number, secret } of [...seeded, { number: GLASS_CASE, secret: true }]) {
      const opening: CaseOpening = {
        number,
        siteId: 'ekhamra',
        kind: 'question',
        title: { sv: CASE_WORD },
        language: 'sv',
        formId: null,
        conversationId: null,
        topicId: null,
        departmentId: 'SBF',
        contact: { email: 'kim@example.se' },
        secret,
        promisedAt: 1,
        answers: [],
        files: [],
      };
      const command = { type: 'receive', opening } as const;
      const entry = decideCase(undefined, command, {
        actor: { type: 'system' },
        id: 'received-by-test',
        now: 1,
      });
      const doc = {
        ...evolveCase(undefined, `case-${number}`, entry),
        log: [entry],
        keyHashes: [],
        mailDueAt: null,
        mailSince: 1,
        mailHandoffId: null,
      };
      await relay.storage.insert('cases', [doc]);
    }
    await completeStaff(relay);
    for (const user of Object.values(USERS)) await relay.storage.update('users', user, { capacity: 500 });
    wires = await staffOf(relay);
  }, 60_000);
  afterAll(() => relay.close());

  const banOf = ({ id, visitorId, siteId }: Conversation): Ban => ({
    id: visitorId,
    siteId,
    conversationId: id,
    reason: null,
    by: { id: 'agent-01', name: 'agent-01' },
    at: Date.now(),
    until: Date.now() + 60_000,
  });
  /** Who may read a secret conversation when a column has made its request. */
  function readersOf(row: string, stage: Stage, column: string): Set<string> {
    const readers = stage === 'queued' || stage === 'offered' ? [] : ['owner', 'asked'];
    if (row === 'conversation:claim') readers.push(column);
    if (row === 'conversation:decline') return new Set();
    if (row === 'conversation:assign') readers.push('agent');
    if (row === 'conversation:break-glass') readers.push('manager');
    // Nobody is asked any more; a registrar reads it with a reason.
    if (stage === 'closed') return new Set(['owner']);
    return new Set(readers);
  }

  it('the table has every request there is', () => {
    const named = (rows: Iterable<string>) =>
      [...new Set([...rows].map((row) => row.split(' ')[0] ?? ''))].sort();
    for (const heading of ['An ordinary conversation', 'A secret conversation']) {
      expect(named(tableOf(heading).rows.keys())).toEqual(
        Object.keys(staffRequests)
          .filter((name) => !Object.hasOwn(settingsRequests, name))
          .sort(),
      );
      expect([...tableOf(heading).rows.keys()]).toEqual(Object.keys(STAFF_ROWS));
      expect(tableOf(heading).columns).toEqual(Object.keys(USERS));
    }
    expect([...tableOf('Visitors').rows.keys()].sort()).toEqual(Object.keys(visitorRequests).sort());
  });

  describe.each([
    ['An ordinary conversation', false],
    ['A secret conversation', true],
  ])('%s', (heading, secret) => {
    /** Who may read what was written, in this row and those before, of which something may still be told. */
    const readers = new Map<string, Set<string>>();
    /** How many of the facts of a column have been looked at. */
    const looked = new Map<string, number>();

    it.each(Object.entries(STAFF_ROWS))('%s', async (row, [stage, payload]) => {
      const name = row.split(' ')[0] as 'conversation:claim';
      const answers: Record<string, string> = {};
      const given = new Map<string, string>();
      for (const [column, wire] of wires) {
        const word = `hemligt-${randomUUID()}`;
        const conversation = await at(relay.storage, stage, secret, word);
        const to = { conversationId: conversation.id, id: randomUUID() };
        if (row === 'ban:lift') await relay.storage.insert('bans', [banOf(conversation)]);
        const ask = () => wire.answer(name, payload(to, conversation) as typeof to);
        let answer = await ask();
        if (!answer.ok && answer.error.code === 'rate_limited') {
          // The walk is faster than a person may be: it goes on when it is told to.
          await pause(answer.error.data.retryAfterMs);
          answer = await ask();
        }
        answers[column] = answer.ok ? 'ok' : answer.error.code;
        given.set(column, JSON.stringify(answer));
        readers.set(word, readersOf(row, stage, column));
      }
      // Whatever each of them had is the agent's from then on.
      if (row === 'conversations:hand-over') for (const who of readers.values()) who.add('agent');
      // Whoever may not read it gets nothing of what was written in it, neither in an answer nor in what is told.
      const leaks = [...wires].filter(([column, wire]) => {
        const heard = given.get(column) + JSON.stringify(wire.facts.slice(looked.get(column)));
        looked.set(column, wire.facts.length);
        const words = heard.match(/hemligt-[0-9a-f-]{36}/g) ?? [];
        return secret && words.some((word) => readers.get(word)?.has(column) === false);
      });
      const { columns, rows } = tableOf(heading);
      const specified = Object.fromEntries(columns.map((column, i) => [column, rows.get(row)?.[i]]));
      expect(answers).toEqual(specified);
      expect(leaks.map(([column]) => column)).toEqual([]);
    });
  });

  it('of a secret case the centre is shown that it exists, and nobody else outside its department anything', async () => {
    const all = { box: 'all', departmentId: null, after: null } as const;
    const { cases } = await wires.get('agent')!.ask('cases:list', all);
    const seeded = cases.filter(({ number }) => number.startsWith('EKH-2020'));
    expect(seeded.map((it) => [it.number, it.title.sv, it.contact !== null])).toEqual([
      [caseOf({ secret: false }), CASE_WORD, true],
      [caseOf({ secret: true }), caseOf({ secret: true }), false],
    ]);
    for (const [column, wire] of wires) {
      const told = wire.told('case:changed').filter((fact) => fact.case.number === caseOf({ secret: true }));
      const words = JSON.stringify(told).includes(CASE_WORD);
      expect([column, words, told.length > 0]).toEqual([
        column,
        column === 'asked',
        ['owner', 'agent', 'manager', 'asked'].includes(column),
      ]);
    }
  });
});
