import type { Conversation } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';

/** What only changes a line in a list is told to those who look on after this long, once for all of it. */
const GATHER_MS = 500;
/**
 * What becomes due within this long is told together: of a busy centre a little at a time, as a long frame keeps texts waiting. So is
 * what moves within this long behind something that was told at once: two hundred conversations of an agent who vanished are one
 * change of a console's list then, not two hundred.
 */
const STEP_MS = 25;
/**
 * No more than so many in a step: when thousands end in one moment, each console would otherwise have more waiting for it than a
 * reader may, and be cut off (rule D6).
 */
const STEP_MOST = 500;

/** Tells the lists of the centre of conversations that changed. */
export interface ListNews {
  /** A message was appended, and those whose conversation it is have been told. */
  changed(appended: Appended): void;
  /** Tells what was gathered, now. */
  flush(): void;
}

/**
 * Makes it. An event moves a conversation between lists, and is told to everybody at once, or with what moves just behind it. A
 * text changes a line in them: whose conversation it is hears at once, and the whole centre a little later, of what changed together;
 * otherwise every text would go to every console, which is most of what a relay does.
 */
export function createListNews(tellCentre: (conversations: Conversation[]) => void): ListNews {
  /** In the order in which they become due. */
  const gathered = new Map<string, { conversation: Conversation; due: number }>();
  let timer: NodeJS.Timeout | undefined;
  /** Moved behind what was told last. */
  const moved = new Map<string, Conversation>();
  let burst: NodeJS.Timeout | undefined;

  function tellMoved(): void {
    burst = undefined;
    if (moved.size === 0) return;
    const news = [...moved.values()].slice(0, STEP_MOST);
    for (const { id } of news) moved.delete(id);
    tellCentre(news);
    burst = setTimeout(tellMoved, STEP_MS);
  }

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
        moved.set(conversation.id, conversation);
        if (!burst) tellMoved();
        return;
      }
      const due = gathered.get(conversation.id)?.due ?? performance.now() + GATHER_MS;
      gathered.set(conversation.id, { conversation, due });
      timer ??= setTimeout(step, GATHER_MS);
    },
    flush() {
      clearTimeout(timer);
      clearTimeout(burst);
      timer = burst = undefined;
      // What was gathered of one that moved is newer.
      for (const { conversation } of gathered.values()) moved.set(conversation.id, conversation);
      const news = [...moved.values()];
      gathered.clear();
      moved.clear();
      if (news.length > 0) tellCentre(news);
    },
  };
}
