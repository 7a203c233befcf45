import type { Conversation } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';

/** What only changes a line in a list is told to those who look on after this long, once for all of it. */
const GATHER_MS = 500;

/** Tells the lists of the centre of conversations that changed. */
export interface ListNews {
  /** A message was appended, and those whose conversation it is have been told. */
  changed(appended: Appended): void;
  /** Tells what was gathered, now. */
  flush(): void;
}

/**
 * Makes it. An event moves a conversation between lists, and is told to everybody at once. A text changes a line in them:
 * whose conversation it is hears at once, and the whole centre a little later, of all that changed together; otherwise
 * every text would go to every console, which is most of what a relay does.
 */
export function createListNews(tellCentre: (conversations: Conversation[]) => void): ListNews {
  const gathered = new Map<string, Conversation>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const news = [...gathered.values()];
    gathered.clear();
    if (news.length > 0) tellCentre(news);
  }

  return {
    changed({ before, conversation, message }) {
      if (!before || message.kind === 'event') {
        gathered.delete(conversation.id);
        return tellCentre([conversation]);
      }
      gathered.set(conversation.id, conversation);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    flush,
  };
}
