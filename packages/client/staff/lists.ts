import type { Answer, Box, ConversationEntry, StaffAnswers, StaffRequestEvents } from '@lotsa/protocol';
import type { Link } from '../link.ts';

/** Fetches the lists, page by page. */
export interface Lists {
  /** How far each has been fetched; absent when it has not been asked for. */
  readonly fetched: ReadonlyMap<Box, { next: string | null }>;
  /** The first page of a list; all of `mine`, which is what this user must not miss anything of. */
  first(box: Box): Promise<ConversationEntry[]>;
  /** The page after what was fetched. */
  more(box: Box): Promise<ConversationEntry[]>;
}

/** Makes it. */
export function createLists(link: Link<StaffRequestEvents>): Lists {
  const fetched = new Map<Box, { next: string | null }>();

  /** A page; null when it was refused, or the session has ended. */
  async function page(box: Box, after: string | null): Promise<StaffAnswers['conversations:list'] | null> {
    const answer: Answer<StaffAnswers['conversations:list']> | null = await link.ask(
      'conversations:list',
      { box, after },
      'patient',
    );
    if (!answer?.ok) return null;
    fetched.set(box, { next: answer.value.next });
    return answer.value;
  }

  return {
    fetched,
    async first(box) {
      const entries: ConversationEntry[] = [];
      let after: string | null = null;
      do {
        const found = await page(box, after);
        if (!found) break;
        entries.push(...found.conversations);
        after = found.next;
      } while (box === 'mine' && after !== null);
      return entries;
    },
    async more(box) {
      const after = fetched.get(box)?.next;
      return after ? ((await page(box, after))?.conversations ?? []) : [];
    },
  };
}
