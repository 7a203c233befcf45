import type { Answer } from '@lotsa/protocol';

/** How far a conversation's messages have come to this person, as sequence numbers. */
export interface Reached {
  delivered: number;
  read: number;
}

/** Makes a reporter of marks: only what is further than before is told, one request at a time per conversation. */
export function createMarksReporter(
  send: (conversationId: string, reached: Reached) => Promise<Answer<null> | null>,
): (conversationId: string, reached: Reached) => void {
  const wanted = new Map<string, Reached>();
  const told = new Map<string, Reached>();
  const busy = new Set<string>();

  const further = (a: Reached, b: Reached | undefined): boolean =>
    !b || a.delivered > b.delivered || a.read > b.read;

  async function run(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return;
    busy.add(conversationId);
    for (;;) {
      const next = wanted.get(conversationId);
      if (!next || !further(next, told.get(conversationId))) break;
      const answer = await send(conversationId, next);
      if (!answer) break;
      told.set(conversationId, next);
    }
    busy.delete(conversationId);
  }

  return (conversationId, reached) => {
    const before = wanted.get(conversationId);
    wanted.set(conversationId, {
      delivered: Math.max(before?.delivered ?? 0, reached.delivered),
      read: Math.max(before?.read ?? 0, reached.read),
    });
    void run(conversationId);
  };
}
