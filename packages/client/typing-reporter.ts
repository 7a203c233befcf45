import type { Clock } from './clock.ts';

/** While somebody writes it is told again after this long at the earliest; those who hear it forget it after 6 s. */
const AGAIN = 2_000;
/** Who has not touched a key for this long is not writing. */
const IDLE = 5_000;

/** Tells that this person is writing, and not more often than anybody needs to hear. */
export interface TypingReporter {
  set(conversationId: string, typing: boolean): void;
  dispose(): void;
}

/** Makes a reporter that tells by `send`. One person writes in one conversation at a time. */
export function createTypingReporter(
  clock: Clock,
  send: (conversationId: string, typing: boolean) => void,
): TypingReporter {
  let writing: { conversationId: string; toldAt: number } | null = null;
  let cancel = (): void => undefined;

  function stop(): void {
    cancel();
    if (writing) send(writing.conversationId, false);
    writing = null;
  }

  return {
    set(conversationId, typing) {
      if (writing && typing !== (writing.conversationId === conversationId)) stop();
      if (!typing) return;
      cancel();
      cancel = clock.after(IDLE, stop);
      const now = clock.now();
      if (writing && now - writing.toldAt < AGAIN) return;
      writing = { conversationId, toldAt: now };
      send(conversationId, true);
    },
    dispose: () => cancel(),
  };
}
