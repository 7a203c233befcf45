import type { Message } from '@lotsa/protocol';
import type { Page, Storage } from '@lotsa/storage';

const BATCH = 500;

/** Every message of a conversation in its order, some at a time. */
export async function* everyMessage(storage: Storage, conversationId: string): AsyncGenerator<Message[]> {
  let after: string | null = null;
  do {
    const page: Page<'messages'> = await storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId },
      limit: BATCH,
      after,
    });
    yield page.docs;
    after = page.next;
  } while (after !== null);
}
