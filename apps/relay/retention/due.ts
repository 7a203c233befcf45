import { dueBefore, hasGrown, recordId } from '@lotsa/core';
import type { RecordRef, RetentionRule } from '@lotsa/protocol';
import type { CaseDoc, Storage } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { eraseCase } from './erase-case.ts';
import { anonymise, eraseConversation } from './erase-conversation.ts';

/** Something whose time is out. */
export interface Due {
  id: string;
  /** From when its time counts. */
  at: number;
  /** What a hold would name; null for what cannot be held. */
  holdId: string | null;
  /** Looks again whether it is due, and does what the rule says. @returns whether it did. */
  act(): Promise<boolean>;
}

/** A part of what is due. */
interface DuePage {
  due: Due[];
  next: string | null;
}

type DueRelay = Pick<Relay, 'context' | 'conversations' | 'files' | 'earlierAnswers' | 'bans' | 'feedback'>;

/** What a rule is about at a time, page by page, the oldest first. `next` is passed back as `after`. */
export async function findDue(
  relay: DueRelay,
  rule: RetentionRule,
  now: number,
  limit: number,
  after: string | null,
): Promise<DuePage> {
  const { storage } = relay.context;
  const before = dueBefore(rule, now);
  const none = { due: [], next: null };
  if (before === null) return none;
  const page = { limit, after };

  switch (rule.record) {
    case 'conversation': {
      const { recordClass } = rule;
      if (recordClass === null) return none;
      const erase = async (id: string): Promise<boolean> => {
        const found = await relay.conversations.load(id);
        const still =
          found?.recordClass === recordClass && found.closedAt !== null && found.closedAt < before;
        return still && eraseConversation(relay, id);
      };
      const of = (id: string, at: number): Due => ({
        id,
        at,
        holdId: recordId({ type: 'conversation', id }),
        act: () => erase(id),
      });
      if (rule.action === 'export') return transferred(storage, rule, before, page, of);
      const { docs, next } = await storage.find('conversations', {
        index: 'byClass',
        equals: { recordClass },
        range: { field: 'closedAt', lt: before },
        ...page,
      });
      return { due: docs.map(({ id, closedAt }) => of(id, closedAt ?? 0)), next };
    }
    case 'case': {
      const erase = async (number: string): Promise<boolean> => {
        const { docs } = await storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
        const [doc] = docs;
        if (typeof doc?.closedAt !== 'number' || doc.closedAt >= before) return false;
        // What came after the transfer was confirmed is nowhere else.
        if (rule.action === 'export' && !(await isTransferred(storage, doc))) return false;
        return eraseCase(relay, doc);
      };
      const of = (number: string, at: number): Due => ({
        id: number,
        at,
        holdId: recordId({ type: 'case', id: number }),
        act: () => erase(number),
      });
      if (rule.action === 'export') return transferred(storage, rule, before, page, of);
      return casesOf(storage, rule, before, page, of);
    }
    case 'survey': {
      const { docs, next } = await storage.find('ratings', {
        index: 'byLink',
        equals: { linked: 1 },
        range: { field: 'at', lt: before },
        ...page,
      });
      const act = async (rating: (typeof docs)[number]): Promise<boolean> => {
        await anonymise(relay, rating);
        return true;
      };
      return {
        due: docs.map((doc) => ({ id: doc.id, at: doc.at, holdId: null, act: () => act(doc) })),
        next,
      };
    }
    case 'visitorToken': {
      const { docs, next } = await storage.find('sessions', {
        index: 'byKind',
        equals: { kind: 'visitor' },
        range: { field: 'seenAt', lt: before },
        ...page,
      });
      const due = docs.map(({ id, subjectId, seenAt }) => ({
        id,
        at: seenAt,
        holdId: null,
        // Whoever is kept out is known by it until then (rule B3).
        act: async () =>
          (await relay.bans.until(subjectId)) === null && storage.removeOne('sessions', id, { seenAt }),
      }));
      return { due, next };
    }
    case 'webGap': {
      const { docs, next } = await storage.find('webGaps', {
        index: 'byEnd',
        equals: { open: 0 },
        range: { field: 'endedAt', lt: before },
        ...page,
      });
      const due = docs.map(({ id, endedAt }) => ({
        id,
        at: endedAt ?? 0,
        holdId: null,
        // Who asked again meanwhile has opened it.
        act: () => storage.removeOne('webGaps', id, { endedAt }),
      }));
      return { due, next };
    }
    case 'departmentMonth': {
      const range = { field: 'madeAt', lt: before } as const;
      const { docs, next } = await storage.find('departmentMonths', { index: 'byTime', range, ...page });
      const due = docs.map(({ id, madeAt }) => ({
        id,
        at: madeAt,
        holdId: null,
        act: () => storage.removeOne('departmentMonths', id),
      }));
      return { due, next };
    }
    case 'internalSurvey': {
      const range = { field: 'closesAt', lt: before } as const;
      const { docs, next } = await storage.find('surveyRounds', { index: 'byClosing', range, ...page });
      const due = docs.map(({ id, closesAt }) => ({
        id,
        at: closesAt,
        holdId: null,
        act: () => relay.feedback.survey.erase(id),
      }));
      return { due, next };
    }
    case 'subjectRequest': {
      const { docs, next } = await storage.find('subjectRequests', {
        index: 'byDecision',
        equals: { state: 'done' },
        range: { field: 'decidedAt', lt: before },
        ...page,
      });
      const due = docs.map(({ id, decidedAt }) => ({
        id,
        at: decidedAt ?? 0,
        holdId: null,
        act: () => storage.removeOne('subjectRequests', id, { state: 'done', decidedAt }),
      }));
      return { due, next };
    }
    case 'audit':
    case 'statistics':
      return none;
  }
}

async function isTransferred(storage: Storage, { number, log }: CaseDoc): Promise<boolean> {
  const registration = await storage.get('registrations', recordId({ type: 'case', id: number }));
  return registration?.state === 'transferred' && !hasGrown(log, registration);
}

type Of = (id: string, at: number) => Due;
interface PageOf {
  limit: number;
  after: string | null;
}

/** Of what is exported first, that whose transfer was confirmed. */
async function transferred(
  storage: Storage,
  { id: ruleId }: RetentionRule,
  before: number,
  page: PageOf,
  of: Of,
): Promise<DuePage> {
  const { docs, next } = await storage.find('registrations', {
    index: 'byRule',
    equals: { state: 'transferred', ruleId },
    range: { field: 'closedAt', lt: before },
    ...page,
  });
  const idOf = ({ id }: RecordRef): string => id;
  return { due: docs.map((doc) => of(idOf(doc.of), doc.closedAt ?? 0)), next };
}

/** Cases of each type in turn; the place among the types stands before the cursor. */
async function casesOf(
  storage: Storage,
  { kinds }: RetentionRule,
  before: number,
  { limit, after }: PageOf,
  of: Of,
): Promise<DuePage> {
  const [place = '0', ...cursor] = (after ?? '0:').split(':');
  const at = Number(place);
  const kind = kinds[at];
  if (kind === undefined) return { due: [], next: null };
  const { docs, next } = await storage.find('cases', {
    index: 'byKind',
    equals: { kind },
    range: { field: 'closedAt', lt: before },
    limit,
    after: cursor.join(':') || null,
  });
  const due = docs.map(({ number, closedAt }) => of(number, closedAt ?? 0));
  if (next !== null) return { due, next: `${at}:${next}` };
  return { due, next: at + 1 < kinds.length ? `${at + 1}:` : null };
}
