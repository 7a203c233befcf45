import type { Conversation } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';

/** What only changes a line in a list is told to those who look on after this long, once for all of it. */
const GATHER_MS = 500;
/** What becomes due within this long is told together: of a busy centre a little at a time, as a long frame keeps texts waiting. */
const STEP_MS = 25;

/** Tells the lists of the centre of conversations that changed. */
export interface ListNews {
  /** A message was appended, and those whose conversation it is have been told. */
  changed(appended: Appended): void;
  /** Tells what was gathered, now. */
  flush(): void;
}

/**
 * Makes it. An event moves a conversation between lists, and is told to everybody at once. A text changes a line in them:
 * whose conversation it is hears at once, and the whole centre a little later, of what changed together; otherwise
 * every text would go to every console, which is most of what a relay does.
 */
export function createListNews(tellCentre: (conversations: Conversation[]) => void): ListNews {
  /** In the order in which they become due. */
  const gathered = new Map<string, { conversation: Conversation; due: number }>();
  let timer: NodeJS.Timeout | undefined;

  function step(): void {
    const now = performance.now();
    const news: Conversation[] = [];
    timer = undefined;
    for (const [id, { conversation, due }] of gathered) {
      if (due > now + STEP_MS) {
        timer = setTimeout(step, due - now);
        break;
      }
      gathered.delete(id);
      news.push(conversation);
    }
    if (news.length > 0) tellCentre(news);
  }

  return {
    changed({ before, conversation, message }) {
      if (!before || message.kind === 'event') {
        gathered.delete(conversation.id);
        return tellCentre([conversation]);
      }
      const due = gathered.get(conversation.id)?.due ?? performance.now() + GATHER_MS;
      gathered.set(conversation.id, { conversation, due });
      timer ??= setTimeout(step, GATHER_MS);
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      const news = [...gathered.values()].map(({ conversation }) => conversation);
      gathered.clear();
      if (news.length > 0) tellCentre(news);
    },
  };
}
