import type { Conversation } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';

/** What only moves a conversation within lists is told to those who look on after this long, once for all of it. */
const GATHER_MS = 500;

/** Tells lists of a conversation that changed. */
export interface ListNews {
  /** A message was appended; `own` are the rooms of those whose conversation it is, `all` those of everybody else, too. */
  changed(appended: Appended, own: readonly string[], all: readonly string[]): void;
  /** Tells what was gathered, now. */
  flush(): void;
}

/**
 * Makes it. An event moves a conversation between lists, and is told to everybody at once. A text changes a line in them:
 * whose conversation it is hears at once, and the whole centre a little later; otherwise every text would go to every
 * console, which is most of what a relay does.
 */
export function createListNews(
  tell: (rooms: string[], conversation: Conversation, except: string[]) => void,
): ListNews {
  const gathered = new Map<
    string,
    { conversation: Conversation; own: readonly string[]; all: readonly string[] }
  >();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const news = [...gathered.values()];
    gathered.clear();
    for (const { conversation, own, all } of news) tell([...all], conversation, [...own]);
  }

  return {
    changed({ before, conversation, message }, own, all) {
      if (!before || message.kind === 'event') {
        gathered.delete(conversation.id);
        return tell([...own, ...all], conversation, []);
      }
      if (own.length > 0) tell([...own], conversation, []);
      gathered.set(conversation.id, { conversation, own, all });
      timer ??= setTimeout(flush, GATHER_MS);
    },
    flush,
  };
}
