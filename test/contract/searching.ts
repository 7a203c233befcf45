import type { PassageDoc } from '@lotsa/storage';
import { expect, it } from 'vitest';
import { newId, NOON } from './samples.ts';
import type { Current } from './storage-contract.ts';

function passage(words: string[], at = NOON): PassageDoc {
  const id = newId();
  return {
    id,
    of: 'conversation',
    subject: id,
    siteId: 'ekhamra',
    language: 'sv',
    topicId: null,
    departmentId: null,
    at,
    question: '',
    answer: '',
    words,
  };
}

/** Looking for passages by their words. */
export function searching(store: Current): void {
  it('finds what holds a word of each group, the latest first, up to the limit', async () => {
    const { storage } = store();
    const mark = `w${newId().replaceAll('-', '')}`;
    const both = [1, 3, 2].map((n) => passage([mark, 'sopor', 'hamt'], NOON + n));
    const one = passage([mark, 'sopor']);
    const other = passage([mark, 'avfall', 'hamt'], NOON + 9);
    await storage.insert('passages', [...both, one, other]);
    const ids = async (groups: string[][], limit = 10): Promise<string[]> =>
      (await storage.search(groups, limit)).map(({ id }) => id);
    expect(await ids([[mark], ['sopor', 'avfall'], ['hamt']])).toEqual([
      other.id,
      both[1]!.id,
      both[2]!.id,
      both[0]!.id,
    ]);
    expect(await ids([[mark], ['sopor'], ['hamt']], 2)).toEqual([both[1]!.id, both[2]!.id]);
    expect(await ids([[mark], ['brygga']])).toEqual([]);
    expect((await ids([[mark]])).length).toBe(5);
    expect(await ids([])).toEqual([]);
    expect(await ids([[]])).toEqual([]);
    expect(await storage.search([[mark], ['avfall']], 1)).toEqual([other]);
  });

  it('compares words as they are, whatever they hold', async () => {
    const { storage } = store();
    const mark = `v${newId().replaceAll('-', '')}`;
    const arabic = passage([mark, 'نفايا', '2026']);
    await storage.insert('passages', [arabic]);
    expect((await storage.search([[mark], ['نفايا']], 5)).map(({ id }) => id)).toEqual([arabic.id]);
    for (const odd of ['"', 'OR', '*', 'NEAR(', '$where', '']) {
      expect(await storage.search([[mark], [odd]], 5)).toEqual([]);
    }
  });

  it('knows a passage as it is now, and forgets one that was removed', async () => {
    const { storage } = store();
    const mark = `u${newId().replaceAll('-', '')}`;
    const changed = passage([mark, 'fore']);
    await storage.put('passages', changed);
    await storage.put('passages', { ...changed, words: [mark, 'efter'] });
    expect(await storage.search([[mark], ['fore']], 5)).toEqual([]);
    expect((await storage.search([[mark], ['efter']], 5)).length).toBe(1);
    const { of, subject } = changed;
    expect(await storage.remove('passages', { index: 'bySubject', equals: { of, subject }, limit: 5 })).toBe(
      1,
    );
    expect(await storage.search([[mark]], 5)).toEqual([]);
  });
}
