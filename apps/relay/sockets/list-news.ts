import type { Appended } from '../conversations.ts';

/** What only changes a line in a list is told to those who look on after this long, once for all of it. */
const GATHER_MS = 500;

/** Tells lists of a conversation that changed. */
export interface ListNews {
  /** A message was appended: `readers` tells those whose conversation it is, `others` everybody else who lists it. */
  changed(appended: Appended, readers: () => void, others: () => void): void;
  /** Tells what was gathered, now. */
  flush(): void;
}

/**
 * Makes it. An event moves a conversation between lists, and is told to everybody at once. A text changes a line in them:
 * whose conversation it is hears at once, and the whole centre a little later; otherwise every text would go to every
 * console, which is most of what a relay does.
 */
export function createListNews(): ListNews {
  const gathered = new Map<string, () => void>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const news = [...gathered.values()];
    gathered.clear();
    for (const tell of news) tell();
  }

  return {
    changed({ before, conversation, message }, readers, others) {
      readers();
      if (!before || message.kind === 'event') {
        gathered.delete(conversation.id);
        return others();
      }
      gathered.set(conversation.id, others);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    flush,
  };
}
