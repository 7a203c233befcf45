import {
  type Actor,
  caseAccess,
  type CaseCommand,
  caseNumber,
  decideCase,
  evolveCase,
  isOverdue,
  redactedCase,
  visitorCase,
} from '@lotsa/core';
import {
  type Case,
  type CaseEntry,
  type CaseOpening,
  type FileRef,
  LIMITS,
  LotsaError,
  STAFF_STATUSES,
} from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anna, mia, sara, system, ulla, visitor } from '../../support/histories.ts';

const flow = STAFF_STATUSES;

const opening: CaseOpening = {
  number: 'EKH-2026-000001',
  siteId: 'ekhamra',
  kind: 'question',
  title: { sv: 'Bygglov' },
  language: 'sv',
  formId: null,
  conversationId: null,
  topicId: 'bygglov',
  departmentId: 'SBF',
  contact: { email: 'kim@example.se' },
  secret: false,
  promisedAt: 50_000,
  answers: [{ name: 'question', label: { sv: 'Din fråga' }, value: 'Får jag bygga?' }],
  files: [],
};

/** A case as it grows. */
class CaseHistory {
  readonly log: CaseEntry[] = [];
  it: Case | undefined;

  do(actor: Actor, command: CaseCommand): CaseEntry {
    const id = `entry-${String(this.log.length).padStart(12, '0')}`;
    const entry = decideCase(this.it, command, { actor, id, now: 1_000 * (this.log.length + 1) });
    this.it = evolveCase(this.it, 'case-1', entry);
    this.log.push(entry);
    return entry;
  }

  refusal(actor: Actor, command: CaseCommand): string | null {
    try {
      decideCase(this.it, command, { actor, id: 'entry-refused-0000', now: 1 });
      return null;
    } catch (error) {
      if (error instanceof LotsaError) return error.answer.code;
      throw error;
    }
  }

  get is(): Case {
    if (!this.it) throw new Error('not begun');
    return this.it;
  }
}

function received(): CaseHistory {
  const history = new CaseHistory();
  history.do(visitor, { type: 'receive', opening });
  return history;
}

describe('a case', () => {
  it('begins with what was received, and is its department’s', () => {
    expect(received().is).toMatchObject({
      status: 'received',
      open: 1,
      departmentId: 'SBF',
      ownerId: '',
      seq: 1,
    });
  });

  it('[O6] is overdue when its promised date has passed, until it ends', () => {
    const history = received();
    expect(isOverdue(history.is, 50_000)).toBe(false);
    expect(isOverdue(history.is, 50_001)).toBe(true);
    history.do(anna, { type: 'setStatus', status: 'done', flow });
    expect(isOverdue(history.is, 50_001)).toBe(false);
  });

  it('goes on when its visitor answers what it waited for', () => {
    const history = received();
    history.do(anna, {
      type: 'setStatus',
      status: 'waitingForVisitor',
      text: 'Hur stor är tomten?',
      flow,
    });
    history.do(visitor, { type: 'supplement', text: 'Tomten är 800 m².', files: [] });
    expect(history.is.status).toBe('inProgress');
  });

  it('[O1] has a new promise and no handler at another department, and the same owner', () => {
    const history = received();
    history.do(sara, { type: 'setHandler', handler: { id: 'sara', name: 'Sara' } });
    history.do(sara, { type: 'setOwner', owner: { id: 'anna', name: 'Anna' } });
    history.do(sara, { type: 'setDepartment', departmentId: 'UBF', promisedAt: 90_000 });
    expect(history.is).toMatchObject({
      departmentId: 'UBF',
      handler: null,
      handlerId: '',
      ownerId: 'anna',
      promisedAt: 90_000,
    });
    expect(history.is.status).toBe('forwarded');
  });

  it('takes nothing more from its visitor when it has ended, and nothing at all when withdrawn', () => {
    const history = received();
    history.do(anna, { type: 'setStatus', status: 'done', flow });
    expect(history.refusal(visitor, { type: 'supplement', text: 'Tack', files: [] })).toBe('case_closed');
    history.do(anna, { type: 'reopen', promisedAt: 70_000 });
    expect(history.is).toMatchObject({
      open: 1,
      closedAt: null,
      status: 'inProgress',
      promisedAt: 70_000,
    });
    history.do(visitor, { type: 'withdraw' });
    expect(history.is).toMatchObject({ open: 0, status: 'withdrawn' });
    expect(history.refusal(visitor, { type: 'withdraw' })).toBe('case_closed');
    expect(history.refusal(anna, { type: 'setStatus', status: 'done', flow })).toBe('case_closed');
    expect(history.refusal(anna, { type: 'reopen', promisedAt: 1 })).toBe('wrong_status');
  });

  it('[P2] keeps no personal number', () => {
    const history = received();
    const entry = history.do(visitor, { type: 'supplement', text: 'Jag är 19121212-1212', files: [] });
    expect(JSON.stringify(entry)).not.toContain('1212-1212');
  });

  it('has a log that ends', () => {
    const full = { ...received().is, seq: LIMITS.caseEntries };
    const by = { actor: anna, id: 'entry-one-too-many', now: 1 };
    expect(() => decideCase(full, { type: 'note', text: 'En till' }, by)).toThrow('case_closed');
  });
});

