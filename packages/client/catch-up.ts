/**
 * Makes a function that fetches what a conversation lacks (rule D4): `page` takes in one page and tells whether there are
 * more. One run at a time per conversation; asked again meanwhile, the run looks once more at its end.
 */
export function createCatchUp(
  page: (conversationId: string) => Promise<boolean>,
): (conversationId: string) => Promise<void> {
  const runs = new Map<string, { again: boolean; done: Promise<void> }>();

  async function run(conversationId: string, own: { again: boolean }): Promise<void> {
    do {
      own.again = false;
      while (await page(conversationId));
    } while (own.again);
    runs.delete(conversationId);
  }

  return (conversationId) => {
    const running = runs.get(conversationId);
    if (running) {
      running.again = true;
      return running.done;
    }
    const own = { again: false, done: Promise.resolve() };
    runs.set(conversationId, own);
    own.done = run(conversationId, own);
    return own.done;
  };
}
