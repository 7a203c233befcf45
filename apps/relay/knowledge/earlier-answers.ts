import { accessOf, caseAccess, recordId } from '@lotsa/core';
import { searchIndex } from '@lotsa/core/search';
import type { EarlierAnswer } from '@lotsa/protocol';
import type { PassageDoc, UserDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';
import type { Knowledge } from './knowledge.ts';
import { passageId, passageOfCase, passageOfConversation } from './passage.ts';

/** What was answered before, in closed conversations and cases that are not secret (rule P6). */
export interface EarlierAnswers {
  /** Those that fit a question and that this user may read, the best first. */
  search(user: UserDoc, question: string, language: string, limit: number): Promise<EarlierAnswer[]>;
  /** It is not to be found any more: it became secret, or was erased. */
  forget(of: PassageDoc['of'], subject: string): Promise<void>;
  /** Takes in what was closed since the last time. */
  gather(): Promise<void>;
}

/** What is looked at, of what the storage finds. */
const CANDIDATES = 40;
/** Fewer are too few to choose among: it is looked for with fewer words. */
const ENOUGH = 5;
/** With more words nothing holds them all. The longest say most. */
const MAX_GROUPS = 4;
const BATCH = 100;
const BATCHES = 10;
/** Clocks of relays differ, and writes overtake each other: what was closed this long before is looked at again. */
const OVERLAP_MS = 60_000;
const MAX_MESSAGES = 200;

/** Makes them. */
export function createEarlierAnswers({ storage, now }: Context, knowledge: Knowledge): EarlierAnswers {
  async function candidates(groups: readonly string[][]): Promise<PassageDoc[]> {
    const found = new Map<string, PassageDoc>();
    const telling = groups
      .filter((group) => group.length > 0)
      .toSorted((a, b) => longest(b) - longest(a))
      .slice(0, MAX_GROUPS);
    // All the words, then all but one, then two of them: one alone fits too much, unless it is all there is.
    for (let size = telling.length; size >= Math.min(2, telling.length) && size > 0; size -= 1) {
      const asked = subsets(telling, size).map((some) => storage.search(some, CANDIDATES));
      for (const passage of (await Promise.all(asked)).flat()) found.set(passage.id, passage);
      if (found.size >= ENOUGH) break;
    }
    return [...found.values()];
  }

  /** Rights are looked up where they are, not in the passage: they may have changed since. */
  async function mayRead(user: UserDoc, { of, subject }: PassageDoc): Promise<boolean> {
    if (of === 'conversation') {
      const conversation = await storage.get('conversations', subject);
      if (conversation && !conversation.secret) return accessOf({ type: 'staff', user }, conversation).read;
    } else {
      const { docs } = await storage.find('cases', {
        index: 'byNumber',
        equals: { number: subject },
        limit: 1,
      });
      if (docs[0] && !docs[0].secret) return caseAccess(user, docs[0]) === 'work';
    }
    await forget(of, subject);
    return false;
  }

  async function forget(of: PassageDoc['of'], subject: string): Promise<void> {
    await storage.remove('passages', { index: 'bySubject', equals: { of, subject }, limit: 10 });
  }

  async function take(
    of: PassageDoc['of'],
    subject: string,
    passage: () => Promise<PassageDoc | null>,
  ): Promise<void> {
    if (await storage.get('passages', passageId(of, subject))) return;
    // It stays out at its person's wish, also when it is closed, or looked at, after that (rule S6).
    if ((await storage.get('legalHolds', recordId({ type: of, id: subject })))?.restricted) return;
    const made = await passage();
    if (made) await storage.insert('passages', [made]);
  }

  /** Where the last gathering of a series ended; passed on between relays and starts. */
  async function since(series: string): Promise<number> {
    return ((await storage.get('counters', series))?.value ?? 0) - OVERLAP_MS;
  }
  async function reached(series: string, at: number): Promise<void> {
    await storage.put('counters', { id: series, value: at });
  }

  async function gatherConversations(siteId: string): Promise<void> {
    const series = `passages:${siteId}`;
    const index = await knowledge.index();
    const range = { field: 'closedAt', gte: Math.max(0, await since(series)) } as const;
    let after: string | null = null;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const page: Awaited<ReturnType<typeof storage.find<'conversations'>>> = await storage.find(
        'conversations',
        {
          index: 'byClosing',
          equals: { siteId, status: 'closed' },
          range,
          limit: BATCH,
          after,
        },
      );
      for (const conversation of page.docs) {
        await take('conversation', conversation.id, async () => {
          const { docs } = await storage.find('messages', {
            index: 'bySeq',
            equals: { conversationId: conversation.id },
            limit: MAX_MESSAGES,
          });
          return passageOfConversation(conversation, docs, index);
        });
      }
      const last = page.docs.at(-1)?.closedAt;
      if (typeof last === 'number') await reached(series, Math.min(last, now()));
      after = page.next;
      if (after === null) return;
    }
  }

  async function gatherCases(): Promise<void> {
    const series = 'passages:cases';
    const index = await knowledge.index();
    const { docs } = await storage.find('cases', {
      index: 'byEnd',
      equals: { open: 0 },
      range: { field: 'lastAt', gte: Math.max(0, await since(series)) },
      limit: BATCH * BATCHES,
    });
    for (const doc of docs) await take('case', doc.number, async () => passageOfCase(doc, index));
    const last = docs.at(-1)?.lastAt;
    if (typeof last === 'number') await reached(series, Math.min(last, now()));
  }

  return {
    forget,
    async search(user, question, language, limit) {
      const index = await knowledge.index();
      const found = await candidates(index.groupsOf(question, language));
      const ranked = searchIndex(
        found.map(({ id, language: tag, question: asked, answer }) => ({
          key: id,
          language: tag,
          titles: [asked],
          about: [],
          body: answer,
        })),
      ).search(question, language, CANDIDATES);
      const byId = new Map(found.map((passage) => [passage.id, passage]));
      // What the ranking does not know by these words was found by a synonym.
      const rest = found
        .filter(({ id }) => !ranked.some(({ key }) => key === id))
        .map(({ id }) => ({ key: id }));
      const answers: EarlierAnswer[] = [];
      for (const { key } of [...ranked, ...rest]) {
        const passage = byId.get(key);
        if (!passage || !(await mayRead(user, passage))) continue;
        const { words: _words, siteId: _siteId, ...answer } = passage;
        answers.push(answer);
        if (answers.length === limit) break;
      }
      return answers;
    },
    async gather() {
      for (const { id } of await everyDocument(storage, 'sites')) await gatherConversations(id);
      await gatherCases();
    },
  };
}

const longest = (group: readonly string[]): number => Math.max(...group.map((word) => word.length));

/** All ways to choose `size` of some things; at most six, of four. */
function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((one, at) => subsets(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}