describe('who may work on a case', () => {
  const facts = { departmentId: 'SBF', ownerId: '', handlerId: '', secret: false, glass: [] };
  const user = (actor: Actor) => {
    if (actor.type !== 'staff') throw new Error('no staff');
    return actor.user;
  };

  const access = (actor: Actor, over = {}) => caseAccess(user(actor), { ...facts, ...over });

  it('the centre, the department, and its owner', () => {
    expect([anna, mia, sara].map((actor) => access(actor))).toEqual(['work', 'work', 'work']);
    expect(access(ulla)).toBe('none');
    expect(access(ulla, { ownerId: 'ulla' })).toBe('work');
    expect(caseAccess({ ...user(anna), role: 'editor' }, facts)).toBe('none');
  });

  it('[P6] of a secret one the department and its owner; the centre sees that it exists', () => {
    const secret = { secret: true };
    expect([anna, mia, sara, ulla].map((actor) => access(actor, secret))).toEqual([
      'exists',
      'exists',
      'work',
      'none',
    ]);
    expect(access(anna, { ...secret, ownerId: 'anna' })).toBe('work');
    const history = received();
    history.do(anna, { type: 'setDepartment', departmentId: 'SOF', promisedAt: 1, secret: true });
    expect(history.refusal(anna, { type: 'note', text: 'Hej' })).toBe('forbidden');
    const shown = redactedCase(history.is);
    expect(JSON.stringify(shown)).not.toMatch(/Bygglov|bygglov|kim@/);
    expect(shown).toMatchObject({ number: history.is.number, departmentId: 'SOF', promisedAt: 1 });
  });

  it('others are not told that it exists, and the visitor only does what is its own', () => {
    const history = received();
    expect(history.refusal(ulla, { type: 'note', text: 'Hej' })).toBe('not_found');
    expect(history.refusal(visitor, { type: 'setStatus', status: 'done', flow })).toBe('forbidden');
    expect(history.refusal(anna, { type: 'withdraw' })).toBe('forbidden');
    expect(history.refusal(visitor, { type: 'reopen', promisedAt: 1 })).toBe('forbidden');
    expect(history.refusal(anna, { type: 'alert', alerted: 'owner' })).toBe('forbidden');
    expect(history.refusal(system, { type: 'answer', text: 'Hej' })).toBe('forbidden');
  });
});

describe('whatever happens to a case', () => {
  const command: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.record({
      type: fc.constant('supplement' as const),
      text: fc.constant('Mer'),
      files: fc.constant<FileRef[]>([]),
    }),
    fc.record({ type: fc.constant('withdraw' as const) }),
    fc.record({
      type: fc.constant('setStatus' as const),
      status: fc.constantFrom(...flow),
      text: fc.constant('Därför'),
      flow: fc.constant(flow),
    }),
    fc.record({
      type: fc.constant('setDepartment' as const),
      departmentId: fc.constantFrom('SBF', 'UBF', null),
      promisedAt: fc.nat(),
    }),
    fc.constantFrom<CaseCommand>(
      { type: 'setOwner', owner: { id: 'sara', name: 'Sara' } },
      { type: 'setOwner', owner: null },
      { type: 'answer', text: 'Ja, det får du.' },
      { type: 'note', text: 'HEMLIGT' },
      { type: 'setHandler', handler: { id: 'sara', name: 'Sara' } },
      { type: 'setPromise', promisedAt: 900_000, reason: 'Semester' },
      { type: 'merge', into: { ...received().is, id: 'case-2', number: 'EKH-2026-000002' } },
      { type: 'reopen', promisedAt: 950_000 },
      { type: 'alert', alerted: 'owner' },
    ),
  );
  const attempts = fc.array(fc.tuple(fc.constantFrom(visitor, anna, sara, ulla, mia, system), command), {
    maxLength: 30,
  });

  it('its log has no gaps, folds to it, and tells its visitor no note and no owner’s change', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const history = received();
        for (const [actor, each] of all) {
          if (history.refusal(actor, each) === null) history.do(actor, each);
        }
        expect(history.log.map(({ seq }) => seq)).toEqual(history.log.map((_, i) => i + 1));
        let folded: Case | undefined;
        for (const entry of history.log) folded = evolveCase(folded, 'case-1', entry);
        expect(history.it).toEqual(folded);
        const seen = visitorCase(history.is, history.log);
        expect(JSON.stringify(seen)).not.toMatch(/HEMLIGT|ownerSet|alerted|noted|kim@example|"secret"/);
        const shared = history.log.filter(({ audience }) => audience === 'public');
        expect(seen.log.map(({ at }) => at)).toEqual(shared.map(({ at }) => at));
      }),
    );
  });
});

it('numbers cases by site and year', () => {
  expect(caseNumber('ekhamra', 2026, 123)).toBe('EKH-2026-000123');
  expect(caseNumber('a-b', 2026, 1_234_567)).toBe('AB-2026-1234567');
  expect(caseNumber('x', 2026, 1)).toBe('XX-2026-000001');
});
